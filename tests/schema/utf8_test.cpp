#include "schema/utf8.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("overlong forms, surrogates and values beyond U+10FFFF are not UTF-8 (RFC 3629)") {
    for (std::string_view good : {"", "a", "é", "山", "\xF0\x9F\xA9\xBA"}) {
        CAPTURE(good);
        CHECK(is_utf8(good));
    }
    for (std::string_view bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3", "\x80", "\xFF", "a\xE5\xB1"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_utf8(bad));
        CHECK(is_utf8(repaired_utf8(bad)));
    }
}

TEST_CASE("a prefix never ends inside a character") {
    CHECK(utf8_prefix("aé", 2) == "a");
    CHECK(utf8_prefix("aé", 3) == "aé");
    CHECK(utf8_prefix("山田", 5) == "山");
    CHECK(utf8_prefix("山", 0).empty());
}

TEST_CASE("ASCII is what has no high bit") {
    CHECK(is_ascii("abc\x1b"));
    CHECK_FALSE(is_ascii("é"));
}
