#include "archive/pixels/video/fragment_input.h"

#include "storage/memory_blob.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::video {

namespace {

FragmentInput input_of(std::string bytes, std::vector<ByteRange> fragments) {
    return {std::make_shared<MemoryBlob>(std::move(bytes)), std::move(fragments)};
}

std::string read_all(FragmentInput& input, std::size_t at_once) {
    std::string all;
    std::string piece(at_once, '\0');
    for (auto read = input.read(std::as_writable_bytes(std::span{piece})); read && *read > 0;
         read = input.read(std::as_writable_bytes(std::span{piece})))
        all.append(piece, 0, *read);
    return all;
}

}  // namespace

TEST_CASE("fragments are read as one stream, from anywhere in it") {
    for (std::size_t const at_once : {1U, 3U, 100U}) {
        auto input = input_of("..abc..de.", {{2, 3}, {6, 0}, {7, 2}});
        CHECK(input.size() == 5);
        CHECK(read_all(input, at_once) == "abcde");
        CHECK(input.position() == 5);
        input.seek(2);
        CHECK(read_all(input, at_once) == "cde");
        input.seek(9);
        CHECK(read_all(input, at_once).empty());
        CHECK_FALSE(input.error());
    }
    auto none = input_of("", {});
    CHECK(read_all(none, 1).empty());
}

TEST_CASE("the first error is kept") {
    auto input = input_of("abc", {{0, 3}, {2, 4}});
    CHECK(read_all(input, 10) == "abc");
    REQUIRE(input.error());
    CHECK(input.error()->code == ErrorCode::internal);
}

}  // namespace cassette::video
