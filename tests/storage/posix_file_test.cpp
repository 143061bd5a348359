#include "storage/posix_file.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <fcntl.h>
#include <string>

namespace cassette {

TEST_CASE("a medium that is full, refuses or fails is out_of_resources") {
    for (int number : {ENOSPC, EDQUOT, EFBIG, EROFS, EIO, EACCES}) {
        CAPTURE(number);
        bool const full = number == ENOSPC || number == EDQUOT || number == EFBIG;
        CHECK(error_of_errno(number, "write").code == ErrorCode::out_of_resources);
        CHECK(is_lack_of_space(error_of_errno(number, "write")) == full);
    }
    for (int number : {EMFILE, ENFILE, ENOMEM}) {
        CAPTURE(number);
        CHECK(error_of_errno(number, "open").code == ErrorCode::unavailable);
    }
    CHECK(error_of_errno(ENOENT, "open").code == ErrorCode::not_found);
    CHECK(error_of_errno(EINVAL, "open").code == ErrorCode::internal);
    CHECK(error_of_errno(ENOSPC, "write").detail == "write: No space left on device");
}

TEST_CASE("a device that is full says so") {
    auto const full = open_file("/dev/full", O_WRONLY);
    REQUIRE(full);
    auto const written = write_all(full->get(), std::as_bytes(std::span{"x", 1}));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::out_of_resources);
}

TEST_CASE("a descriptor is closed once, by its last owner") {
    testing::TemporaryDirectory const folder;
    auto opened = open_file((folder / "file").native(), O_RDWR | O_CREAT);
    REQUIRE(opened);
    int const number = opened->get();
    {
        FileDescriptor first{std::move(*opened)};
        CHECK_FALSE(opened->is_open());
        FileDescriptor second;
        second = std::move(first);
        CHECK(second.get() == number);
    }
    CHECK(::fcntl(number, F_GETFD) == -1);
}

TEST_CASE("reading fills the whole span or fails") {
    testing::TemporaryDirectory const folder;
    testing::write_file(folder / "file", "12345");
    auto const file = open_file((folder / "file").native(), O_RDONLY);
    REQUIRE(file);
    std::string out(3, '\0');
    auto const span = std::as_writable_bytes(std::span{out});
    CHECK(read_exactly(file->get(), 2, span));
    CHECK(out == "345");
    CHECK(read_exactly(file->get(), 3, span).error().code == ErrorCode::internal);
}

TEST_CASE("a medium that cannot be read is internal, and no reason to write nothing") {
    auto const unreadable = open_file("/proc/self/mem", O_RDONLY);  // nothing is mapped at its beginning: EIO
    REQUIRE(unreadable);
    std::string out(3, '\0');
    auto const read = read_exactly(unreadable->get(), 0, std::as_writable_bytes(std::span{out}));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::internal);
    CHECK(read.error().detail == "read: Input/output error");
}

TEST_CASE("a directory is made once") {
    testing::TemporaryDirectory const folder;
    auto const path = (folder / "made").native();
    CHECK(*make_directory(path) == Made::created);
    CHECK(*make_directory(path) == Made::existed);
    CHECK(make_directory(path + "/a/b").error().code == ErrorCode::not_found);
    CHECK(sync_directory(path));
    CHECK(sync_directory(path + "/a").error().code == ErrorCode::not_found);
}

TEST_CASE("writing at an offset leaves what is around it, and the descriptor's own position") {
    testing::TemporaryDirectory const folder;
    testing::write_file(folder / "file", "abcdef");
    auto const file = open_file((folder / "file").native(), O_RDWR);
    REQUIRE(file);
    CHECK(write_all_at(file->get(), 2, std::as_bytes(std::span{"XY", 2})));
    CHECK(write_all_at(file->get(), 8, std::as_bytes(std::span{"Z", 1})));
    CHECK(write_all(file->get(), std::as_bytes(std::span{"1", 1})));
    CHECK(testing::read_file(folder / "file") == std::string{"1bXYef\0\0Z", 9});
    auto const full = open_file("/dev/full", O_WRONLY);
    REQUIRE(full);
    CHECK(is_lack_of_space(write_all_at(full->get(), 0, std::as_bytes(std::span{"x", 1})).error()));
}

TEST_CASE("only a local file system is trusted to sync itself as a whole") {
    CHECK(syncs_whole("/dev/shm"));
    CHECK_FALSE(syncs_whole("/proc"));
    CHECK_FALSE(syncs_whole("/nowhere"));
    testing::TemporaryDirectory const folder;
    auto const directory = open_file(folder.path().native(), O_RDONLY | O_DIRECTORY);
    REQUIRE(directory);
    CHECK(sync_file_system(directory->get()));
    CHECK_FALSE(sync_file_system(-1));
}

}  // namespace cassette
