#include "storage/sqlite_connection.h"

#include "storage/posix_file.h"
#include "storage/snapshot.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using Access = SqliteConnection::Access;

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder, Access access = Access::read_write) {
    auto db = SqliteConnection::open(folder / "t.db", access);
    REQUIRE(db);
    return std::move(*db);
}

}  // namespace

TEST_CASE("a statement binds in order, gives typed columns and is used again") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (int round = 0; round < 2; ++round) {
        auto statement = db->prepare("SELECT ?, ?, ?, ?");
        REQUIRE(statement);
        std::string const bytes("a\0b", 3);
        statement->bind("text").bind(std::int64_t{42}).bind_blob(bytes.data(), bytes.size()).bind_null();
        REQUIRE(*statement->step());
        CHECK(statement->text(0) == "text");
        CHECK(statement->integer(1) == 42);
        CHECK(statement->blob(2) == bytes);
        CHECK(statement->is_null(3));
        CHECK_FALSE(*statement->step());
    }
}

TEST_CASE("an empty text is not NULL") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    auto statement = db->prepare("SELECT ?, ?");
    REQUIRE(statement);
    statement->bind(std::string_view{}).bind_blob(nullptr, 0);
    REQUIRE(*statement->step());
    CHECK_FALSE(statement->is_null(0));
    CHECK_FALSE(statement->is_null(1));
}

TEST_CASE("a copy is the database at one moment, whatever is written meanwhile") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(db->exec("CREATE TABLE t(x); INSERT INTO t VALUES (1)"));
    auto const copy = SqliteConnection::open(folder / "copy.db", Access::read_write);
    REQUIRE(copy);
    REQUIRE(db->exec("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)"));
    auto const reader = open(folder, Access::read_only);
    CHECK(reader->copy_to(**copy));
    REQUIRE(db->exec("COMMIT"));
    CHECK(*(*copy)->integer("SELECT count(*) FROM t") == 1);
    CHECK(reader->copy_to(**copy));
    CHECK(*(*copy)->integer("SELECT count(*) FROM t") == 2);
}

TEST_CASE("too many parameters are reported by the step") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    auto statement = db->prepare("SELECT ?");
    REQUIRE(statement);
    statement->bind(std::int64_t{1}).bind(std::int64_t{2});
    CHECK_FALSE(statement->step());
}

TEST_CASE("a reader sees what was committed and cannot write") {
    testing::TemporaryDirectory const folder;
    auto const writer = open(folder);
    REQUIRE(writer->exec("CREATE TABLE t(x)"));
    auto const reader = open(folder, Access::read_only);
    CHECK(*reader->integer("SELECT count(*) FROM t") == 0);
    REQUIRE(writer->exec("INSERT INTO t VALUES (1)"));
    CHECK(*reader->integer("SELECT count(*) FROM t") == 1);
    CHECK_FALSE(reader->exec("INSERT INTO t VALUES (2)"));
}

TEST_CASE("a snapshot keeps one state in view") {
    testing::TemporaryDirectory const folder;
    auto const writer = open(folder);
    REQUIRE(writer->exec("CREATE TABLE t(x)"));
    auto const reader = open(folder, Access::read_only);
    {
        auto const snapshot = Snapshot::begin(*reader);
        REQUIRE(snapshot);
        CHECK(*reader->integer("SELECT count(*) FROM t") == 0);
        REQUIRE(writer->exec("INSERT INTO t VALUES (1)"));
        CHECK(*reader->integer("SELECT count(*) FROM t") == 0);
    }
    CHECK(*reader->integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a budget of steps ends a statement, and only while it lives") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    constexpr auto sql =
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 100000) SELECT count(*) FROM n";
    {
        StepBudget const budget{*db, 3};
        auto const counted = db->integer(sql);
        REQUIRE_FALSE(counted);
        CHECK(counted.error().code == ErrorCode::cancelled);
        CHECK(budget.is_spent());
    }
    CHECK(*db->integer(sql) == 100000);
}

TEST_CASE("any of several values may match a pattern (PS3.4 C.2.2.2)") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    CHECK(*db->integer("SELECT any_value_glob('ORIGINAL\\PRIMARY', 'PRI*')") == 1);
    CHECK(*db->integer("SELECT any_value_glob('ORIGINAL\\PRIMARY', 'ORIGINAL')") == 1);
    CHECK(*db->integer("SELECT any_value_glob('ORIGINAL\\PRIMARY', 'ORI*ARY')") == 0);
    CHECK(*db->integer("SELECT any_value_glob(NULL, '*')") == 0);
}

TEST_CASE("more different statements than are kept still work") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (int i = 0; i < 200; ++i) CHECK(*db->integer("SELECT " + std::to_string(i)) == i);
}

TEST_CASE("SQLite's codes become ours and the detail names the code") {
    CHECK(sqlite_failure(SQLITE_FULL, "x").error.code == ErrorCode::out_of_resources);
    CHECK(sqlite_failure(SQLITE_IOERR_FSYNC, "x").error.code == ErrorCode::out_of_resources);
    CHECK(sqlite_failure(SQLITE_READONLY, "x").error.code == ErrorCode::out_of_resources);
    CHECK(sqlite_failure(SQLITE_BUSY, "x").error.code == ErrorCode::unavailable);
    CHECK(sqlite_failure(SQLITE_CORRUPT_INDEX, "x").error.code == ErrorCode::internal);
    CHECK(sqlite_failure(SQLITE_NOTADB, "x").error.code == ErrorCode::internal);
    CHECK(sqlite_failure(SQLITE_TOOBIG, "x").error.code == ErrorCode::too_large);
    CHECK(sqlite_failure(SQLITE_IOERR_READ, "x").error.code == ErrorCode::internal);
    CHECK(sqlite_failure(SQLITE_NOMEM, "x").error.code == ErrorCode::unavailable);
    auto const full = sqlite_failure(SQLITE_FULL, "commit").error;
    CHECK(full.detail == "index: commit: database or disk is full (13): No space left on device");
    CHECK(is_lack_of_space(full));
    CHECK_FALSE(is_lack_of_space(sqlite_failure(SQLITE_IOERR_WRITE, "commit").error));
}

}  // namespace cassette
