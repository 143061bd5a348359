#include "dimse/element_value.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;

TEST_CASE("values are text between the wire and the archive (PS3.5 6.2)") {
    using namespace std::string_literals;
    CharacterSet const latin_1{"ISO_IR 100"};
    struct Case {
        char const* vr;
        std::string wire, text;
    };
    std::vector<Case> const table{
        {"PN", "J\xE9r\xF4me", "Jérôme"},
        {"LO", "a\\b", "a\\b"},
        {"CS", "CT", "CT"},
        {"UI", "1.2\\1.3", "1.2\\1.3"},
        {"US", "\x00\x02\xFF\xFF"s, "512\\65535"},
        {"SS", "\xFF\xFF"s, "-1"},
        {"UL", "\xFF\xFF\xFF\xFF"s, "4294967295"},
        {"SL", "\xFE\xFF\xFF\xFF"s, "-2"},
        {"UV", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "18446744073709551615"},
        {"SV", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "-1"},
        {"FL", "\x00\x00\xA0\x3F"s, "1.25"},
        {"FD", "\x00\x00\x00\x00\x00\x00\xF4\xBF"s, "-1.25"},
        {"AT", "\x10\x00\x20\x00"s, "00100020"},
        {"PN", "", ""},
        {"US", "", ""},
    };
    for (auto const& each : table) {
        CAPTURE(each.vr);
        CHECK(text_of(each.vr, each.wire, latin_1) == each.text);
        CHECK(wire_of(each.vr, each.text, latin_1) == each.wire);
    }
}

TEST_CASE("padding of keys does not count, but leading spaces of text do (PS3.5 6.2)") {
    CharacterSet const none{""};
    CHECK(text_of("UI", std::string_view{"1.2\0", 4}, none) == "1.2");
    CHECK(text_of("LO", "  a b ", none) == "a b");
    CHECK(text_of("LT", "  a b ", none) == "  a b");
}

TEST_CASE("binary values and half numbers are left out") {
    CharacterSet const none{""};
    CHECK(text_of("OW", "abcd", none) == "");
    CHECK(wire_of("OB", "abcd", none) == "");
    CHECK(wire_of("US", "12\\x\\13", none) == std::string{"\x0C\x00\x0D\x00", 4});
    CHECK(text_of("US", "abc", none) == "25185");
}

TEST_CASE("what the character set does not have fails; codes have ASCII only") {
    CHECK_FALSE(wire_of("PN", "山", CharacterSet{"ISO_IR 100"}));
    CHECK(wire_of("CS", "A\xC3\xA9", CharacterSet{"ISO_IR 100"}) == "A??");
}
