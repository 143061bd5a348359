#include "storage/folder_blob_store.h"

#include "storage/sha256.h"
#include "tests/support/blob_store_contract.h"
#include "tests/support/power_cut_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace cassette {

using testing::Leftovers;
using testing::PowerCutFileSystem;
using testing::put;
using testing::read_all;
using testing::read_file;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using testing::write_file;

namespace {

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }

std::filesystem::path path_in(std::filesystem::path const& folder, Digest const& digest) {
    auto const hex = digest.hex();
    return folder / "objects" / hex.substr(0, 2) / hex.substr(2, 2) / hex;
}

std::size_t files_in(std::filesystem::path const& folder) {
    std::filesystem::directory_iterator const entries{folder};
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

unsigned mode_of(std::filesystem::path const& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

// Larger than the writer's buffer, so that it is written in several calls.
std::string large_object() {
    std::string bytes;
    for (int i = 0; bytes.size() < 600'000; ++i) bytes += std::to_string(i);
    return bytes;
}

// ---- the law of a power cut --------------------------------------------------------------------------------------------

enum class After { absent, whole, partial };

// What a restart finds of a blob. Opening the store may not fail: whatever is left must be something it can start on.
After after_restart(PowerCutFileSystem const& files, Leftovers leftovers, std::string const& bytes) {
    TemporaryDirectory const place;
    auto const found = place / "restarted";
    files.restart_into(found, leftovers);
    auto const store = open_folder_blob_store(found / "data");
    REQUIRE(store);
    CHECK(files_in(found / "data" / "incoming") == 0);
    auto const blob = (*store)->open(sha256(bytes_of(bytes)));
    if (!blob) return After::absent;
    auto const read = read_all(**blob);
    return read && *read == bytes ? After::whole : After::partial;
}

constexpr std::array all_leftovers{Leftovers::nothing, Leftovers::names_only};

// Stores one object, as a node does: open, write, finish, publish. True when publish said so.
bool store_once(FileSystem& files, std::filesystem::path const& root, std::string const& bytes) {
    auto store = open_folder_blob_store(root / "data", files);
    return store && put(**store, bytes);
}

int syncs_needed(std::string const& bytes) {
    TemporaryDirectory const place;
    PowerCutFileSystem files{place.path()};
    REQUIRE(store_once(files, place.path(), bytes));
    return files.syncs();
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
    auto const writer = (*store)->create();
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == ErrorCode::out_of_resources);
}

TEST_CASE("a medium that is full is out_of_resources, stays so for that writer, and leaves nothing") {
    TemporaryFoldersInMemory const in_memory;
    class FullFileSystem final : public FileSystem {
    public:
        Result<FileDescriptor> create(std::string const& path) override { return posix_file_system().create(path); }
        Result<void> write(int, std::span<std::byte const>) override { return fail(error_of_errno(ENOSPC, "write")); }
        Result<void> sync(int descriptor) override { return posix_file_system().sync(descriptor); }
        Result<void> rename(std::string const& from, std::string const& to) override {
            return posix_file_system().rename(from, to);
        }
        Result<void> remove(std::string const& path) override { return posix_file_system().remove(path); }
        Result<Made> make_directory(std::string const& path) override {
            return posix_file_system().make_directory(path);
        }
        Result<void> sync_directory(std::string const& path) override {
            return posix_file_system().sync_directory(path);
        }
    };
    TemporaryDirectory const folder;
    FullFileSystem files;
    auto store = open_folder_blob_store(folder.path(), files);
    REQUIRE(store);
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
    REQUIRE(put(**store, "one"));
    auto const before = files.syncs();
    auto const calls = files.log().size();
    REQUIRE(put(**store, "one"));
    CHECK(files.syncs() - before == 2);
    CHECK(std::vector(files.log().begin() + static_cast<std::ptrdiff_t>(calls), files.log().end()) ==
          std::vector<std::string>{"create", "write", "sync", "rename", "sync_directory"});
}

TEST_CASE("after a restart each outer folder is synced once more, however many inner ones it has") {
    TemporaryFoldersInMemory const in_memory;
    TemporaryDirectory const place;
    PowerCutFileSystem files{place.path()};
    std::vector<std::string> in_one_folder;  // objects in the same outer folder
    for (int i = 0; in_one_folder.size() < 5; ++i) {
        auto text = std::to_string(i);
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

TEST_CASE("power cut: published means whole; before that, absent or whole") {
    TemporaryFoldersInMemory const in_memory;
    for (auto const& bytes : {std::string{"small"}, large_object()}) {
        bool published = false;
        // Of the 256 folders that are made alike, a few stand for all.
        for (int cut = 0; !published; cut += cut == 8 ? 245 : 1) {
            TemporaryDirectory const place;
            PowerCutFileSystem files{place.path()};
            files.settle();
            files.cut_before(cut);
            published = store_once(files, place.path(), bytes);
            CAPTURE(cut);
            for (auto const leftovers : all_leftovers) {
                auto const found = after_restart(files, leftovers, bytes);
                CHECK(found != After::partial);
                if (published) CHECK(found == After::whole);
            }
        }
    }
}

TEST_CASE("power cut: a whole blob stays whole while the same bytes are published again, and a damaged one is healed") {
    TemporaryFoldersInMemory const in_memory;
    auto const bytes = large_object();
    bool published = false;
    for (int cut = 258; !published; ++cut) {
        for (bool const damaged : {false, true}) {
            TemporaryDirectory const place;
            REQUIRE(store_once(posix_file_system(), place.path(), bytes));
            if (damaged) write_file(path_in(place / "data", sha256(bytes_of(bytes))), "damaged");
            PowerCutFileSystem files{place.path()};
            files.settle();
            files.cut_before(cut);
            published = store_once(files, place.path(), bytes);
            CAPTURE(cut);
            CAPTURE(damaged);
            for (auto const leftovers : all_leftovers) {
                auto const found = after_restart(files, leftovers, bytes);
                if (!damaged || published) CHECK(found == After::whole);
                CHECK(found != After::absent);
            }
        }
    }
}

TEST_CASE("power cut: leaving out any one sync is caught") {
    TemporaryFoldersInMemory const in_memory;
    auto const bytes = large_object();
    // The data folder's own name, objects/, the names in it, the file, the two folders above it.
    REQUIRE(syncs_needed(bytes) == 6);
    for (int sync = 0; sync < 6; ++sync) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        files.settle();
        files.ignore_sync(sync);
        REQUIRE(store_once(files, place.path(), bytes));
        CAPTURE(sync);
        // The law of the tests above does not hold: what was published is not there.
        CHECK(after_restart(files, Leftovers::nothing, bytes) != After::whole);
    }
}

TEST_CASE("power cut: a folder that is made later in a known one is as safe as the first") {
    TemporaryFoldersInMemory const in_memory;
    auto const byte_of = [](int i) { return sha256(bytes_of(std::to_string(i))).bytes()[0]; };
    int other = 1;
    while (byte_of(other) != byte_of(0)) ++other;
    for (int sync = -1; sync < 3; ++sync) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        files.settle();
        auto store = open_folder_blob_store(place / "data", files);
        REQUIRE(store);
        REQUIRE(put(**store, "0"));
        auto const calls = files.log().size();
        if (sync >= 0) files.ignore_sync(files.syncs() + sync);
        REQUIRE(put(**store, std::to_string(other)));
        CHECK(std::vector(files.log().begin() + static_cast<std::ptrdiff_t>(calls), files.log().end()) ==
              std::vector<std::string>{"create", "write", "sync", "make_directory", "rename", "sync_directory",
                                       "sync_directory"});
        CAPTURE(sync);
        auto const found = after_restart(files, Leftovers::nothing, std::to_string(other));
        CHECK((found == After::whole) == (sync < 0));
    }
}

TEST_CASE("power cut: a second object in a known folder is as safe as the first") {
    TemporaryFoldersInMemory const in_memory;
    for (int sync = -1; sync < 2; ++sync) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        files.settle();
        auto store = open_folder_blob_store(place / "data", files);
        REQUIRE(store);
        std::set<Digest::Bytes> known;
        std::string second;
        // 65536 folders: of a thousand objects some two share one.
        for (int i = 0; second.empty(); ++i) {
            auto key = sha256(bytes_of(std::to_string(i))).bytes();
            std::fill(key.begin() + 2, key.end(), std::uint8_t{0});
            if (!known.insert(key).second)
                second = std::to_string(i);
            else
                REQUIRE(put(**store, std::to_string(i)));
        }
        if (sync >= 0) files.ignore_sync(files.syncs() + sync);
        REQUIRE(put(**store, second));
        CAPTURE(sync);
        auto const found = after_restart(files, Leftovers::nothing, second);
        CHECK((found == After::whole) == (sync < 0));
    }
}

}  // namespace cassette
