#include "storage/blob_digest.h"

#include "schema/moment.h"
#include "storage/memory_blob.h"
#include "storage/memory_blob_store.h"
#include "tests/support/failing_blobs.h"
#include "tests/support/sha256_of.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Digest put(BlobStore& blobs, std::string_view bytes) {
    auto const writer = blobs.create();
    REQUIRE(writer);
    REQUIRE((*writer)->write(std::as_bytes(std::span{bytes})));
    auto const digest = (*writer)->finish();
    REQUIRE(digest);
    REQUIRE((*writer)->publish(nanoseconds_now()));
    return *digest;
}

}  // namespace

TEST_CASE("the digest is of all the bytes, however many") {
    for (std::size_t const size : {0U, 1U, 262'144U, 262'145U, 1'000'001U}) {
        CAPTURE(size);
        std::string bytes(size, 'b');
        if (size > 0) bytes.back() = 'e';
        auto const digest = digest_of(MemoryBlob{bytes});
        REQUIRE(digest);
        CHECK(digest->hex() == testing::sha256_of(bytes));
    }
}

TEST_CASE("a blob is intact when it is there and has its digest") {
    auto const blobs = make_memory_blob_store();
    auto const digest = put(*blobs, "bytes");
    CHECK(*is_intact(*blobs, digest));
    REQUIRE(blobs->remove(digest));
    auto const gone = is_intact(*blobs, digest);
    REQUIRE(gone);
    CHECK_FALSE(*gone);
}

TEST_CASE("a medium that fails says nothing about the blob") {
    auto const sound = make_memory_blob_store();
    auto const digest = put(*sound, "bytes");
    testing::FailingBlobs const blobs{*sound};
    auto const intact = is_intact(blobs, digest);
    REQUIRE_FALSE(intact);
    CHECK(intact.error().code == ErrorCode::internal);
}

}  // namespace cassette
