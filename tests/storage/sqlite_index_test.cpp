#include "storage/sqlite_index.h"

#include "schema/migrations.h"
#include "tests/support/index_contract.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <memory>
#include <thread>

namespace cassette {

namespace {

using testing::sample_record;

struct Closer {
    void operator()(sqlite3* db) const noexcept { sqlite3_close(db); }
};

// Another program at the database.
void exec(std::filesystem::path const& file, char const* sql) {
    sqlite3* opened = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &opened) == SQLITE_OK);
    std::unique_ptr<sqlite3, Closer> const db{opened};
    REQUIRE(sqlite3_exec(db.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

std::unique_ptr<Index> open(std::filesystem::path const& file) {
    auto index = open_sqlite_index(file);
    if (!index) CAPTURE(index.error().detail);
    REQUIRE(index);
    return std::move(*index);
}

// While it lives no file of this process grows beyond a size: how a full medium looks from here.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes) {
        (void)std::signal(SIGXFSZ, SIG_IGN);
        REQUIRE(getrlimit(RLIMIT_FSIZE, &before_) == 0);
        rlimit limited = before_;
        limited.rlim_cur = bytes;
        REQUIRE(setrlimit(RLIMIT_FSIZE, &limited) == 0);
    }
    FileSizeLimit(FileSizeLimit const&) = delete;
    FileSizeLimit& operator=(FileSizeLimit const&) = delete;
    ~FileSizeLimit() { (void)setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

void add(Index& index, int number) {
    REQUIRE(
        index.commit(sample_record({.instance = number, .content = std::to_string(number)}), OnDuplicate::supersede));
}

}  // namespace

TEST_CASE("what an index has of a study is not written again for an instance that changes nothing of it") {
    testing::TemporaryDirectory const folder;
    auto const file = folder / "index.db";
    auto const index = open(file);
    auto const commit = [&](int series, int instance, char const* modality) {
        auto const record = sample_record({.series = series,
                                           .instance = instance,
                                           .content = std::to_string(instance),
                                           .values = {{"Modality", modality}}});
        return index->commit(record, OnDuplicate::supersede).has_value();
    };
    REQUIRE(commit(1, 1, "CT"));
    exec(
        file,
        "CREATE TRIGGER never BEFORE UPDATE OF modalities_in_study ON study BEGIN SELECT RAISE(ABORT, 'written'); END");
    CHECK(commit(1, 2, "CT"));
    CHECK_FALSE(commit(2, 3, "MR"));
    exec(file, "DROP TRIGGER never");
    CHECK(commit(2, 3, "MR"));
    CHECK(index->counts()->instances == 3);
}

TEST_CASE("SqliteIndex keeps the contract of commit") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_commit_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of the worklist") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_worklist_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of find") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_find_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of matching") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_matching_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of search attributes") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_item_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of filling search attributes") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_fill_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of retrieval") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_retrieve_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of removal") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_removal_contract(*index);
}

TEST_CASE("SqliteIndex keeps the contract of sharing") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    testing::check_sharing_contract(*index);
}

TEST_CASE("what was committed is there after reopening") {
    testing::TemporaryDirectory const folder;
    add(*open(folder / "index.db"), 1);
    auto const index = open(folder / "index.db");
    add(*index, 2);
    CHECK(index->counts()->instances == 2);
    CHECK(index->counts()->series == 1);
    CHECK(testing::find_all(*index, testing::request_for(Level::instance)).size() == 2);
}

TEST_CASE("the database and its log belong to their owner alone") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    add(*index, 1);
    for (auto const* name : {"index.db", "index.db-wal", "index.db-shm"}) {
        CAPTURE(name);
        using std::filesystem::perms;
        CHECK(std::filesystem::status(folder / name).permissions() == (perms::owner_read | perms::owner_write));
    }
}

TEST_CASE("closing folds the write-ahead log into the database") {
    testing::TemporaryDirectory const folder;
    {
        auto const index = open(folder / "index.db");
        add(*index, 1);
        CHECK(index->counts()->instances == 1);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "index.db-wal"));
}

TEST_CASE("the write-ahead log does not grow for ever while somebody searches") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    constexpr int commits = 900;
    constexpr std::uintmax_t bytes_max = std::uintmax_t{24}
        << 20;  // the 4,000 pages after which it is copied, and a half
    for (int i = 0; i < commits; ++i) {
        REQUIRE(index->commit(sample_record({.instance = i, .content = std::to_string(i)}), OnDuplicate::supersede));
        REQUIRE(testing::find_all(*index, testing::request_for(Level::study)).size() == 1);
    }
    CHECK(std::filesystem::file_size(folder / "index.db-wal") < bytes_max);
}

TEST_CASE("a database from a newer version is refused and left as it is") {
    testing::TemporaryDirectory const folder;
    add(*open(folder / "index.db"), 1);
    exec(folder / "index.db", "PRAGMA user_version=1000");
    auto const index = open_sqlite_index(folder / "index.db");
    REQUIRE_FALSE(index);
    CHECK(index.error().code == ErrorCode::internal);
    CHECK(index.error().detail.find("newer") != std::string::npos);
    auto const known = "PRAGMA user_version=" + std::to_string(migrations().back().version);
    exec(folder / "index.db", known.c_str());
    CHECK(open(folder / "index.db")->counts()->instances == 1);
}

