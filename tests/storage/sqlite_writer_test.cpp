// The index on a disk that fails: what SQLite reports becomes a refusal, nothing of a commit that failed is there, and the
// index goes on without being opened again. The writer's other behaviour is in the contract suite of the index.

#include "storage/sqlite_writer.h"

#include "storage/removals.h"
#include "storage/sqlite_index.h"
#include "tests/support/failing_sqlite.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <thread>

namespace cassette {

namespace {

using testing::FailingSqlite;
using testing::sample_record;
using testing::TemporaryDirectory;

std::chrono::steady_clock::time_point present;

struct WatchedIndex {
    WatchedIndex() {
        std::filesystem::create_directory(folder / "incoming");
        auto opened = open_sqlite_index(folder / "index.db", {.writability = &writability});
        REQUIRE(opened);
        index = *std::move(opened);
    }
    Result<Committed> commit(int instance) {
        return index->commit(sample_record({.instance = instance, .content = std::to_string(instance)}),
                             OnDuplicate::supersede);
    }
    void recover() {
        disk.recover();
        present += std::chrono::seconds{1};
        writability.probe();
    }

    FailingSqlite disk;
    TemporaryDirectory folder;
    Writability writability{folder.path(), {.now = [] { return present; }}};
    std::unique_ptr<Index> index;
};

struct Case {
    FailingSqlite::Call call;
    int code;
    Refusal refusal;
};
constexpr Case cases[] = {{FailingSqlite::Call::write, SQLITE_FULL, Refusal::no_space},
                          {FailingSqlite::Call::write, SQLITE_IOERR_WRITE, Refusal::io_error},
                          {FailingSqlite::Call::sync, SQLITE_IOERR_FSYNC, Refusal::io_error}};

}  // namespace

TEST_CASE("a commit that the disk does not take is out_of_resources, leaves nothing, and goes on when the disk does") {
    for (auto const& [call, code, refusal] : cases) {
        CAPTURE(code);
        WatchedIndex watched;
        REQUIRE(watched.commit(1));
        watched.disk.fail_at(call, code);
        auto const failed = watched.commit(2);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == ErrorCode::out_of_resources);
        CHECK(watched.writability.standing().refusal == refusal);
        CHECK(watched.index->counts()->instances == 1);
        CHECK_FALSE(watched.writability.may(Writing::new_object));
        watched.writability.probe();
        CHECK(watched.writability.standing().refusal == refusal);
        watched.recover();
        CHECK_FALSE(watched.writability.standing().refusal);
        CHECK(watched.commit(2));
        CHECK(watched.commit(3));
        CHECK(watched.index->counts()->instances == 3);
        watched.index.reset();
        auto const again = open_sqlite_index(watched.folder / "index.db");
        REQUIRE(again);
        CHECK((*again)->counts()->instances == 3);
    }
}

TEST_CASE("the disk is not tried again for each record that waits") {
    WatchedIndex watched;
    REQUIRE(watched.commit(1));
    watched.disk.fail_at(FailingSqlite::Call::sync, SQLITE_IOERR_FSYNC);
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int i = 2; i < 34; ++i)
        threads.emplace_back([&, i] {
            auto const done = watched.commit(i);
            if (!done && done.error().code == ErrorCode::out_of_resources) ++refused;
        });
    for (auto& thread : threads) thread.join();
    CHECK(refused == 32);
    CHECK(watched.index->counts()->instances == 1);
}

TEST_CASE(
    "what changes the index alone is refused in the same way when the disk fails, and tried when it is only full") {
    WatchedIndex watched;
    REQUIRE(watched.commit(1));
    auto const remove = [&] {
        return watched.index->removals().remove({testing::study_uid(1), {}, {}}, {1, "somebody", ""});
    };
    SUBCASE("it fails") {
        watched.writability.note({ErrorCode::out_of_resources, "index: commit: disk I/O error (1034)"});
        auto const refused = remove();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::out_of_resources);
        CHECK(watched.index->counts()->instances == 1);
    }
    SUBCASE("it is full, and a deletion is how it gets room") {
        watched.writability.note(error_of_errno(ENOSPC, "write"));
        CHECK(*remove() == 1);
        CHECK(watched.index->counts()->instances == 0);
    }
}

TEST_CASE("an index that cannot be read is internal, and no reason to take nothing") {
    WatchedIndex watched;
    REQUIRE(watched.commit(1));
    watched.disk.fail_at(FailingSqlite::Call::read, SQLITE_IOERR_READ);
    auto const version = watched.index->history(testing::instance_uid(1));
    if (!version) CHECK(version.error().code == ErrorCode::internal);
    CHECK_FALSE(watched.writability.standing().refusal);
    watched.disk.recover();
    CHECK(watched.commit(2));
}

}  // namespace cassette
