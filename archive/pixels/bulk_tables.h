#pragma once

#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <cstdint>

namespace cassette {

struct StoredObject {
    Archive const& archive;
    Principal const& principal;
    InstanceLocation const& location;
    InstanceLayout const& layout;
};

// Puts lookup tables and palettes that are too long for a header back into it, as far as rendering the frame may need them.
// Errors are those of bulk_bytes.
[[nodiscard]] Result<void> put_back_tables(StoredObject const& object, std::uint32_t frame, DcmDataset& header);

// All bytes of a range.
[[nodiscard]] Result<std::string> read_all(BlobRange const& range);

}  // namespace cassette
