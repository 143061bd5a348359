#include "storage/memory_blob_store.h"

#include "tests/support/blob_store_contract.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("MemoryBlobStore keeps the contract") {
    auto const store = make_memory_blob_store();
    testing::check_blob_store_contract(*store);
}

TEST_CASE("a blob in memory has no file to send") {
    auto const store = make_memory_blob_store();
    auto const digest = testing::put(*store, "abc");
    REQUIRE(digest);
    auto const blob = store->open(*digest);
    REQUIRE(blob);
    CHECK_FALSE((*blob)->file());
}

}  // namespace cassette
