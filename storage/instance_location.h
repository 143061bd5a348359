#pragma once

#include "schema/digest.h"
#include "schema/uid.h"
#include "storage/instance_record.h"

#include <cstdint>
#include <string>

namespace cassette {

// The current version of one SOP Instance, as far as moving its bytes needs to know.
struct InstanceLocation {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    SOPClassUID sop_class;
    TransferSyntaxUID transfer_syntax;
    Digest blob;
    std::uint64_t size = 0;        // bytes of the blob
    std::int64_t stored_at = 0;    // nanoseconds since 1970
    std::uint32_t frames = 0;      // Number of Frames, 1 where absent
    std::int64_t version_key = 0;  // for `derived`
};

struct Derived {
    std::string layout;
    DeflatedText metadata;
};

struct VersionInfo {
    SOPInstanceUID instance;
    Digest blob;
    std::uint64_t size;
    std::int64_t stored_at;
    bool current;
};

}  // namespace cassette
