#include "storage/file_blob.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <sys/stat.h>

namespace cassette {

TEST_CASE("only a regular file is a blob; anything else is not_found") {
    testing::TemporaryDirectory const folder;
    auto const path = (folder / "blob").native();
    CHECK(open_file_blob(path).error().code == ErrorCode::not_found);
    std::filesystem::create_directory(path + ".d");
    CHECK(open_file_blob(path + ".d").error().code == ErrorCode::not_found);
    // Nobody writes to it: opening must not wait for that.
    REQUIRE(::mkfifo((path + ".fifo").c_str(), 0600) == 0);
    CHECK(open_file_blob(path + ".fifo").error().code == ErrorCode::not_found);
    testing::write_file(path, "123");
    auto const blob = open_file_blob(path);
    REQUIRE(blob);
    CHECK((*blob)->size() == 3);
}

TEST_CASE("a file that became shorter is an error, not zeros") {
    testing::TemporaryDirectory const folder;
    auto const path = folder / "blob";
    testing::write_file(path, "123456");
    auto const blob = open_file_blob(path.native());
    REQUIRE(blob);
    std::filesystem::resize_file(path, 2);
    std::string out(6, '\0');
    CHECK((*blob)->read_at(0, std::as_writable_bytes(std::span{out})).error().code == ErrorCode::internal);
}

}  // namespace cassette
