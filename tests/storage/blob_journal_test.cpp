#include "storage/blob_journal.h"

#include "storage/sha256.h"
#include "tests/support/bytes_of.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/temporary_folders_in_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <future>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace cassette {

using testing::bytes_of;
using testing::FailingFileSystem;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using namespace std::chrono_literals;

namespace {

Digest digest_of(std::string_view text) { return sha256(bytes_of(text)); }

using Texts = std::multiset<std::string>;

BlobJournal::Restore into(Texts& restored) {
    return [&restored](Digest const& digest, std::span<std::byte const> bytes) -> Result<void> {
        CHECK(digest == sha256(bytes));
        restored.emplace(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    };
}

// As when memory runs out.
void interrupt() { (void)std::string{}.at(0); }

// A journal on its folder, with a file system that can be made to fail.
struct Fixture {
    explicit Fixture(JournalLimits limits = {}) : limits_{limits} {
        std::filesystem::create_directory(folders().journal);
        std::filesystem::create_directory(folders().blobs);
        start();
    }

    BlobJournal::Folders folders() const { return {(folder / "journal").native(), (folder / "blobs").native()}; }
    // Another process takes over, whatever became of the one before.
    void start() {
        restored.clear();
        journal.emplace(folders(), files, into(restored), limits_);
        REQUIRE(journal->open());
    }
    // As a store does it.
    Result<void> store(std::string_view text) {
        {
            auto const entry = journal->append(digest_of(text), bytes_of(text));
            if (!entry) return fail(entry.error());
        }
        return journal->keep_short();
    }
    Texts after_restart() {
        start();
        return restored;
    }
    // What a start would restore now, from a copy.
    Texts recorded() const {
        TemporaryDirectory const copy;
        std::filesystem::copy(folder.path(), copy / "copy", std::filesystem::copy_options::recursive);
        Texts found;
        BlobJournal other{
            {(copy / "copy/journal").native(), (copy / "copy/blobs").native()}, posix_file_system(), into(found)};
        REQUIRE(other.open());
        return found;
    }
    bool has_files() const { return !std::filesystem::is_empty(folders().journal); }

    TemporaryFoldersInMemory in_memory;
    TemporaryDirectory folder;
    FailingFileSystem files;
    Texts restored;
    std::optional<BlobJournal> journal;

private:
    JournalLimits limits_;
};

}  // namespace

TEST_CASE("what is recorded is restored and settled at the next start, once") {
    Fixture it;
    CHECK(it.restored.empty());
    REQUIRE(it.store("one"));
    REQUIRE(it.store("two"));
    CHECK(it.journal->contains(digest_of("one")));
    CHECK_FALSE(it.journal->contains(digest_of("three")));
    CHECK(it.after_restart() == Texts{"one", "two"});
    CHECK(it.files.syncs_of_all() == 1);
    CHECK_FALSE(it.has_files());
    CHECK_FALSE(it.journal->contains(digest_of("two")));
    CHECK(it.journal->can_append());
    CHECK(it.after_restart().empty());
    REQUIRE(it.store("three"));
    CHECK(it.after_restart() == Texts{"three"});
}

TEST_CASE("a full segment is settled by one sync of everything, and later written again") {
    Fixture it{{.records = 3}};
    std::vector<std::string> const texts{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    for (std::size_t stored = 1; stored <= texts.size(); ++stored) {
        REQUIRE(it.store(texts[stored - 1]));
        CHECK(it.files.syncs_of_all() == static_cast<int>(stored / 3));
        auto const recorded = it.recorded();
        CHECK(recorded.size() <= 6);
        // What is not settled is there; and whatever is there is known.
        for (std::size_t i = stored - stored % 3; i < stored; ++i) CHECK(recorded.count(texts[i]) == 1);
        for (auto const& text : recorded) CHECK(it.journal->contains(digest_of(text)));
    }
    CHECK(it.files.syncs_of_all() == 3);
    CHECK_FALSE(it.journal->contains(digest_of("3")));
    CHECK(it.journal->contains(digest_of("7")));
}

TEST_CASE("a segment is also full by its bytes") {
    Fixture it{{.bytes = 1000}};
    std::string const half(500, 'x');
    REQUIRE(it.store(half + "1"));
    CHECK(it.files.syncs_of_all() == 0);
    REQUIRE(it.store(half + "2"));
    CHECK(it.files.syncs_of_all() == 1);
}

TEST_CASE("both segments are restored") {
    Fixture it{{.records = 2}};
    for (auto const* const text : {"1", "2", "3"}) REQUIRE(it.store(text));
    CHECK(it.after_restart() == Texts{"1", "2", "3"});
    CHECK_FALSE(it.has_files());
}

TEST_CASE("a segment is not settled before the files of its entries are made") {
    Fixture it{{.records = 2}};
    auto held = std::make_optional(it.journal->append(digest_of("1"), bytes_of("1")));
    REQUIRE(*held);
    auto full = std::async(std::launch::async, [&] { return it.store("2"); });
    CHECK(full.wait_for(50ms) == std::future_status::timeout);
    CHECK(it.files.syncs_of_all() == 0);
    CHECK(it.store("3"));  // others go on in the other segment
    held.reset();
    CHECK(full.get());
    CHECK(it.files.syncs_of_all() == 1);
}

TEST_CASE("who stores while a segment is settled waits when the other one is several times full") {
    Fixture it{{.records = 2}};
    auto held = std::make_optional(it.journal->append(digest_of("held"), bytes_of("held")));
    auto full = std::async(std::launch::async, [&] { return it.store("full"); });
    CHECK(full.wait_for(50ms) == std::future_status::timeout);
    for (int i = 0; i < 4; ++i) REQUIRE(it.store(std::to_string(i)));
    auto waiting = std::async(std::launch::async, [&] { return it.store("too much"); });
    CHECK(waiting.wait_for(50ms) == std::future_status::timeout);
    held.reset();
    CHECK(full.get());
    CHECK(waiting.get());
}

TEST_CASE("those who wait at the same time share a sync") {
    Fixture it;
    REQUIRE(it.store("the file is made"));
    auto const before = it.files.syncs();
    std::promise<void> go_on;
    auto const may = go_on.get_future().share();
    it.files.before_syncs([may] { may.wait(); });
    std::vector<std::future<Result<void>>> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(std::async(std::launch::async, [&it, i] { return it.store(std::to_string(i)); }));
    CHECK(all[0].wait_for(100ms) == std::future_status::timeout);
    go_on.set_value();
    for (auto& each : all) CHECK(each.get());
    CHECK(it.files.syncs() - before <= 4);  // two, unless one of them has not come so far
    CHECK(it.after_restart().size() == 9);
}

TEST_CASE("many at once, through many segments: nothing is missing, and every entry was counted") {
    Fixture it{{.records = 7}};
    std::vector<std::jthread> threads;
    std::atomic<int> stored = 0;
    for (int thread = 0; thread < 8; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 50; ++i) stored += it.store(std::to_string(thread) + "." + std::to_string(i)) ? 1 : 0;
        });
    threads.clear();
    CHECK(stored == 400);
    CHECK(it.files.syncs_of_all() >= 400 / (7 * 3 + 8));
    CHECK(it.journal->clear());  // waits for entries that were not left
    CHECK(it.after_restart().empty());
}

