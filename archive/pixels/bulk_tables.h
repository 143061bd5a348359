#pragma once

#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <cstdint>

namespace cassette {

struct ObjectInArchive {
    Archive const& archive;
    Principal const& principal;
    InstanceLocation const& location;
    InstanceLayout const& layout;
};

// What rendering a frame needs of the values that are too long for a header, besides lookup tables and palettes.
struct WantedTables {
    std::uint32_t frame = 1;
    bool overlays = false;
    bool profiles = false;  // ICC
};

// Puts lookup tables, palettes, overlays and profiles that are too long for a header back into it, as far as they are wanted.
// What is longer than such things can be stays away. Errors are those of bulk_bytes.
[[nodiscard]] Result<void> put_back_tables(ObjectInArchive const& object, WantedTables const& wanted,
                                           DcmDataset& header);

// All bytes of a range.
[[nodiscard]] Result<std::string> read_all(BlobRange const& range);

}  // namespace cassette
