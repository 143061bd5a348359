#include "archive/pixels/transcode/byte_stream.h"

#include "archive/part10/inflater.h"
#include "storage/memory_blob.h"
#include "tests/support/transcoded.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::vector<std::unique_ptr<ByteStream>> two_texts() {
    std::vector<std::unique_ptr<ByteStream>> streams;
    streams.push_back(stream_of(std::string{"first"}));
    streams.push_back(stream_of(std::string{"second"}));
    return streams;
}

}  // namespace

TEST_CASE("streams follow each other, and know their length together") {
    auto const stream = concatenated(two_texts());
    CHECK(stream->length() == 11);
    CHECK(*testing::all_of(*stream) == "firstsecond");
    CHECK_FALSE(*stream->next());
    auto streams = two_texts();
    streams.push_back(deflated(stream_of(std::string{"x"})));
    CHECK_FALSE(concatenated(std::move(streams))->length());
}

TEST_CASE("a blob is read from its first byte to its last") {
    std::string const bytes(3'000'000, 'x');
    auto const stream = stream_of(std::shared_ptr<Blob const>{std::make_shared<MemoryBlob>(bytes)});
    CHECK((*testing::all_of(*stream) == bytes));
}

TEST_CASE("a deflated stream inflates to what it was, and has an even length (PS3.5 A.5)") {
    for (std::size_t length : {0U, 1U, 2U, 3U, 1'000'000U}) {
        CAPTURE(length);
        std::string text;
        for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(i * i / 7);
        auto const small = testing::all_of(*deflated(stream_of(text)));
        REQUIRE(small);
        CHECK(small->size() % 2 == 0);
        std::string inflated;
        Inflater inflater{length + 1};
        auto const keep = [&](std::span<std::byte const> bytes) -> Result<void> {
            inflated.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
            return {};
        };
        REQUIRE(inflater.feed(std::as_bytes(std::span{*small}), keep));
        CHECK(inflater.ended());
        CHECK((inflated == text));
    }
}

}  // namespace cassette
