#include "schema/wildcard.h"

#include <doctest/doctest.h>

#include <string>

using namespace cassette;

TEST_CASE("a star is any characters, a question mark any one (PS3.4 C.2.2.2.4)") {
    struct Row {
        char const* text;
        char const* pattern;
        bool matches;
    };
    for (auto const& [text, pattern, matches] : {Row{"doe", "doe", true},
                                                 Row{"doe", "do", false},
                                                 Row{"do", "doe", false},
                                                 Row{"doe", "d*", true},
                                                 Row{"doe", "*", true},
                                                 Row{"", "*", true},
                                                 Row{"", "", true},
                                                 Row{"", "?", false},
                                                 Row{"doe", "d?e", true},
                                                 Row{"doe", "?oe?", false},
                                                 Row{"doe", "*e", true},
                                                 Row{"doe", "*o", false},
                                                 Row{"aXbXc", "a*X?", true},
                                                 Row{"aXbXc", "a*b*c", true},
                                                 Row{"aXbXc", "a*c*b", false},
                                                 Row{"müller", "m?ller", true},
                                                 Row{"山田", "??", true},
                                                 Row{"山田", "?", false},
                                                 Row{"a[b]", "a[b]", true},
                                                 Row{"ab", "a[b]", false},
                                                 Row{"aaab", "*aab", true},
                                                 Row{"doe", "**", true},
                                                 Row{"\xFF\xFE", "??", true}}) {
        CAPTURE(text);
        CAPTURE(pattern);
        CHECK(wildcard_matches(text, pattern) == matches);
    }
}

TEST_CASE("many stars take no time without end") {
    std::string text(2000, 'a');
    std::string pattern;
    for (int i = 0; i < 500; ++i) pattern += "*a";
    CHECK(wildcard_matches(text, pattern));
    CHECK_FALSE(wildcard_matches(text, pattern + "b"));
}
