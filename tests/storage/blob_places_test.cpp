#include "storage/blob_places.h"

#include "storage/sha256.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <string_view>

namespace cassette {

using testing::FailingFileSystem;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using testing::write_file;

namespace {

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }

void prepare(TemporaryDirectory const& folder) {
    std::filesystem::create_directories(folder / "incoming");
    std::filesystem::create_directories(folder / "objects");
}

}  // namespace

TEST_CASE("what is put is held, until it is changed, cut or gone") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    prepare(folder);
    BlobPlaces places{folder.path().native(), posix_file_system()};
    auto const bytes = bytes_of("a film cassette");
    auto const digest = sha256(bytes);
    CHECK_FALSE(places.hold(digest, bytes));
    for (auto const sync : {BlobPlaces::Sync::no, BlobPlaces::Sync::yes}) {
        REQUIRE(places.put(digest, bytes, sync));
        CHECK(places.hold(digest, bytes));
        CHECK(std::filesystem::is_empty(folder / "incoming"));
        for (auto const* const damaged : {"a film cassettX", "a film", "a film cassette, and more"}) {
            write_file(places.directories().path_of(digest), damaged);
            CHECK_FALSE(places.hold(digest, bytes));
        }
    }
}

TEST_CASE("putting syncs when it is asked to, and only then") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    prepare(folder);
    FailingFileSystem files;
    BlobPlaces places{folder.path().native(), files};
    auto const bytes = bytes_of("1");
    REQUIRE(places.put(sha256(bytes), bytes, BlobPlaces::Sync::no));
    CHECK(files.syncs() == 0);
    files.fail_at(FailingFileSystem::Call::sync_directory, EIO);
    REQUIRE(places.put(sha256(bytes), bytes, BlobPlaces::Sync::no));
    CHECK_FALSE(places.put(sha256(bytes), bytes, BlobPlaces::Sync::yes));
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
        CHECK(places.put(sha256(bytes), bytes, BlobPlaces::Sync::yes).error().code == ErrorCode::out_of_resources);
        CHECK(std::filesystem::is_empty(folder / "incoming"));
        CHECK_FALSE(places.hold(sha256(bytes), bytes));
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
