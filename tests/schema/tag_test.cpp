#include "schema/tag.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("a tag is written in eight upper-case digits and read in either case (PS3.18 F.2.2)") {
    CHECK(to_hex({0x0020, 0x000D}) == "0020000D");
    CHECK(parse_tag("7fe00010") == Tag{0x7FE0, 0x0010});
    for (std::string_view bad : {"", "0020000", "0020000DD", "0020,000D", "+020000D", "g020000D"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_tag(bad));
    }
}

TEST_CASE("tags of odd groups are private (PS3.5 7.8)") {
    CHECK(Tag{0x0009, 0x0010}.is_private());
    CHECK_FALSE(Tag{0x0008, 0x0010}.is_private());
}
