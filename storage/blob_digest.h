#pragma once

#include "storage/blob_store.h"

namespace cassette {

// The digest of all the bytes of a blob, read again in constant memory. Errors are those of Blob::read_at.
[[nodiscard]] Result<Digest> digest_of(Blob const& blob);

// Whether the blob is there and its bytes still have the digest that names it. An error is one of the store or its medium.
[[nodiscard]] Result<bool> is_intact(BlobStore const& blobs, Digest const& digest);

}  // namespace cassette
