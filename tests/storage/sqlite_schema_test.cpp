#include "storage/sqlite_schema.h"

#include "schema/migrations.h"
#include "storage/index_rows.h"
#include "storage/text_search.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <map>

namespace cassette {

namespace {

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder) {
    auto db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    return std::move(*db);
}

// Column names of a table with their types.
std::map<std::string, std::string> columns(SqliteConnection& db, std::string_view table) {
    std::map<std::string, std::string> found;
    REQUIRE(for_each_row(
        db, "SELECT name, type FROM pragma_table_info(?)", [&](Statement& statement) { statement.bind(table); },
        [&](Statement& row) {
            found.emplace(row.text(0), row.text(1));
            return Result<void>{};
        }));
    return found;
}

}  // namespace

TEST_CASE("a new database gets every migration, once") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    CHECK(*db->integer("PRAGMA user_version") == migrations().back().version);
    CHECK(bring_up_to_date(*db));
}

TEST_CASE("migrations are numbered upwards") {
    int last = 0;
    for (auto const& migration : migrations()) {
        CHECK(migration.version > last);
        last = migration.version;
    }
}

TEST_CASE("every indexed attribute has its column, of the right type") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (auto const level : {Level::patient, Level::study, Level::series, Level::instance}) {
        auto const there = columns(*db, table_name(level));
        for (auto const& column : columns_of(level)) {
            CAPTURE(column.name);
            REQUIRE(there.contains(column.name));
            CHECK(there.at(column.name) == (column.holds == Holds::number ? "INTEGER" : "TEXT"));
        }
    }
    for (auto const& attribute : attributes()) {
        if (attribute.origin != Origin::maintained || attribute.column.empty()) continue;
        CAPTURE(attribute.keyword);
        auto const table = attribute.column == "transfer_syntax_uid" ? "version" : table_name(attribute.level);
        CHECK(columns(*db, table).contains(std::string{attribute.column}));
    }
}

TEST_CASE("text search holds the columns the code thinks it does") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (auto const level : {Level::patient, Level::study}) {
        auto const there = columns(*db, text_table(level));
        CHECK(there.size() == text_columns(level).size());
        for (auto const column : text_columns(level)) CHECK(there.contains(std::string{column}));
    }
}

}  // namespace cassette
