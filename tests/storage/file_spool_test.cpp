#include "storage/file_spool.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

namespace cassette {

namespace {

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

std::string read(Blob const& blob, std::uint64_t offset, std::size_t length) {
    std::string text(length, '\0');
    REQUIRE(blob.read_at(offset, std::as_writable_bytes(std::span{text})));
    return text;
}

}  // namespace

TEST_CASE("a spool gives back what was appended, from anywhere, while it grows") {
    testing::TemporaryDirectory const folder;
    auto const spool = open_file_spool(folder.path().string());
    REQUIRE(spool);
    CHECK((*spool)->size() == 0);
    REQUIRE((*spool)->append(bytes_of("hello ")));
    CHECK(read(**spool, 0, 5) == "hello");
    REQUIRE((*spool)->append(bytes_of("world")));
    CHECK((*spool)->size() == 11);
    CHECK(read(**spool, 4, 4) == "o wo");
    std::byte beyond[2];
    CHECK((*spool)->read_at(10, beyond).error().code == ErrorCode::internal);
}

TEST_CASE("a spool has no name, so nothing of it stays behind") {
    testing::TemporaryDirectory const folder;
    auto const spool = open_file_spool(folder.path().string());
    REQUIRE(spool);
    REQUIRE((*spool)->append(bytes_of("secret")));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a spool where no file can be made is out of resources") {
    auto const spool = open_file_spool("/nonexistent/folder");
    REQUIRE_FALSE(spool);
    CHECK(spool.error().code == ErrorCode::out_of_resources);
}

}  // namespace cassette
