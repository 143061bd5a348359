#include "archive/retrieve/inflated_range.h"

#include "storage/memory_blob.h"
#include "tests/support/dataset_builder.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::string numbers() {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919 % 1000);
    return text;
}

}  // namespace

TEST_CASE("any range of what a deflated data set inflates to (PS3.5 A.5)") {
    auto const text = numbers();
    std::string const prefix(300, 'p');
    auto const stream = testing::deflated(text);
    MemoryBlob const blob{prefix + stream};
    ByteRange const dataset{prefix.size(), stream.size()};
    for (auto const& range :
         {ByteRange{0, 1}, ByteRange{65'530, 20}, ByteRange{100'000, 150'000}, ByteRange{0, text.size()},
          ByteRange{text.size(), 0}, ByteRange{text.size() - 1, 1}, ByteRange{5, 0}}) {
        CAPTURE(range.offset);
        auto const bytes = inflated_range(blob, dataset, range);
        REQUIRE(bytes);
        CHECK((*bytes == text.substr(range.offset, range.length)));
    }
}

TEST_CASE("a range beyond the end is malformed, and so is a damaged stream") {
    auto const text = numbers();
    auto const stream = testing::deflated(text);
    auto const code = [&](std::string bytes, ByteRange range) {
        auto const size = bytes.size();
        auto const read = inflated_range(MemoryBlob{std::move(bytes)}, {0, size}, range);
        REQUIRE_FALSE(read);
        return read.error().code;
    };
    CHECK(code(stream, {text.size() - 1, 2}) == ErrorCode::malformed);
    CHECK(code(stream.substr(0, stream.size() / 2), {0, text.size()}) == ErrorCode::malformed);
    CHECK(code(std::string(1000, '\xFF'), {0, 10}) == ErrorCode::malformed);
}

}  // namespace cassette
