#include "tools/setting_value.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("numbers, toggles and lists are read from text") {
    CHECK(*parse_setting_number("42") == 42);
    for (auto const* text : {"", "x", "4 2", "-1", "99999999999999999999"}) {
        CAPTURE(text);
        REQUIRE_FALSE(parse_setting_number(text));
        CHECK(parse_setting_number(text).error().code == ErrorCode::malformed);
    }
    CHECK(*parse_toggle("true"));
    CHECK_FALSE(*parse_toggle("no"));
    CHECK_FALSE(parse_toggle("maybe"));
    CHECK(split_list("a, b ,c") == std::vector<std::string>{"a", "b", "c"});
    CHECK(split_list("").empty());
}

}  // namespace cassette
