#include "storage/folder_blob_store.h"

#include "storage/sha256.h"
#include "tests/support/blob_folder.h"
#include "tests/support/blob_store_contract.h"
#include "tests/support/bytes_of.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/power_cut_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace cassette {

using testing::bytes_of;
using testing::FailingFileSystem;
using testing::files_in;
using testing::in_a_file;
using testing::large_object;
using testing::path_in;
using testing::PowerCutFileSystem;
using testing::put;
using testing::read_all;
using testing::read_file;
using testing::since;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using testing::write_file;

namespace {

unsigned mode_of(std::filesystem::path const& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

// A folder whose only blob is recorded and, as after a power cut, nothing else.
Digest leave_recorded(std::filesystem::path const& folder) {
    FailingFileSystem files;
    auto store = open_folder_blob_store(folder, files);
    REQUIRE(store);
    auto const digest = put(**store, "small");
    REQUIRE(digest);
    files.fail_at(FailingFileSystem::Call::sync_all, EIO);
    store->reset();
    std::filesystem::remove(path_in(folder, *digest));
    return *digest;
}

}  // namespace

TEST_CASE("FolderBlobStore keeps the contract") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    testing::check_blob_store_contract(**store);
}

TEST_CASE("a blob is the file objects/ab/cd/<sha256>, for the owner alone") {
    TemporaryDirectory const folder;
    auto store = open_folder_blob_store(folder / "data");
    REQUIRE(store);
    auto const digest = put(**store, "abc");
    REQUIRE(digest);
    auto const path =
        folder / "data/objects/ba/78" / "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(read_file(path) == "abc");
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(path.parent_path()) == 0700);
    CHECK(mode_of(folder / "data") == 0700);
    CHECK(files_in(folder / "data/incoming") == 0);
}

TEST_CASE("an open blob gives its descriptor for sendfile") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    auto const digest = put(**store, "abcdef");
    REQUIRE(digest);
    auto const blob = (*store)->open(*digest);
    REQUIRE(blob);
    auto const file = (*blob)->file();
    REQUIRE(file);
    char out[3] = {};
    CHECK(::pread(file->descriptor, out, 3, static_cast<off_t>(file->base) + 2) == 3);
    CHECK(std::string_view{out, 3} == "cde");
}

TEST_CASE("blobs outlive the store that wrote them, and incoming is emptied at the next start") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto const digest = put(**open_folder_blob_store(folder.path()), "kept");
    REQUIRE(digest);
    write_file(folder / "incoming/17", "cut off");
    auto const store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    CHECK(files_in(folder / "incoming") == 0);
    auto const blob = (*store)->open(*digest);
    REQUIRE(blob);
    CHECK(*read_all(**blob) == "kept");
}

TEST_CASE("publishing heals a damaged, a shortened and a missing blob, and it is as new as its last publishing") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    auto const digest = put(**store, "precious");
    REQUIRE(digest);
    auto const path = path_in(folder.path(), *digest);
    auto const long_ago = std::filesystem::file_time_type{std::chrono::seconds{-6'000'000'000}};
    for (std::string_view damaged : {"precioux", "pre", ""}) {
        CAPTURE(damaged);
        write_file(path, damaged);
        std::filesystem::last_write_time(path, long_ago);
        CHECK(put(**store, "precious"));
        CHECK(read_file(path) == "precious");
        CHECK(std::filesystem::last_write_time(path) > long_ago);
    }
    std::filesystem::remove_all(path.parent_path().parent_path());
    CHECK(put(**store, "precious"));
    CHECK(read_file(path) == "precious");
}

TEST_CASE("for_each passes over what is not a blob in its place") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    auto const digest = put(**store, "mine");
    REQUIRE(digest);
    auto const place = path_in(folder.path(), *digest).parent_path();
    write_file(place / "notes.txt", "foreign");
    write_file(place / std::string(64, 'f'), "a digest, but elsewhere");
    write_file(folder / "objects" / digest->hex(), "in the wrong folder");
    std::filesystem::create_directories(place / "deeper" / "still");
    std::string upper = digest->hex();
    std::ranges::transform(upper, upper.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    write_file(place / upper, "upper case");
    std::vector<Digest> found;
    CHECK((*store)->for_each([&](BlobInfo const& info) -> Result<void> {
        found.push_back(info.digest);
        return {};
    }));
    CHECK(found == std::vector{*digest});
}

TEST_CASE("a folder that cannot be made is out_of_resources") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    write_file(folder / "file", "in the way");
    auto const store = open_folder_blob_store(folder / "file" / "data");
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::out_of_resources);
}

TEST_CASE("a store whose incoming folder is gone is out_of_resources") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    std::filesystem::remove(folder / "incoming");
    for (auto const& bytes : {std::string{"small"}, large_object()})
        CHECK(put(**store, bytes).error().code == ErrorCode::out_of_resources);
}

TEST_CASE("a medium that is full is out_of_resources, stays so for that writer, and leaves nothing") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    FailingFileSystem files;
    auto store = open_folder_blob_store(folder.path(), files);
    REQUIRE(store);
    files.fail_at(FailingFileSystem::Call::write, ENOSPC);
    {
        auto writer = (*store)->create();
        REQUIRE(writer);
        auto const bytes = large_object();
        CHECK((*writer)->write(bytes_of(bytes)).error().code == ErrorCode::out_of_resources);
        CHECK((*writer)->write(bytes_of("x")).error().code == ErrorCode::out_of_resources);
        CHECK((*writer)->finish().error().code == ErrorCode::out_of_resources);
        CHECK(files_in(folder / "incoming") == 1);
    }
    CHECK(files_in(folder / "incoming") == 0);
}