TEST_CASE("clearing settles and leaves no file; what follows is recorded as ever") {
    Fixture it;
    CHECK(it.journal->clear());
    CHECK(it.files.calls() == 0);
    REQUIRE(it.store("one"));
    REQUIRE(it.journal->clear());
    CHECK(it.files.syncs_of_all() == 1);
    CHECK_FALSE(it.has_files());
    CHECK_FALSE(it.journal->contains(digest_of("one")));
    REQUIRE(it.store("two"));
    CHECK(it.after_restart() == Texts{"two"});
}

TEST_CASE("the names of removed segments are synced, if not at once then by the next clearing") {
    Fixture it;
    REQUIRE(it.store("one"));
    it.files.fail_at(FailingFileSystem::Call::sync_directory, EIO);
    CHECK_FALSE(it.journal->clear());
    CHECK_FALSE(it.journal->clear());
    it.files.recover();
    CHECK(it.journal->clear());
}

TEST_CASE("records that cannot be written or synced are out_of_resources; they may be in the file, which is known") {
    using Call = FailingFileSystem::Call;
    for (auto const call : {Call::create, Call::write, Call::sync, Call::sync_directory}) {
        Fixture it;
        it.files.fail_at(call, ENOSPC);
        CHECK(it.store("refused").error().code == ErrorCode::out_of_resources);
        for (auto const& text : it.recorded()) CHECK(it.journal->contains(digest_of(text)));
        it.files.recover();
        REQUIRE(it.store("taken"));
        CHECK(it.after_restart() == Texts{"taken"});
    }
}

