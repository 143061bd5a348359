#include "archive/query/zoned_keys.h"

#include "archive/query/find.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

constexpr Tag study_date{0x0008, 0x0020}, study_time{0x0008, 0x0030}, timezone{0x0008, 0x0201};

AttributeValues study_at(std::string const& date, std::string const& time, std::string const& zone) {
    AttributeValues values(attributes().size());
    values[attribute_at(study_date)] = date;
    values[attribute_at(study_time)] = time;
    values[attribute_at(timezone)] = zone;
    return values;
}

FindPlan plan_of(std::string const& dates, std::string const& times, MatchingOptions const& options) {
    FindQuery query;
    query.keys = {{study_date, dates}, {study_time, times}};
    query.options = options;
    auto const plan = plan_find(query);
    REQUIRE_MESSAGE(plan, plan.error().detail);
    return *plan;
}

}  // namespace

TEST_CASE("an offset from UTC is read (PS3.3 C.12.1.1.8)") {
    CHECK(parse_utc_offset("+0100") == 60);
    CHECK(parse_utc_offset("-0930") == -570);
    CHECK(parse_utc_offset("+0000") == 0);
    for (auto const* wrong : {"", "0100", "+01", "+0160", "+1500", "+01-1", "UTC"})
        CHECK_FALSE(parse_utc_offset(wrong));
}

TEST_CASE("stored moments are matched by what their clock would show in the request's zone (PS3.4 C.4.1.2.2.4)") {
    struct Case {
        std::string dates, times;
        int offset;
        std::string date, time, zone;
        bool matches;
    };
    for (auto const& [dates, times, offset, date, time, zone, expected] : {
             Case{"20240131", "", 60, "20240131", "1015", "+0100", true},
             Case{"20240131", "", 0, "20240131", "003000", "+0100", false},  // it is still the 30th in UTC
             Case{"20240130", "", 0, "20240131", "003000", "+0100", true},
             Case{"20240201", "", 120, "20240131", "233000", "+0000", true},
             Case{"", "0900-1000", 60, "20240131", "083000", "+0000", true},
             Case{"", "0800-0900", 60, "20240131", "083000", "+0000", false},
             Case{"20240131", "0930", 60, "20240131", "083015.5", "+0000", true},
             Case{"20240101-20240131", "", -600, "20240201", "0500", "+0000", true},
             Case{"20240131", "", 60, "20240131", "", "-0800", true},  // no time: the day is the day
             Case{"20240131", "", 60, "", "", "", false},
         }) {
        CAPTURE(dates + " " + times + " " + zone + " " + date + time);
        auto const plan = plan_of(dates, times, {.utc_offset = offset});
        CHECK(match_in_zone(plan.zoned, study_at(date, time, zone)) == expected);
    }
}

TEST_CASE("a combined range is one of moments in that zone (PS3.4 C.2.2.2.5)") {
    MatchingOptions const options{.combined_date_time = true, .utc_offset = 60};
    auto const plan = plan_of("20240130-20240131", "2200-0200", options);
    CHECK(match_in_zone(plan.zoned, study_at("20240130", "210000", "+0000")));
    CHECK(match_in_zone(plan.zoned, study_at("20240131", "005959", "+0000")));
    CHECK_FALSE(match_in_zone(plan.zoned, study_at("20240130", "205959", "+0000")));
    CHECK_FALSE(match_in_zone(plan.zoned, study_at("20240131", "013000", "+0000")));
}

TEST_CASE("the index is asked for a day more on either side") {
    auto const between = widened({attribute_at(study_date), attribute_at(study_time), "20240301-20241231", ""});
    REQUIRE(between);
    auto const* range = std::get_if<Between>(&between->operand);
    REQUIRE(range != nullptr);
    CHECK(range->first == "20240229");
    CHECK(range->last == "20250101");
    auto const single = widened({attribute_at(study_date), attribute_at(study_time), "20240301", ""});
    REQUIRE(single);
    auto const* list = std::get_if<OneOf>(&single->operand);
    REQUIRE(list != nullptr);
    CHECK(list->values == std::vector<std::string>{"20240301", "20240229", "20240302"});
    CHECK_FALSE(widened({attribute_at(study_date), attribute_at(study_time), "", "1000"}));
}

TEST_CASE("a key that its VR does not allow is an error in any zone, and the day of birth is in none") {
    FindQuery query;
    query.options.utc_offset = 60;
    query.keys = {{study_date, "yesterday"}};
    CHECK_FALSE(plan_find(query));
    query.keys = {{{0x0010, 0x0030}, "19700101"}};
    auto const plan = plan_find(query);
    REQUIRE(plan);
    CHECK(plan->zoned.keys.empty());
    CHECK(plan->request.conditions.size() == 1);
}

}  // namespace cassette
