#pragma once

#include "schema/moment.h"
#include "storage/blob_store.h"

#include <string>
#include <string_view>

namespace cassette::testing {

// Stores and publishes the bytes.
[[nodiscard]] Result<Digest> put(BlobStore& store, std::string_view bytes, std::int64_t stored_at = nanoseconds_now());
// All of a blob's bytes.
[[nodiscard]] Result<std::string> read_all(Blob const& blob);

// What every BlobStore promises. The store is empty. Call it from a TEST_CASE: it has SUBCASEs.
void check_blob_store_contract(BlobStore& store);

}  // namespace cassette::testing