TEST_CASE("when writing is interrupted by an exception, all who wait are told, and the journal goes on") {
    Fixture it;
    REQUIRE(it.store("before"));
    it.files.before_syncs(interrupt);
    std::atomic<int> stored = 0;
    std::vector<std::future<void>> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(std::async(std::launch::async, [&, i] { stored += it.store(std::to_string(i)) ? 1 : 0; }));
    for (auto const& each : all) REQUIRE(each.wait_for(10s) == std::future_status::ready);
    CHECK(stored == 0);
    it.files.before_syncs({});
    REQUIRE(it.store("after"));
    auto const restored = it.after_restart();
    CHECK(restored.contains("before"));
    CHECK(restored.contains("after"));
}

TEST_CASE("when settling is interrupted by an exception, the segment is settled later") {
    bool full = true;
    Fixture it{{.records = 2}};
    auto const restore = [&](Digest const&, std::span<std::byte const> bytes) -> Result<void> {
        if (full) interrupt();
        it.restored.emplace(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    };
    it.journal.emplace(it.folders(), it.files, restore, JournalLimits{.records = 2});
    REQUIRE(it.journal->open());
    REQUIRE(it.store("1"));
    it.files.fail_at(FailingFileSystem::Call::sync_all, EIO);
    CHECK_FALSE(it.store("2"));
    it.files.recover();
    REQUIRE(it.store("3"));
    CHECK_THROWS(it.store("4"));  // first the older one, written again
    full = false;
    REQUIRE(it.store("5"));
    CHECK(it.restored.contains("1"));
    CHECK(it.journal->clear());
    CHECK_FALSE(it.has_files());
}

TEST_CASE("after a sync of everything that failed, files are written again before they count as settled") {
    Fixture it{{.records = 2}};
    REQUIRE(it.store("1"));
    it.files.fail_at(FailingFileSystem::Call::sync_all, EIO);
    CHECK(it.store("2").error().code == ErrorCode::out_of_resources);
    CHECK(it.restored.empty());
    SUBCASE("by the same process") {
        REQUIRE(it.store("3"));
        it.files.recover();
        CHECK(it.restored.empty());
        REQUIRE(it.store("4"));  // full: the older one first
        CHECK(it.restored == Texts{"1", "2"});
    }
    SUBCASE("by the next one") {
        it.files.recover();
        it.start();
        CHECK(it.restored == Texts{"1", "2"});
    }
    SUBCASE("by the one after one that could not either, and that records nothing") {
        it.start();
        CHECK(it.restored == Texts{"1", "2"});
        CHECK_FALSE(it.journal->can_append());
        CHECK(it.journal->contains(digest_of("1")));
        it.files.recover();
        it.start();
        CHECK(it.restored == Texts{"1", "2"});
        CHECK(it.journal->can_append());
    }
    it.files.recover();
    REQUIRE(it.journal->clear());
    CHECK_FALSE(it.has_files());
}

TEST_CASE("a blob that cannot be restored stays recorded, and nothing is appended behind it") {
    Fixture it;
    REQUIRE(it.store("one"));
    auto const refuse = [](Digest const&, std::span<std::byte const>) -> Result<void> {
        return fail(ErrorCode::out_of_resources, "full");
    };
    {
        BlobJournal other{it.folders(), posix_file_system(), refuse};
        CHECK(other.open());
        CHECK_FALSE(other.can_append());
        CHECK(other.clear().error().code == ErrorCode::out_of_resources);
    }
    CHECK(it.after_restart() == Texts{"one"});
}

TEST_CASE("records that cannot be read keep the journal from opening") {
    Fixture it;
    std::filesystem::create_directory(it.folders().journal + "/1");
    BlobJournal other{it.folders(), posix_file_system(), into(it.restored)};
    CHECK_FALSE(other.open());
}

TEST_CASE("a segment that rots while its files must be written again is not settled") {
    Fixture it{{.records = 2}};
    REQUIRE(it.store("1"));
    it.files.fail_at(FailingFileSystem::Call::sync_all, EIO);
    CHECK_FALSE(it.store("2"));
    it.files.recover();
    testing::write_file(it.folders().journal + "/0", "rotten");
    CHECK_FALSE(it.journal->clear());
}

}  // namespace cassette
