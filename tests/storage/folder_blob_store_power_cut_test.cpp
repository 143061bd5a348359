// What is published is there after the power went, on a disk that forgets what was not synced.

#include "storage/folder_blob_store.h"

#include "storage/sha256.h"
#include "tests/support/blob_folder.h"
#include "tests/support/blob_store_contract.h"
#include "tests/support/bytes_of.h"
#include "tests/support/power_cut_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

namespace cassette {

using testing::bytes_of;
using testing::files_in;
using testing::in_a_file;
using testing::large_object;
using testing::Leftovers;
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

// Stores small blobs until one is refused, through the turns of a journal of two records a segment.
std::vector<std::string> store_many(FileSystem& files, std::filesystem::path const& data) {
    std::vector<std::string> published;
    auto const store = open_folder_blob_store(data, files, {.records = 2});
    for (int i = 0; store && i < 7; ++i) {
        auto const text = std::to_string(i);
        if (put(**store, text)) published.push_back(text);
    }
    return published;
}

bool are_whole(std::filesystem::path const& data, std::vector<std::string> const& texts) {
    auto const store = open_folder_blob_store(data);
    REQUIRE(store);
    return std::ranges::all_of(texts, [&](std::string const& text) {
        auto const blob = (*store)->open(sha256(bytes_of(text)));
        return blob && *read_all(**blob) == text;
    });
}

}  // namespace

TEST_CASE("a freed blob does not come back from the journal, wherever the power is cut") {
    TemporaryFoldersInMemory const in_memory;
    bool removed = false;
    for (int cut = 0; !removed; ++cut) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        auto store = open_folder_blob_store(place / "data", files);
        REQUIRE(store);
        auto const digest = put(**store, "freed");
        REQUIRE(digest);
        REQUIRE(put(**store, "kept"));
        files.cut_before(files.calls() + cut);
        removed = (*store)->remove(*digest).has_value();
        for (auto const leftovers : all_leftovers) {
            CHECK(after_restart(files, leftovers, "kept") == After::whole);
            CHECK(after_restart(files, leftovers, "freed") != After::partial);
        }
        // The name itself may come back, as the removal is not synced; the record may not.
        if (!removed) continue;
        TemporaryDirectory const after;
        files.restart_into(after / "restarted", Leftovers::nothing);
        CHECK(files_in(after / "restarted/data/journal") == 0);
        CHECK(read_file(path_in(after / "restarted/data", sha256(bytes_of("kept")))) == "kept");
    }
}

