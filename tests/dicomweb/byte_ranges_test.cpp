#include "dicomweb/byte_ranges.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

using Ranges = std::vector<ByteRange>;
using Kind = RangeRequest::Kind;

}  // namespace

TEST_CASE("ranges are first-last, first- and -suffix, inclusive (RFC 9110 14.1.2)") {
    struct Row {
        char const* field;
        Ranges ranges;
    };
    for (auto const& row : {Row{"bytes=0-0", {{0, 1}}},
                            {"bytes=2-4", {{2, 3}}},
                            {"bytes=7-", {{7, 3}}},
                            {"bytes=-2", {{8, 2}}},
                            {"bytes=-99", {{0, 10}}},
                            {"bytes=5-99", {{5, 5}}},
                            {"bytes=9-18446744073709551615", {{9, 1}}},
                            {" Bytes= 1-2 ", {{1, 2}}},
                            {"bytes=0-1,4-5", {{0, 2}, {4, 2}}},
                            {"bytes=8-9 , 0-1", {{0, 2}, {8, 2}}},
                            {"bytes=0-1,,5-,", {{0, 2}, {5, 5}}},
                            {"bytes=0-1,50-60", {{0, 2}}}}) {
        CAPTURE(row.field);
        auto const asked = parse_byte_ranges(row.field, 10);
        CHECK(asked.kind == Kind::ranges);
        CHECK(asked.ranges == row.ranges);
    }
}

TEST_CASE("what overlaps or touches is sent once (RFC 9110 15.3.7.2)") {
    CHECK(parse_byte_ranges("bytes=0-4,3-6", 10).ranges == Ranges{{0, 7}});
    CHECK(parse_byte_ranges("bytes=5-9,0-4", 10).ranges == Ranges{{0, 10}});
    CHECK(parse_byte_ranges("bytes=2-3,2-3,2-3", 10).ranges == Ranges{{2, 2}});
    CHECK(parse_byte_ranges("bytes=0-9,3-4", 10).ranges == Ranges{{0, 10}});
    CHECK(parse_byte_ranges("bytes=0-1,3-4", 10).ranges == Ranges{{0, 2}, {3, 2}});
}

TEST_CASE("what is no list of byte ranges, and too long a list, gives the whole (RFC 9110 14.2)") {
    std::string many = "bytes=0-0";
    for (std::size_t i = 1; i <= byte_ranges_max; ++i)
        many += "," + std::to_string(2 * i) + "-" + std::to_string(2 * i);
    for (std::string const& field :
         {std::string{}, std::string{"bytes"}, std::string{"bytes="}, std::string{"bytes=,"}, std::string{"bytes=-"},
          std::string{"bytes=3-1"}, std::string{"bytes=1-2,x"}, std::string{"items=0-1"}, std::string{"0-1"},
          std::string{"bytes=0x1-2"}, std::string{"bytes=0-1;3-4"}, std::string{"bytes=99999999999999999999-"}, many}) {
        CAPTURE(field);
        CHECK(parse_byte_ranges(field, 1000).kind == Kind::whole);
    }
}

TEST_CASE("ranges that are all beyond the end cannot be satisfied (RFC 9110 15.5.17)") {
    for (char const* field : {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=10-,20-30"}) {
        CAPTURE(field);
        CHECK(parse_byte_ranges(field, 10).kind == Kind::unsatisfiable);
    }
    CHECK(parse_byte_ranges("bytes=0-", 0).kind == Kind::unsatisfiable);
    CHECK(parse_byte_ranges("bytes=-5", 0).kind == Kind::unsatisfiable);
}

}  // namespace cassette::dicomweb
