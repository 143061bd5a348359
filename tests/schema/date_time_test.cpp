#include "schema/date_time.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("a DT value and what it leaves open (PS3.5 6.2)") {
    for (auto const* good :
         {"2024", "202402", "20240229", "2024022923", "202402292359", "20240229235960", "20240229235959.1",
          "20240229235959.123456", "2024+0100", "20240229235959.5-0330", " 2024 "}) {
        CAPTURE(good);
        CHECK(parse_date_time(good));
    }
    for (auto const* bad : {"", "20", "20241", "20241301", "20240132", "2024013124", "202401312360", "20240131235961",
                            "20240131.5", "20240131235959.", "20240131235959.1234567", "2024+01", "2024+1500",
                            "2024-1300", "2024-0000", "2024+0160", "2024-01-01", "yesterday", "2024x"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_date_time(bad));
    }
    auto const day = parse_date_time("20231231");
    auto const next = parse_date_time("20240101");
    CHECK(day->last + 1 == next->first);
    CHECK(parse_date_time("2023")->last == day->last);
    CHECK(parse_date_time("202312")->last == day->last);
    CHECK(parse_date_time("20231231235959")->last == day->last);
    CHECK(parse_date_time("20231231235959.99")->last == day->last);
    CHECK(parse_date_time("2024-0330")->offset_minutes == -210);
}

TEST_CASE("a hyphen is a sign before what can be an offset, otherwise the range's (PS3.4 C.2.2.2.5)") {
    struct Row {
        char const* key;
        char const* ends;
    };
    for (auto const& [key, ends] :
         {Row{"2024", "2024..2024"}, Row{"2023-2024", "2023..2024"}, Row{"2024-0500", "2024-0500..2024-0500"},
          Row{"20240131-", "20240131.."}, Row{"-20240131", "..20240131"}, Row{"20240131-0500-", "20240131-0500.."},
          Row{"-20240131-0500", "..20240131-0500"}, Row{"20240101-0500-20240131-0500", "20240101-0500..20240131-0500"},
          Row{"20240101-0500-20240131", "20240101-0500..20240131"},
          Row{"20240101-20240131-0500", "20240101..20240131-0500"},
          Row{"20240101+0100 - 20240131+0100", "20240101+0100..20240131+0100"}, Row{"2024-1300", "2024..1300"},
          Row{"-", "none"}, Row{"", "none"}, Row{"2024-x", "none"}, Row{"2022-2023-2024", "none"},
          Row{"--2024", "none"}}) {
        CAPTURE(key);
        auto const parsed = parse_date_time_key(key);
        CHECK((parsed ? parsed->first + ".." + parsed->last : "none") == ends);
    }
}

TEST_CASE("values lie between moments (PS3.4 C.2.2.2.5)") {
    struct Row {
        char const* value;
        char const* first;
        char const* last;
        bool within;
    };
    for (auto const& [value, first, last, within] :
         {Row{"20240131101500", "20240131", "20240131", true},
          Row{"20240131101500", "20240131101500.000000", "20240131101500.000000", true},
          Row{"20240131101500.0", "20240131101500", "20240131101500", true},
          Row{"20240131101500.5", "20240131101500", "20240131101500", true},
          Row{"20240131101501", "20240131101500", "20240131101500", false}, Row{"20240131", "20240131000000", "", true},
          Row{"20240131", "20240131000001", "", false}, Row{"20240131", "", "20240131", true},
          Row{"20240201", "", "20240131", false}, Row{"20240131235959.999999", "", "20240131", true},
          // 10:15 in Paris is 09:15 UTC.
          Row{"20240131101500+0100", "20240131091500+0000", "20240131091500+0000", true},
          Row{"20240131101500+0100", "20240131101500+0000", "", false},
          Row{"20240131001500+0100", "20240130+0000", "20240130+0000", true},
          Row{"20240130230000-0500", "20240131040000+0000", "20240131040000+0000", true},
          // Only one of the two knows its offset: the clocks are compared.
          Row{"20240131101500+0100", "20240131101500", "20240131101500", true},
          Row{"20240131101500", "20240131101500-0500", "20240131101500-0500", true}, Row{"no date", "", "2024", false},
          Row{"2024", "no date", "", false}}) {
        CAPTURE(value);
        CAPTURE(first);
        CAPTURE(last);
        CHECK(date_time_between(value, first, last) == within);
    }
}

TEST_CASE("times of any precision compare as text between first and last (PS3.4 C.2.2.2.5)") {
    struct Row {
        char const* value;
        char const* first;
        char const* last;
        bool within;
    };
    for (auto const& [value, first, last, within] :
         {Row{"101500", "101500.000000", "101500.000000", true}, Row{"1015", "101500", "101500", true},
          Row{"10", "100000.0", "10", true}, Row{"101500.000000", "1015", "1015", true},
          Row{"101500.5", "101500.500000", "101500.500000", true}, Row{"101500.500000", "101500.5", "101500.5", true},
          Row{"101500.4", "101500.5", "1016", false}, Row{"101600", "1015", "1015", false},
          Row{"00", "000000", "000000", true}, Row{"235959.999999", "23", "23", true},
          Row{"1000", "1001", "11", false}}) {
        CAPTURE(value);
        CAPTURE(first);
        CAPTURE(last);
        CHECK((value >= first_time(first) && value <= last_time(last)) == within);
    }
}