TEST_CASE("power cut: published means whole; before that, absent or whole") {
    TemporaryFoldersInMemory const in_memory;
    for (auto const& bytes : {std::string{"small"}, large_object()}) {
        bool was_cut = true;
        // Of the 256 folders that are made alike, a few stand for all.
        for (int cut = 0; was_cut; cut += cut == 8 ? 245 : 1) {
            TemporaryDirectory const place;
            PowerCutFileSystem files{place.path()};
            files.settle();
            files.cut_before(cut);
            bool const published = store_once(files, place.path(), bytes);
            was_cut = files.calls() == cut;
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
    for (auto const& [bytes, damaged] : {std::pair{std::string{"small"}, false},
                                         {std::string{"small"}, true},
                                         {large_object(), false},
                                         {large_object(), true}}) {
        bool was_cut = true;
        for (int cut = 258; was_cut; ++cut) {
            TemporaryDirectory const place;
            REQUIRE(store_once(posix_file_system(), place.path(), bytes));
            if (damaged) write_file(path_in(place / "data", sha256(bytes_of(bytes))), "damaged");
            PowerCutFileSystem files{place.path()};
            files.settle();
            files.cut_before(cut);
            bool const published = store_once(files, place.path(), bytes);
            was_cut = files.calls() == cut;
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

TEST_CASE("power cut: of the syncs of a small blob none can be left out") {
    TemporaryFoldersInMemory const in_memory;
    // The data folder's own name, the names in it, the journal's bytes and its name; the power goes before the stop. The folders
    // in objects/, which come second, are made again.
    for (int const sync : {-1, 0, 2, 3, 4}) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        files.settle();
        files.ignore_sync(sync);
        auto store = open_folder_blob_store(place / "data", files);
        REQUIRE(store);
        REQUIRE(put(**store, "small"));
        CHECK(files.syncs() == 5);
        files.cut_before(files.calls());
        store->reset();
        CAPTURE(sync);
        CHECK((after_restart(files, Leftovers::nothing, "small") == After::whole) == (sync < 0));
    }
    // At the stop the files are synced before the journal goes.
    for (bool const synced : {true, false}) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        files.settle();
        if (!synced) files.ignore_sync(5);
        REQUIRE(store_once(files, place.path(), "small"));
        CHECK(files.log().at(files.log().size() - 3) == "sync_all");
        CHECK((after_restart(files, Leftovers::nothing, "small") == After::whole) == synced);
    }
}

TEST_CASE(
    "power cut: small blobs are safe through the turns of the journal, whichever sync of everything is left out") {
    TemporaryFoldersInMemory const in_memory;
    // Leaving out the syncs of full segments shows when the first one is written again.
    constexpr int records = 4;
    constexpr int blobs = 2 * records + 1;
    for (bool const synced : {true, false}) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        auto store = open_folder_blob_store(place / "data", files, {.records = records});
        REQUIRE(store);
        files.settle();
        if (!synced) files.ignore_syncs_of_all();
        auto const calls = files.log().size();
        for (int i = 0; i < blobs; ++i) REQUIRE(put(**store, std::to_string(i)));
        CHECK(std::ranges::count(since(files, calls), "sync_all") == 2);
        files.cut_before(files.calls());
        store->reset();
        TemporaryDirectory const after;
        files.restart_into(after / "restarted", Leftovers::nothing);
        auto const found = open_folder_blob_store(after / "restarted/data");
        REQUIRE(found);
        int whole = 0;
        for (int i = 0; i < blobs; ++i) whole += (*found)->open(sha256(bytes_of(std::to_string(i)))) ? 1 : 0;
        CHECK((whole == blobs) == synced);
    }
}

TEST_CASE("power cut: wherever it comes in the turns of the journal, and again at any call of the start after it") {
    TemporaryFoldersInMemory const in_memory;
    bool was_cut = true;
    for (int cut = 258; was_cut; ++cut) {
        TemporaryDirectory const place;
        REQUIRE(open_folder_blob_store(place / "data"));
        PowerCutFileSystem files{place.path()};
        files.settle();
        files.cut_before(cut);
        auto const published = store_many(files, place / "data");
        was_cut = files.calls() == cut;
        CAPTURE(cut);
        for (auto const leftovers : all_leftovers) {
            TemporaryDirectory const after;
            files.restart_into(after / "1", leftovers);
            CHECK(are_whole(after / "1/data", published));
        }
        if (cut % 12 != 0) continue;  // of the states after it some stand for all
        bool was_cut_again = true;
        for (int again = 258; was_cut_again; ++again) {
            TemporaryDirectory const after;
            files.restart_into(after / "1", Leftovers::nothing);
            PowerCutFileSystem second{after / "1"};
            second.settle();
            second.cut_before(again);
            (void)open_folder_blob_store(after / "1/data", second);
            was_cut_again = second.calls() == again;
            CAPTURE(again);
            second.restart_into(after / "2", Leftovers::nothing);
            CHECK(are_whole(after / "2/data", published));
        }
    }
}

TEST_CASE("power cut: a folder that is made later in a known one is as safe as the first") {
    TemporaryFoldersInMemory const in_memory;
    auto const text_of = [](int i) { return in_a_file(std::to_string(i)); };
    auto const byte_of = [&](int i) { return sha256(bytes_of(text_of(i))).bytes()[0]; };
    int other = 1;
    while (byte_of(other) != byte_of(0)) ++other;
    for (int sync = -1; sync < 3; ++sync) {
        TemporaryDirectory const place;
        PowerCutFileSystem files{place.path()};
        files.settle();
        auto store = open_folder_blob_store(place / "data", files);
        REQUIRE(store);
        REQUIRE(put(**store, text_of(0)));
        auto const calls = files.log().size();
        if (sync >= 0) files.ignore_sync(files.syncs() + sync);
        REQUIRE(put(**store, text_of(other)));
        CHECK(since(files, calls) ==
              std::vector<std::string>{"create", "write", "sync", "rename", "make_directory", "rename",
                                       "sync_directory", "sync_directory"});
        CAPTURE(sync);
        auto const found = after_restart(files, Leftovers::nothing, text_of(other));
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
        // 65536 folders: of a thousand objects some two share one.
        std::map<Digest::Bytes, std::string> known;
        std::string first;
        std::string second;
        for (int i = 0; second.empty(); ++i) {
            auto const text = in_a_file(std::to_string(i));
            auto key = sha256(bytes_of(text)).bytes();
            std::fill(key.begin() + 2, key.end(), std::uint8_t{0});
            auto const [other, is_new] = known.emplace(key, text);
            if (is_new) continue;
            first = other->second;
            second = text;
        }
        REQUIRE(put(**store, first));
        if (sync >= 0) files.ignore_sync(files.syncs() + sync);
        REQUIRE(put(**store, second));
        CAPTURE(sync);
        auto const found = after_restart(files, Leftovers::nothing, second);
        CHECK((found == After::whole) == (sync < 0));
    }
}

}  // namespace cassette
