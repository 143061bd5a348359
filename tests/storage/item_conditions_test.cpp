#include "storage/item_conditions.h"

#include "storage/find_sql.h"
#include "storage/sqlite_schema.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cassette {

namespace {

using enum Level;

constexpr Tag outer{0x0040, 0xA730};
constexpr Tag inner{0x0040, 0xA168};
constexpr Tag other{0x0008, 0x1032};

FindRequest request_for(Level level, std::vector<ItemCondition> conditions) {
    auto request = testing::request_for(level);
    request.item_conditions = std::move(conditions);
    return request;
}

std::vector<std::string> plan_of(SqliteConnection& db, SqlText const& sql) {
    std::vector<std::string> lines;
    REQUIRE(for_each_row(
        db, "EXPLAIN QUERY PLAN " + sql.text, [](Statement&) {},
        [&](Statement& row) {
            lines.emplace_back(row.text(3));
            return Result<void>{};
        }));
    return lines;
}

bool any_has(std::vector<std::string> const& lines, std::string_view what) {
    return std::ranges::any_of(lines, [&](std::string const& line) { return line.find(what) != std::string::npos; });
}

}  // namespace

TEST_CASE("conditions of one outermost sequence are one group, others stand alone (PS3.4 C.2.2.2.6)") {
    auto const request = request_for(study,
                                     {{1, study, {outer}, OneOf{{"a"}}},
                                      {2, study, {other}, OneOf{{"a"}}},
                                      {3, study, {outer, inner}, OneOf{{"a"}}},
                                      {4, study, {}, OneOf{{"a"}}},
                                      {5, study, {}, OneOf{{"a"}}},
                                      {6, series, {outer}, OneOf{{"a"}}}});
    auto const groups = item_groups(request);
    REQUIRE(groups.size() == 5);
    REQUIRE(groups[0].size() == 2);
    CHECK(groups[0][1]->attribute == 3);
}

TEST_CASE("each value that is asked for is a way to begin, what has no value is none") {
    auto const drivers = item_drivers(request_for(series,
                                                  {{1, study, {}, OneOf{{"a"}}},
                                                   {2, study, {}, Wildcard{"a*"}},
                                                   {3, study, {}, Wildcard{"*a"}},
                                                   {4, study, {}, NoValue{}},
                                                   {5, patient, {}, OneOf{{"a"}}},
                                                   {6, instance, {}, OneOf{{"a"}}}}));
    REQUIRE(drivers.size() == 5);
    CHECK(drivers[0].strength == Strength::selective);
    CHECK(drivers[1].strength == Strength::selective);
    CHECK(drivers[2].strength == Strength::weak);
    CHECK(drivers[3].table == patient);
    CHECK(drivers[3].target == study);
    CHECK(drivers[4].table == instance);
    CHECK(drivers[4].target == series);
}

TEST_CASE("a search by values begins with their index and reads no table through") {
    testing::TemporaryDirectory const folder;
    auto const db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    std::vector<ItemCondition> const pair{{1, study, {outer}, OneOf{{"a"}}}, {2, study, {outer}, Wildcard{"b*"}}};
    std::vector<ItemCondition> const of_patient{{1, patient, {outer}, OneOf{{"a"}}}};
    std::vector<ItemCondition> const of_instance{{1, instance, {outer}, OneOf{{"a"}}}};
    for (auto const& conditions : {pair, of_patient, of_instance})
        for (auto const level : {patient, study, series, instance}) {
            CAPTURE(static_cast<int>(level));
            auto request = request_for(level, conditions);
            request.limit = 10;
            auto const found = drivers(request);
            REQUIRE_FALSE(found.empty());
            for (auto const& sql : {keys_sql(request, &found.front()), count_sql(request, &found.front())}) {
                auto const plan = plan_of(**db, sql);
                CHECK(any_has(plan, "search_value_by_value"));
                CHECK_FALSE(std::ranges::any_of(plan, [](auto const& line) { return line.starts_with("SCAN "); }));
            }
        }
}

TEST_CASE("a walk looks up the values of each row and never goes through those of others") {
    testing::TemporaryDirectory const folder;
    auto const db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    for (Operand const& operand : std::vector<Operand>{OneOf{{"a"}}, Wildcard{"a*"}, Wildcard{"*a"}, Between{"a", "b"},
                                                       BetweenDateTimes{"2024", ""}, NoValue{}}) {
        CAPTURE(operand.index());
        auto const request =
            request_for(study, {{1, study, {outer}, operand}, {2, study, {outer, inner}, OneOf{{"x"}}}});
        auto const plan = plan_of(**db, keys_sql(request, nullptr));
        CHECK(any_has(plan, "SEARCH v0 USING PRIMARY KEY (attribute=? AND row=?"));
        CHECK(any_has(plan, "SEARCH v1 USING PRIMARY KEY (attribute=? AND row=?"));
    }
}

}  // namespace cassette
