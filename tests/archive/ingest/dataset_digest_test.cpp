#include "archive/ingest/dataset_digest.h"

#include "storage/memory_blob.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/sha256_of.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::small_image;

std::string digest_of(std::string file) {
    auto const digest = dataset_digest(MemoryBlob{std::move(file)});
    REQUIRE(digest);
    return digest->hex();
}

}  // namespace

TEST_CASE("the digest is of the data set alone, whatever File Meta stands before it (PS3.10 7.1)") {
    auto const dataset = small_image().dataset();
    CHECK(digest_of(small_image().part10()) == testing::sha256_of(dataset));
    CHECK(digest_of(small_image().part10("1.2.3.4")) == testing::sha256_of(dataset));
    CHECK(digest_of(std::string(128, '\0') + "DICM" + dataset) == testing::sha256_of(dataset));
    CHECK(digest_of(std::string(128, 'p') + "DICM" + dataset) == testing::sha256_of(dataset));
}

TEST_CASE("a data set of several pieces is hashed whole") {
    auto const large = small_image().bytes({0x7FE0, 0x0010}, "OW", std::string(3'000'001, 'p'));
    CHECK(digest_of(large.part10()) == testing::sha256_of(large.dataset()));
}

TEST_CASE("what is no Part 10 file is malformed") {
    for (auto const& bytes : {std::string{}, std::string(131, '\0'), std::string(132, '\0') + "\2"}) {
        auto const digest = dataset_digest(MemoryBlob{bytes});
        REQUIRE_FALSE(digest);
        CHECK(digest.error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette
