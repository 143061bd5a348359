#include "storage/blob_journal.h"

#include "storage/sha256.h"
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
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace cassette {

using testing::FailingFileSystem;
using testing::TemporaryDirectory;
using testing::TemporaryFoldersInMemory;
using namespace std::chrono_literals;

namespace {

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }
Digest digest_of(std::string_view text) { return sha256(bytes_of(text)); }

// What a journal restored: each text, and whether it was to be rewritten.
using Restored = std::map<std::string, bool>;

BlobJournal::Restore into(Restored& restored) {
    return [&restored](Digest const& digest, std::span<std::byte const> bytes, bool rewrite) -> Result<void> {
        CHECK(digest == sha256(bytes));
        restored[std::string(reinterpret_cast<char const*>(bytes.data()), bytes.size())] = rewrite;
        return {};
    };
}

// A journal on its folder, with a file system that can be made to fail.
struct Fixture {
    explicit Fixture(JournalLimits limits = {}) : limits_{limits} { start(); }

    // Another process takes over, whatever became of the one before.
    void start() {
        restored.clear();
        journal.emplace(folder.path().native(), files, into(restored), limits_);
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
    std::set<std::string> after_restart() {
        start();
        std::set<std::string> texts;
        for (auto const& [text, rewrite] : restored) texts.insert(text);
        return texts;
    }

    TemporaryFoldersInMemory in_memory;
    TemporaryDirectory folder;
    FailingFileSystem files;
    Restored restored;
    std::optional<BlobJournal> journal;

private:
    JournalLimits limits_;
};

}  // namespace

TEST_CASE("what is recorded is restored at the next start, once and again") {
    Fixture it;
    CHECK(it.restored.empty());
    REQUIRE(it.store("one"));
    REQUIRE(it.store("two"));
    CHECK(it.journal->contains(digest_of("one")));
    CHECK_FALSE(it.journal->contains(digest_of("three")));
    for (int start = 0; start < 2; ++start) {
        CHECK(it.after_restart() == std::set<std::string>{"one", "two"});
        CHECK(it.journal->contains(digest_of("two")));
        CHECK_FALSE(it.restored.at("one"));
    }
    REQUIRE(it.store("three"));
    CHECK(it.after_restart() == std::set<std::string>{"one", "two", "three"});
}

TEST_CASE("a full segment is settled by one sync of everything, and later written again") {
    Fixture it{{.records = 3}};
    std::vector<std::string> const texts{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    for (std::size_t stored = 0; stored < texts.size(); ++stored) {
        CHECK(it.files.syncs_of_all() == static_cast<int>(stored / 3));
        REQUIRE(it.store(texts[stored]));
        // What is not settled is there; of what is, at most a segment.
        auto const needed =
            std::set<std::string>(texts.begin() + static_cast<std::ptrdiff_t>(stored + 1 - (stored + 1) % 3),
                                  texts.begin() + static_cast<std::ptrdiff_t>(stored + 1));
        Restored seen;
        BlobJournal other{it.folder.path().native(), posix_file_system(), into(seen), {}};
        REQUIRE(other.open());
        CHECK(seen.size() <= 6);
        for (auto const& text : needed) CHECK(seen.count(text) == 1);
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

TEST_CASE("both segments are restored, and the newer one is continued") {
    Fixture it{{.records = 2}};
    for (auto const* const text : {"1", "2", "3"}) REQUIRE(it.store(text));
    CHECK(it.after_restart() == std::set<std::string>{"1", "2", "3"});
    // Nothing says that the older one was settled: it is again before it is reused.
    REQUIRE(it.store("4"));
    CHECK(it.files.syncs_of_all() == 1 + 2);
    REQUIRE(it.store("5"));
    CHECK(it.after_restart() == std::set<std::string>{"3", "4", "5"});
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
    for (int i = 0; i < 8; ++i) REQUIRE(it.store(std::to_string(i)));
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
    CHECK(it.files.syncs_of_all() >= 400 / (7 * 5 + 8));
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
    CHECK(std::filesystem::is_empty(it.folder.path()));
    CHECK_FALSE(it.journal->contains(digest_of("one")));
    REQUIRE(it.store("two"));
    CHECK(it.after_restart() == std::set<std::string>{"two"});
}

TEST_CASE("records that cannot be written or synced are out_of_resources and are not restored") {
    using Call = FailingFileSystem::Call;
    for (auto const call : {Call::create, Call::write, Call::sync, Call::sync_directory}) {
        Fixture it;
        it.files.fail_at(call, ENOSPC);
        CHECK(it.store("refused").error().code == ErrorCode::out_of_resources);
        it.files.recover();
        REQUIRE(it.store("taken"));
        auto const found = it.after_restart();
        CHECK(found == std::set<std::string>{"taken"});
    }
}

TEST_CASE("after a sync of everything that failed, files are written again before they count as settled") {
    Fixture it{{.records = 2}};
    REQUIRE(it.store("1"));
    it.files.fail_at(FailingFileSystem::Call::sync_all, EIO);
    CHECK(it.store("2").error().code == ErrorCode::out_of_resources);
    CHECK(it.restored.empty());
    SUBCASE("by the same process") {
        it.files.recover();
        REQUIRE(it.store("3"));
        CHECK(it.restored.empty());
        REQUIRE(it.store("4"));  // full: the older one first
        CHECK(it.restored == Restored{{"1", true}, {"2", true}});
    }
    SUBCASE("by the next one, while the system runs") {
        it.files.recover();
        it.start();
        CHECK(it.restored == Restored{{"1", true}, {"2", true}});
    }
    SUBCASE("by one whose disk fails as well") {
        CHECK_FALSE(it.journal->clear());
        it.start();
        CHECK(it.restored == Restored{{"1", true}, {"2", true}});
        CHECK_FALSE(it.journal->clear());
    }
    it.files.recover();
    REQUIRE(it.journal->clear());
    CHECK(std::filesystem::is_empty(it.folder.path()));
}

TEST_CASE("a blob that cannot be restored keeps the journal from opening, and its record in it") {
    Fixture it;
    REQUIRE(it.store("one"));
    auto const refuse = [](Digest const&, std::span<std::byte const>, bool) -> Result<void> {
        return fail(ErrorCode::out_of_resources, "full");
    };
    BlobJournal other{it.folder.path().native(), posix_file_system(), refuse};
    CHECK(other.open().error().code == ErrorCode::out_of_resources);
    CHECK(it.after_restart() == std::set<std::string>{"one"});
}

}  // namespace cassette
