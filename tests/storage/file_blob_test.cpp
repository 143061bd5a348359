#include "storage/file_blob.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <filesystem>
#include <linux/magic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <vector>

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

namespace {

// Whether the system has the first and the last page of the file in memory, as it says itself.
bool is_in_memory(int descriptor, std::size_t size) {
    void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    REQUIRE(mapped != MAP_FAILED);
    std::size_t const page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    std::vector<unsigned char> pages((size + page - 1) / page);
    REQUIRE(::mincore(mapped, size, pages.data()) == 0);
    ::munmap(mapped, size);
    return (pages.front() & 1U) != 0 && (pages.back() & 1U) != 0;
}

// Asks the system to drop the file from memory, which it may put off; returns whether it has.
bool drop_from_memory(int descriptor, std::size_t size) {
    REQUIRE(sync_data(descriptor));
    for (int attempt = 0; attempt < 1000; ++attempt) {
        REQUIRE(::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) == 0);
        if (!is_in_memory(descriptor, size)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("what was written a moment ago is at hand; what the system has dropped is not, until it is in memory again") {
    testing::TemporaryDirectory const folder;
    auto const path = (folder / "blob").native();
    testing::write_file(path, std::string(100'000, 'b'));
    auto const blob = open_file_blob(path);
    REQUIRE(blob);
    auto const file = *(*blob)->file();
    CHECK((*blob)->is_at_hand());
    struct statfs system {};
    REQUIRE(::fstatfs(file.descriptor, &system) == 0);
    bool const disk = system.f_type == EXT4_SUPER_MAGIC || system.f_type == XFS_SUPER_MAGIC;
    if (disk && drop_from_memory(file.descriptor, 100'000)) {
        // The question itself may make the system read ahead, which a fast disk has done before the answer.
        bool const at_hand = (*blob)->is_at_hand();
        CHECK((!at_hand || is_in_memory(file.descriptor, 100'000)));
    }
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
