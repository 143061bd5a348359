#include "storage/blob_places.h"

#include "schema/moment.h"
#include "storage/file_time.h"
#include "storage/sha256.h"
#include "tests/support/bytes_of.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>

namespace cassette {

using testing::bytes_of;
using testing::FailingFileSystem;
using testing::read_file;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using testing::write_file;

namespace {

void prepare(TemporaryDirectory const& folder) {
    std::filesystem::create_directories(folder / "incoming");
    std::filesystem::create_directories(folder / "objects");
}

std::int64_t time_of(std::filesystem::path const& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return modified_at(status);
}

}  // namespace

TEST_CASE("what is put is in its place, whatever was there") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    prepare(folder);
    BlobPlaces places{folder.path().native(), posix_file_system()};
    auto const bytes = bytes_of("a film cassette");
    auto const digest = sha256(bytes);
    auto const path = places.directories().path_of(digest);
    for (auto const sync : {BlobPlaces::Sync::no, BlobPlaces::Sync::yes}) {
        REQUIRE(places.put(digest, bytes, 7, sync));
        CHECK(read_file(path) == "a film cassette");
        CHECK(time_of(path) == 7);
        CHECK(std::filesystem::is_empty(folder / "incoming"));
        write_file(path, "a film");
    }
}

TEST_CASE("a file that is put again is another file with the time of the first") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    prepare(folder);
    BlobPlaces places{folder.path().native(), posix_file_system()};
    auto const bytes = bytes_of("a film cassette");
    auto const digest = sha256(bytes);
    auto const path = places.directories().path_of(digest);
    for (auto const sync : {BlobPlaces::Sync::no, BlobPlaces::Sync::yes}) {
        std::filesystem::remove(path);
        auto const before = nanoseconds_now();
        REQUIRE(places.put_again(digest, bytes, sync));
        CHECK(time_of(path) >= before);
        CHECK(time_of(path) <= nanoseconds_now());
        auto const then = std::filesystem::file_time_type{std::chrono::seconds{-6'000'000'000}};
        write_file(path, "damaged");
        std::filesystem::last_write_time(path, then);
        REQUIRE(places.put_again(digest, bytes, sync));
        CHECK(read_file(path) == "a film cassette");
        CHECK(std::filesystem::last_write_time(path) == then);
    }
}

TEST_CASE("putting syncs when it is asked to, and only then") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    prepare(folder);
    FailingFileSystem files;
    BlobPlaces places{folder.path().native(), files};
    auto const bytes = bytes_of("1");
    REQUIRE(places.put(sha256(bytes), bytes, 7, BlobPlaces::Sync::no));
    CHECK(files.syncs() == 0);
    files.fail_at(FailingFileSystem::Call::sync_directory, EIO);
    REQUIRE(places.put(sha256(bytes), bytes, 7, BlobPlaces::Sync::no));
    CHECK_FALSE(places.put(sha256(bytes), bytes, 7, BlobPlaces::Sync::yes));
    CHECK(files.syncs() == 1);
}

TEST_CASE("what cannot be put leaves nothing in incoming") {
    TemporaryFoldersInMemory const in_memory;
    using Call = FailingFileSystem::Call;
    for (auto const call : {Call::create, Call::write, Call::sync, Call::rename, Call::make_directory}) {
        TemporaryDirectory const folder;
        prepare(folder);
        FailingFileSystem files;
        BlobPlaces places{folder.path().native(), files};
        files.fail_at(call, ENOSPC);
        auto const bytes = bytes_of("1");
        CHECK(places.put(sha256(bytes), bytes, 7, BlobPlaces::Sync::yes).error().code == ErrorCode::out_of_resources);
        CHECK(std::filesystem::is_empty(folder / "incoming"));
        CHECK_FALSE(std::filesystem::exists(places.directories().path_of(sha256(bytes))));
    }
}

TEST_CASE("a file that cannot be made is out_of_resources, whatever the reason; too many open ones are of the moment") {
    TemporaryDirectory const folder;
    FailingFileSystem files;
    BlobPlaces places{folder.path().native(), files};
    CHECK(places.create(places.new_name()).error().code == ErrorCode::out_of_resources);  // no incoming/
    files.fail_at(FailingFileSystem::Call::create, EMFILE);
    CHECK(places.create(places.new_name()).error().code == ErrorCode::unavailable);
}

}  // namespace cassette
