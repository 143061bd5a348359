#pragma once

#include "schema/attribute.h"
#include "schema/digest.h"
#include "schema/uid.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace cassette {

// One value string per position of attributes(): UTF-8, several values separated by backslash, padding removed, dates and
// times as the data set writes them. Empty means absent. Positions of Origin::maintained attributes are ignored on commit
// and filled on find.
using AttributeValues = std::vector<std::string>;

// A value of a declared search attribute (storage/search_values.h), in the form in which it is matched. The empty value
// says that the attribute has none in an item that is there.
struct SearchedValue {
    std::int64_t attribute = 0;
    std::int64_t item = 0;  // schema/search_attribute.h
    std::string value;
    auto operator<=>(SearchedValue const&) const = default;
};

// Text that was deflated once at ingest: raw deflate (RFC 1951) that ends in a sync flush and not in a final block, so that
// several of them and a trailer make one gzip member.
struct DeflatedText {
    std::string deflated;
    std::uint32_t crc32 = 0;   // of the text
    std::uint64_t length = 0;  // bytes of the text
};

// Everything the index keeps of one stored version of a SOP Instance.
struct InstanceRecord {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    SOPClassUID sop_class;
    TransferSyntaxUID transfer_syntax;
    AttributeValues values;
    Digest blob;
    std::uint64_t size = 0;      // bytes of the blob
    std::int64_t stored_at = 0;  // nanoseconds since 1970
    std::string source;          // how it came: an AE title, an address, "import"
    std::string layout;          // encoded InstanceLayout (archive/part10/instance_layout.h); opaque to storage
    DeflatedText metadata;       // DICOM JSON Model (PS3.18 F) of the instance, without the enclosing array
    std::vector<SearchedValue> searched = {};  // sorted, each once
};

}  // namespace cassette
