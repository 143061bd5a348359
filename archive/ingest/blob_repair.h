#pragma once

#include "archive/archive.h"

#include <cstdint>
#include <string>

namespace cassette {

// A stored blob that is missing or damaged, and another one that holds the data set which it held.
struct BlobRepair {
    Digest damaged;
    Digest sound;
    std::int64_t stored_at;  // of the damaged one, nanoseconds since 1970: made again, it keeps its turn
    std::string prefix;      // what precedes that data set when it comes by C-STORE (make_file_prefix)
};

// Makes the damaged blob again of the sound one's data set, behind the File Meta that the damaged one still shows or behind
// `prefix`, and publishes it when the bytes have its digest; false when neither gives it. Errors are those of the stores.
[[nodiscard]] Result<bool> repair_blob(BlobStore& blobs, BlobRepair const& repair);

}  // namespace cassette
