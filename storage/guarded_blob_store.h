#pragma once

#include "storage/blob_store.h"
#include "storage/writability.h"

namespace cassette {

// A store that takes blobs only while they may be written, and tells what became of each write. Reading and freeing pass
// through. A long blob asks again as it grows. `writability` outlives the store and what it gives out.
[[nodiscard]] std::unique_ptr<BlobStore> guard_blob_store(std::unique_ptr<BlobStore> store, Writability& writability);

}  // namespace cassette
