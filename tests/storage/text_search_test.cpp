#include "storage/text_search.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("a pattern asks for the trigrams of its literal runs") {
    CHECK(trigram_query("c", "*abcd*") == R"({c} : ("abc" AND "bcd"))");
    CHECK(trigram_query("c", "*abcdefg*") == R"({c} : ("abc" AND "def" AND "efg"))");
    CHECK(trigram_query("c", "*abc*xy?def") == R"({c} : ("abc" AND "def"))");
    CHECK(trigram_query("c", "abc") == R"({c} : ("abc"))");
}

TEST_CASE("a pattern without three characters in a row cannot be searched by trigrams") {
    for (auto const* pattern : {"", "*", "*ab*", "a*b*c", "ab?cd"}) {
        CAPTURE(pattern);
        CHECK_FALSE(trigram_query("c", pattern));
    }
}

TEST_CASE("a trigram has three characters, not three bytes") {
    CHECK_FALSE(trigram_query("c", "*\xE5\xB1\xB1\xE7\x94\xB0*"));
    CHECK(trigram_query("c", "*\xE5\xB1\xB1\xE7\x94\xB0^*") == "{c} : (\"\xE5\xB1\xB1\xE7\x94\xB0^\")");
}

TEST_CASE("quotes of the pattern cannot end the query's") { CHECK(trigram_query("c", "a\"b") == R"({c} : ("a""b"))"); }

}  // namespace cassette
