#include "archive/pixels/transcode/dataset_bytes.h"

#include "storage/memory_blob.h"
#include "tests/support/dataset_builder.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::string text_of(std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(i * i / 1000);
    return text;
}

DatasetBytes deflated_bytes(std::string const& text) {
    auto small = "before" + testing::deflated(text);
    InstanceLayout layout;
    layout.deflated = true;
    layout.dataset = {6, small.size() - 6};
    return {std::make_shared<MemoryBlob>(std::move(small)), layout};
}

std::string read(DatasetBytes& bytes, std::uint64_t offset, std::size_t length) {
    std::string out(length, '\0');
    REQUIRE(bytes.read_at(offset, std::as_writable_bytes(std::span{out})));
    return out;
}

}  // namespace

TEST_CASE("what is not deflated is read where it lies in the blob") {
    DatasetBytes bytes{std::make_shared<MemoryBlob>("0123456789"), {}};
    CHECK(read(bytes, 3, 4) == "3456");
    CHECK_FALSE(bytes.failure());
}

TEST_CASE("what is deflated is read where it would lie, forward and back (PS3.5 A.5)") {
    auto const text = text_of(500'000);
    auto bytes = deflated_bytes(text);
    for (std::size_t const at : {0U, 10U, 70'000U, 70'001U, 400'000U, 5U, 499'990U})
        CHECK((read(bytes, at, 10) == text.substr(at, 10)));
    CHECK((read(bytes, 0, text.size()) == text));
}

TEST_CASE("beyond the end is an error, and remembered") {
    auto bytes = deflated_bytes("short");
    std::string out(10, '\0');
    auto const beyond = bytes.read_at(0, std::as_writable_bytes(std::span{out}));
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().code == ErrorCode::malformed);
    REQUIRE(bytes.failure());
    CHECK(bytes.failure()->code == ErrorCode::malformed);
    DatasetBytes plain{std::make_shared<MemoryBlob>("short"), {}};
    CHECK(plain.read_at(0, std::as_writable_bytes(std::span{out})).error().code == ErrorCode::internal);
    CHECK(plain.failure()->code == ErrorCode::internal);
}

}  // namespace cassette
