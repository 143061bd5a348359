#pragma once

#include "archive/archive.h"
#include "schema/tag.h"

#include <boost/json/object.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace cassette {

// A value that metadata name instead of holding it (PS3.18 F.2.2, BulkDataURI).
struct BulkReference {
    std::string uri;
    Tag tag;
    std::string vr;
    std::size_t position = 0;  // in EncodedDataset::bytes: where the element belongs
    std::size_t depth = 0;     // sequences around it
};

// A data set in Explicit VR Little Endian, elements in the order of their tags, sequences of undefined length, without the
// elements that `bulk` lists in the order of their positions.
struct EncodedDataset {
    std::string bytes;
    std::vector<BulkReference> bulk;
};

// The data set that an object of the DICOM JSON Model describes (PS3.18 F.2). Its text is UTF-8, so (0008,0005) becomes
// ISO_IR 192 where it is named or needed (F.1.1). What no data set has is left out: File Meta elements, group lengths and
// Available Transfer Syntax UID (0008,3002). A VR that is missing is the dictionary's.
// ErrorCode::malformed for what is no data set, naming the tag; too_large beyond the limits.
[[nodiscard]] Result<EncodedDataset> encode_json_dataset(boost::json::object const& dataset,
                                                         DatasetLimits const& limits);

// The first value of a top-level attribute as text; "" when there is none.
[[nodiscard]] std::string json_text(boost::json::object const& dataset, Tag tag);
// Its BulkDataURI; "" when there is none.
[[nodiscard]] std::string json_bulk_data_uri(boost::json::object const& dataset, Tag tag);
[[nodiscard]] bool has_json_attribute(boost::json::object const& dataset, Tag tag);

}  // namespace cassette
