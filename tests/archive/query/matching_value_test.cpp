#include "archive/query/matching_value.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("a value matches a key as it would in the index (PS3.4 C.2.2.2)") {
    struct Case {
        std::string_view vr, key, text;
        bool expected;
    };
    for (auto const& [vr, key, text, expected] : {
             Case{"LO", "Head", "Head", true},
             Case{"LO", "Head", "head", false},
             Case{"LO", "", "", true},
             Case{"LO", "*", "", true},
             Case{"LO", "H*d", "Head", true},
             Case{"LO", "?ead", "Head", true},
             Case{"LO", "?ead", "ead", false},
             Case{"LO", "?xx", "üxx", true},
             Case{"LO", "*a*a*", "Banane", true},
             Case{"LO", "*a*a*a*", "Banane", false},
             Case{"LO", "Neck", "Head\\Neck", true},
             Case{"LO", "A\\Neck", "Neck", true},
             Case{"LO", "Head", "", false},
             Case{"PN", "müller^*", "Muller^Jurgen", true},
             Case{"PN", "山田^太郎", "Yamada^Tarou=山田^太郎", true},
             Case{"PN", "山田*", "Yamada^Tarou=山田^太郎", true},
             Case{"PN", "yamada", "Yamada^Tarou=山田^太郎", false},
             Case{"DA", "20240101-", "20240131", true},
             Case{"DA", "-20240101", "20240131", false},
             Case{"TM", "10-11", "103000", true},
             Case{"TM", "10-11", "123000", false},
             Case{"DT", "2024", "20240131101500", true},
             Case{"IS", "7", "+7", true},
             Case{"DS", "1.50", "1.5", true},
             Case{"DS", "heavy", "1.5", false},
             Case{"UI", "1.2\\1.3", "1.3", true},
             Case{"UI", "1.2", "1.3", false},
         }) {
        CAPTURE(vr);
        CAPTURE(key);
        CAPTURE(text);
        SearchAttribute const attribute{
            "test", {}, {0x0018, 0x1000}, {}, std::string{vr}, Level::instance, *matching_of_vr(vr)};
        CHECK(value_matches(attribute, key, text) == expected);
    }
}

}  // namespace cassette
