#pragma once

#include "storage/blob_store.h"

namespace cassette {

// Blobs in memory: gone with the store. For tests of what stands above, and for trying things out.
[[nodiscard]] std::unique_ptr<BlobStore> make_memory_blob_store();

}  // namespace cassette
