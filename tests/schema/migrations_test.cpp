#include "schema/attribute.h"
#include "schema/migrations.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <memory>
#include <set>
#include <string>

using namespace cassette;

namespace {

struct Close {
    void operator()(sqlite3* db) const noexcept { sqlite3_close(db); }
};

std::unique_ptr<sqlite3, Close> migrated() {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(":memory:", &db) == SQLITE_OK);
    std::unique_ptr<sqlite3, Close> owned{db};
    for (auto const& migration : migrations()) {
        CAPTURE(migration.name);
        REQUIRE(sqlite3_exec(db, std::string{migration.sql}.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    return owned;
}

std::set<std::string> columns_of(sqlite3& db, std::string const& table) {
    std::set<std::string> columns;
    auto const collect = [](void* into, int, char** values, char**) {
        static_cast<std::set<std::string>*>(into)->insert(values[1]);
        return 0;
    };
    sqlite3_exec(&db, ("PRAGMA table_info(" + table + ")").c_str(), collect, &columns, nullptr);
    return columns;
}

std::string table_of(Level level) {
    switch (level) {
        case Level::patient: return "patient";
        case Level::study: return "study";
        case Level::series: return "series";
        case Level::instance: return "instance";
    }
    return {};
}

}  // namespace

TEST_CASE("migrations are numbered from 1 without gaps") {
    int version = 0;
    for (auto const& migration : migrations()) CHECK(migration.version == ++version);
}

TEST_CASE("every attribute of the table has its column, person names a folded one too") {
    auto const db = migrated();
    for (auto const& attribute : attributes()) {
        if (attribute.column.empty() || attribute.column == "transfer_syntax_uid") continue;
        CAPTURE(attribute.keyword);
        auto const columns = columns_of(*db, table_of(attribute.level));
        CHECK(columns.contains(std::string{attribute.column}));
        bool const folded = attribute.matching == Matching::person_name;
        if (folded) CHECK(columns.contains(std::string{attribute.column} + "_fold"));
        if (attribute.level == Level::patient && attribute.origin == Origin::dataset)
            CHECK(columns_of(*db, "study").contains(std::string{attribute.column}));
    }
}
