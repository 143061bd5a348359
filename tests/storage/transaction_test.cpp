#include "storage/transaction.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder) {
    auto db = SqliteConnection::open(folder / "t.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE((*db)->exec("CREATE TABLE IF NOT EXISTS t(x INTEGER)"));
    return std::move(*db);
}

}  // namespace

TEST_CASE("what is committed stays") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    {
        auto transaction = Transaction::begin(*db);
        REQUIRE(transaction);
        CHECK(db->in_transaction());
        REQUIRE(db->exec("INSERT INTO t VALUES (1)"));
        CHECK(transaction->commit());
    }
    CHECK_FALSE(db->in_transaction());
    CHECK(*db->integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a transaction that goes out of scope is rolled back") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    {
        auto const transaction = Transaction::begin(*db);
        REQUIRE(transaction);
        REQUIRE(db->exec("INSERT INTO t VALUES (1)"));
    }
    CHECK_FALSE(db->in_transaction());
    CHECK(*db->integer("SELECT count(*) FROM t") == 0);
}

TEST_CASE("a transaction that was moved from does nothing") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    auto transaction = Transaction::begin(*db);
    REQUIRE(transaction);
    {
        Transaction moved = std::move(*transaction);
        REQUIRE(db->exec("INSERT INTO t VALUES (1)"));
        CHECK(moved.commit());
    }
    CHECK(*db->integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a second transaction on a connection is refused and leaves the first alone") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    auto transaction = Transaction::begin(*db);
    REQUIRE(transaction);
    CHECK_FALSE(Transaction::begin(*db));
    CHECK(db->in_transaction());
    CHECK(transaction->commit());
}

}  // namespace cassette
