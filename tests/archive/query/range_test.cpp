#include "archive/query/range.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

DateTimePair study_moment() { return {*find_attribute("StudyDate"), *find_attribute("StudyTime")}; }

std::string text_of(std::optional<Moment> const& moment) { return moment ? moment->date + " " + moment->time : ""; }

std::string combined(std::string_view dates, std::string_view times) {
    auto const condition = combined_range(study_moment(), dates, times);
    if (!condition) return "apart";
    CHECK(condition->attribute == study_moment().date);
    auto const& range = std::get<BetweenMoments>(condition->operand);
    CHECK(range.time == study_moment().time);
    return text_of(range.first) + ".." + text_of(range.last);
}

}  // namespace

TEST_CASE("ranges of a date and a time of the same form are one (PS3.4 C.2.2.2.5)") {
    CHECK(combined("20060705-20060707", "1000-1800") == "20060705 10..20060707 1800~");
    CHECK(combined(" 20060705 - 20060707 ", "10:00-18:00") == "20060705 10..20060707 1800~");
    CHECK(combined("20060705-", "1000-") == "20060705 10..");
    CHECK(combined("-20060705", "-101500.5") == "..20060705 101500.5~");
}

TEST_CASE("ranges of other forms, single values and what cannot be read stay apart (PS3.4 C.2.2.2.5)") {
    for (auto const& [dates, times] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{{"20060705-", "-1000"},
                                                                              {"20060705-20060707", "1000-"},
                                                                              {"20060705", "1000-1800"},
                                                                              {"20060705-20060707", "1000"},
                                                                              {"20060705-20060707", ""},
                                                                              {"", ""},
                                                                              {"20060705-x", "1000-1800"},
                                                                              {"20060705-20060707", "25-26"}}) {
        CAPTURE(dates);
        CAPTURE(times);
        CHECK(combined(dates, times) == "apart");
    }
}

TEST_CASE("dates may be a list (PS3.4 C.2.2.2.5)") {
    auto const dates = match_dates("20200101\\2020.01.02\\");
    REQUIRE(dates);
    CHECK(std::get<OneOf>(*dates).values == std::vector<std::string>{"20200101", "20200102"});
    CHECK_FALSE(match_dates("20200101\\20200102-20200103"));
    CHECK_FALSE(match_dates("20200101\\x"));
    CHECK_FALSE(match_times("10\\11"));
    CHECK_FALSE(match_date_times("2020\\2021"));
}

}  // namespace cassette