TEST_CASE("a database of another program is refused") {
    testing::TemporaryDirectory const folder;
    exec(folder / "index.db", "CREATE TABLE mine(x)");
    CHECK(open_sqlite_index(folder / "index.db").error().code == ErrorCode::internal);
}

TEST_CASE("a damaged database is refused, wherever the damage is") {
    testing::TemporaryDirectory const folder;
    auto const file = folder / "index.db";
    {
        auto const index = open(file);
        for (int i = 1; i <= 50; ++i) add(*index, i);
    }
    auto const size = std::filesystem::file_size(file);
    SUBCASE("not a database at all") { std::ofstream{file} << std::string(20000, 'x'); }
    SUBCASE("cut short") { std::filesystem::resize_file(file, size / 2); }
    SUBCASE("a page overwritten") {
        std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
        stream.seekp(static_cast<std::streamoff>(size / 4096 / 2 * 4096));
        stream << std::string(4096, '\x55');
    }
    auto const index = open_sqlite_index(file);
    REQUIRE_FALSE(index);
    CHECK(index.error().code == ErrorCode::internal);
}

TEST_CASE("a check reads all of a database, also of one that is too large to be read whole at each start") {
    testing::TemporaryDirectory const folder;
    auto const file = folder / "index.db";
    {
        auto const index = open(file);
        for (int i = 1; i <= 50; ++i) add(*index, i);
    }
    exec(file, "CREATE TABLE filler(bytes); INSERT INTO filler VALUES(zeroblob(40000000))");
    CHECK(check_sqlite_index(file));
    {
        // The last page of the filler is pointed to by the one before, and by nothing that opening reads.
        std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
        stream.seekp(-8192, std::ios::end);
        stream << std::string(4096, '\x55');
    }
    CHECK(open_sqlite_index(file));
    auto const checked = check_sqlite_index(file);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == ErrorCode::internal);
    CHECK_FALSE(check_sqlite_index(folder / "missing"));
}

TEST_CASE("damage that appears while the index is open is an error and not a crash") {
    testing::TemporaryDirectory const folder;
    auto const file = folder / "index.db";
    for (std::uint64_t page = 1; page < 40; page += 3) {
        CAPTURE(page);
        std::filesystem::remove(file);
        {
            auto const index = open(file);
            for (int i = 1; i <= 20; ++i) add(*index, i);
        }
        auto const index = open(file);
        std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
        stream.seekp(static_cast<std::streamoff>(page * 4096));
        stream << std::string(4096, '\x0D');
        stream.flush();
        (void)index->commit(sample_record({.study = 2, .instance = 99, .content = "99"}), OnDuplicate::supersede);
        (void)index->find(testing::request_for(Level::instance), [](FoundRow const&) { return Result<void>{}; });
        (void)index->counts();
        auto const refused = index->find(testing::request_for(Level::study, {testing::matches("PatientName", "*doe*")}),
                                         [](FoundRow const&) { return Result<void>{}; });
        if (!refused) CHECK(refused.error().code == ErrorCode::internal);
    }
}

TEST_CASE("an index that cannot be written refuses with out_of_resources") {
    testing::TemporaryDirectory const folder;
    CHECK(open_sqlite_index(folder / "missing" / "index.db").error().code == ErrorCode::out_of_resources);
}

TEST_CASE("a full medium fails the commit with out_of_resources, and the index goes on when there is room again") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    add(*index, 1);
    auto record = sample_record({.instance = 2, .content = "2"});
    record.metadata.deflated.assign(100'000, 'm');
    {
        FileSizeLimit const limit{std::filesystem::file_size(folder / "index.db-wal")};
        auto const failed = index->commit(record, OnDuplicate::supersede);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == ErrorCode::out_of_resources);
        CHECK(index->counts()->instances == 1);
    }
    CHECK(index->commit(record, OnDuplicate::supersede));
    CHECK(index->counts()->instances == 2);
}

TEST_CASE("a record that cannot be written does not take down those that share its transaction") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    exec(folder / "index.db",
         "CREATE TRIGGER poison BEFORE INSERT ON version WHEN NEW.source = 'POISON'"
         " BEGIN SELECT RAISE(ABORT, 'poisoned'); END");
    std::vector<std::thread> threads;
    std::atomic<int> added = 0;
    std::atomic<int> poisoned = 0;
    for (int i = 0; i < 32; ++i)
        threads.emplace_back([&, i] {
            auto record = sample_record({.study = 1 + i % 5, .instance = i + 1, .content = std::to_string(i)});
            if (i % 4 == 0) record.source = "POISON";
            auto const committed = index->commit(record, OnDuplicate::supersede);
            if (committed)
                ++added;
            else if (committed.error().code == ErrorCode::internal)
                ++poisoned;
        });
    for (auto& thread : threads) thread.join();
    CHECK(added == 24);
    CHECK(poisoned == 8);
    CHECK(index->counts()->instances == 24);
    CHECK(testing::find_all(*index, testing::request_for(Level::instance)).size() == 24);
}

TEST_CASE("an error names no value of the data set") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder / "index.db");
    exec(folder / "index.db",
         "CREATE TRIGGER poison BEFORE INSERT ON study BEGIN SELECT RAISE(ABORT, 'Doe^Jane'); END");
    auto const failed = index->commit(sample_record({}), OnDuplicate::supersede);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().detail.find("Doe") == std::string::npos);
}

}  // namespace cassette
