#include "storage/arrival_rows.h"

#include "storage/sqlite_schema.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder) {
    auto db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    return std::move(*db);
}

}  // namespace

TEST_CASE("the cursor begins behind everything that was ever told") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    CHECK_FALSE(read_cursor(*db)->has_value());
    REQUIRE(db->exec("INSERT INTO change(kind, at) VALUES (4, 0), (4, 0), (4, 0); DELETE FROM change"));
    REQUIRE(begin_cursor(*db));
    CHECK(**read_cursor(*db) == 3);
    SUBCASE("and only once") {
        REQUIRE(move_cursor(*db, 2));
        REQUIRE(begin_cursor(*db));
        CHECK(**read_cursor(*db) == 2);
    }
    SUBCASE("until it is forgotten") {
        REQUIRE(forget_cursor(*db));
        CHECK_FALSE(read_cursor(*db)->has_value());
    }
}

TEST_CASE("a page without arrivals still moves on") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(db->exec("INSERT INTO change(kind, at) VALUES (4, 0), (4, 0), (4, 0)"));
    auto const page = read_arrivals(*db, {0, 2});
    REQUIRE(page);
    CHECK(page->arrivals.empty());
    CHECK(page->last == 2);
    CHECK(read_arrivals(*db, {3, 2})->last == 3);
}

}  // namespace cassette
