#include "storage/file_blob.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <filesystem>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

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

TEST_CASE("bytes in a file without a name are a blob that sendfile takes") {
    std::string const bytes(100'000, 'b');
    auto const blob = make_memory_file_blob(std::as_bytes(std::span{bytes}));
    REQUIRE(blob);
    CHECK((*blob)->size() == bytes.size());
    REQUIRE((*blob)->file());
    struct stat status {};
    REQUIRE(::fstat((*blob)->file()->descriptor, &status) == 0);
    CHECK(status.st_nlink == 0);
    std::string out(10, '\0');
    REQUIRE((*blob)->read_at(99'990, std::as_writable_bytes(std::span{out})));
    CHECK(out == std::string(10, 'b'));
    CHECK_FALSE((*blob)->read_at(99'991, std::as_writable_bytes(std::span{out})));
}

TEST_CASE("what was written a moment ago is at hand, and what the system has dropped is not, where it can tell") {
    testing::TemporaryDirectory const folder;
    auto const path = (folder / "blob").native();
    testing::write_file(path, std::string(100'000, 'b'));
    auto const blob = open_file_blob(path);
    REQUIRE(blob);
    auto const file = *(*blob)->file();
    CHECK((*blob)->is_at_hand());
    REQUIRE(sync_data(file.descriptor));
    REQUIRE(::posix_fadvise(file.descriptor, 0, 0, POSIX_FADV_DONTNEED) == 0);
    struct statfs system {};
    REQUIRE(::fstatfs(file.descriptor, &system) == 0);
    bool const disk = system.f_type == EXT4_SUPER_MAGIC || system.f_type == XFS_SUPER_MAGIC;
    if (disk) CHECK_FALSE((*blob)->is_at_hand());
    std::string out(100'000, '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{out})));
    CHECK((*blob)->is_at_hand());
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