TEST_CASE("a publish costs one file sync and one directory sync once its folder is known to be durable") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const place;
    PowerCutFileSystem files{place.path()};
    auto store = open_folder_blob_store(place / "data", files);
    REQUIRE(store);
    REQUIRE(put(**store, in_a_file("one")));
    auto const before = files.syncs();
    auto const calls = files.log().size();
    REQUIRE(put(**store, in_a_file("one")));
    CHECK(files.syncs() - before == 2);
    CHECK(since(files, calls) == std::vector<std::string>{"create", "write", "sync", "rename", "sync_directory"});
}

TEST_CASE("a small blob costs one sync, of the journal, before it has a file") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const place;
    PowerCutFileSystem files{place.path()};
    auto store = open_folder_blob_store(place / "data", files);
    REQUIRE(store);
    REQUIRE(put(**store, "one"));
    auto calls = files.log().size();
    REQUIRE(put(**store, "one"));
    CHECK(since(files, calls) == std::vector<std::string>{"write_at", "sync", "create", "write", "rename"});
    calls = files.log().size();
    store->reset();
    CHECK(since(files, calls) == std::vector<std::string>{"sync_all", "remove", "sync_directory"});
    CHECK(files_in(place / "data/journal") == 0);
}

TEST_CASE("where a sync of everything is not to be trusted, small blobs are files that are synced") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    FailingFileSystem files;
    files.trust_syncs_of_all(false);
    auto store = open_folder_blob_store(folder.path(), files);
    REQUIRE(store);
    testing::check_blob_store_contract(**store);
    auto const syncs = files.syncs();
    REQUIRE(put(**store, ""));
    REQUIRE(put(**store, "small"));
    CHECK(files.syncs() == syncs + 2);
    CHECK(files_in(folder / "journal") == 0);
}

TEST_CASE("a folder that has moved to such a medium is restored from its journal, synced, and has none from then on") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    FailingFileSystem files;
    auto store = open_folder_blob_store(folder.path(), files);
    REQUIRE(store);
    auto const digest = put(**store, "small");
    REQUIRE(digest);
    files.fail_at(FailingFileSystem::Call::sync_all, EIO);  // so that the journal stays
    store->reset();
    CHECK(files_in(folder / "journal") > 0);
    std::filesystem::remove(path_in(folder.path(), *digest));
    FailingFileSystem other;
    other.trust_syncs_of_all(false);
    store = open_folder_blob_store(folder.path(), other);
    REQUIRE(store);
    CHECK(read_file(path_in(folder.path(), *digest)) == "small");
    CHECK(other.syncs() >= 1);
    CHECK(files_in(folder / "journal") == 0);
}

TEST_CASE("a start that cannot restore what is recorded loses nothing, and stores without the journal") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto const digest = leave_recorded(folder.path());
    {
        FailingFileSystem files;
        files.fail_at(FailingFileSystem::Call::rename, ENOSPC);
        auto const store = open_folder_blob_store(folder.path(), files);
        REQUIRE(store);
        CHECK_FALSE(*(*store)->contains(digest));
        files.recover();
        files.fail_at(FailingFileSystem::Call::sync_all, EIO);
        auto const syncs = files.syncs();
        CHECK(put(**store, "another"));
        CHECK(files.syncs() == syncs + 1);
        CHECK((*store)->remove(digest).error().code == ErrorCode::out_of_resources);
    }
    CHECK(files_in(folder / "journal") > 0);
    auto const store = open_folder_blob_store(folder.path());
    REQUIRE(store);
    CHECK(read_file(path_in(folder.path(), digest)) == "small");
    CHECK(files_in(folder / "journal") == 0);
}

TEST_CASE("a journal that cannot be read keeps the store from opening, and is left as it is") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    auto const digest = leave_recorded(folder.path());
    std::filesystem::create_directory(folder / "journal/1");
    CHECK_FALSE(open_folder_blob_store(folder.path()));
    std::filesystem::remove(folder / "journal/1");
    REQUIRE(open_folder_blob_store(folder.path()));
    CHECK(read_file(path_in(folder.path(), digest)) == "small");
}

TEST_CASE("small blobs that have no room for a file are refused, however many come, and the journal stays short") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const folder;
    FailingFileSystem files;
    auto store = open_folder_blob_store(folder.path(), files, {.records = 4});
    REQUIRE(store);
    files.fail_at(FailingFileSystem::Call::rename, ENOSPC);
    for (int i = 0; i < 100; ++i) CHECK_FALSE(put(**store, std::to_string(i)));
    CHECK(files.syncs_of_all() == 25);
    CHECK(std::filesystem::file_size(folder / "journal/0") == 256 * 1024);
}

TEST_CASE("after a restart each outer folder is synced once more, however many inner ones it has") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const place;
    PowerCutFileSystem files{place.path()};
    std::vector<std::string> in_one_folder;  // objects in the same outer folder
    for (int i = 0; in_one_folder.size() < 5; ++i) {
        auto text = in_a_file(std::to_string(i));
        if (sha256(bytes_of(text)).bytes()[0] == 0x5A) in_one_folder.push_back(text);
    }
    {
        auto store = open_folder_blob_store(place / "data", files);
        REQUIRE(store);
        for (auto const& text : in_one_folder) REQUIRE(put(**store, text));
    }
    auto store = open_folder_blob_store(place / "data", files);
    REQUIRE(store);
    auto const before = files.syncs();
    for (auto const& text : in_one_folder) REQUIRE(put(**store, text));
    CHECK(files.syncs() - before == 2 * 5 + 1);
}

}  // namespace cassette
