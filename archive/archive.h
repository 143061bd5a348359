#pragma once

#include "storage/blob_store.h"
#include "storage/index.h"
#include "storage/rendition_cache.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace cassette {

// Bounds on what a data set may ask of us, PS3.5 7.5 (nesting) and 7.1 (elements).
struct DatasetLimits {
    std::uint32_t depth_max = 64;                               // nested sequences
    std::uint32_t elements_max = 4'000'000;                     // all levels together, items included
    std::uint64_t header_bytes_max = std::uint64_t{128} << 20;  // everything but bulk data
    std::uint64_t inflated_bytes_max = std::uint64_t{2} << 30;  // of a deflated data set
    std::uint32_t inline_bytes_max = 32 * 1024;                 // longer values are bulk data, left in the blob
};

struct ArchiveSettings {
    OnDuplicate on_duplicate = OnDuplicate::supersede;
    std::uint64_t instance_bytes_max = 0;  // 0: no limit
    DatasetLimits limits;
    // Where DICOMweb answers, path only: metadata name their bulk data below it, which no proxy in front invalidates.
    std::string dicomweb_path = "/dicom-web";
    // Secret of this archive, from which the UIDs of de-identified objects are derived (archive/deidentify).
    std::string pseudonym_key = {};
};

// What the verbs of archive work on. Borrows; the three stores outlive it. Thread-safe as they are.
struct Archive {
    BlobStore& blobs;
    Index& index;
    RenditionCache& renditions;
    ArchiveSettings settings;
};

}  // namespace cassette
