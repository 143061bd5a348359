#include "schema/name_words.h"

#include "schema/person_name.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace cassette;

namespace {

std::string joined(std::string_view folded) {
    std::string words;
    for_each_name_word(folded, [&](std::string_view word) { words += (words.empty() ? "" : " ") + std::string{word}; });
    return words;
}

std::string joined(std::vector<NameWord> const& found) {
    std::string words;
    for (auto const& word : found) words += (words.empty() ? "" : " ") + word.text + (word.complete ? "" : "*");
    return words;
}

}  // namespace

TEST_CASE("a name is its words, whatever stands between them") {
    struct Row {
        char const* name;
        char const* words;
    };
    for (auto const& [name, words] :
         {Row{"Doe^Jane", "doe jane"}, Row{"O'Brien-Smith, Mary Ann^^Dr.", "o brien smith mary ann dr"},
          Row{"Müller^Jürgen", "muller jurgen"},
          Row{"Yamada^Tarou=山田^太郎=やまだ^たろう", "yamada tarou 山田 太郎 やまた たろう"},
          Row{"O\xE2\x80\x99Hara\\Roe", "o hara roe"},
          Row{"Lee\xE2\x80\x90"
              "Ann",
              "lee ann"},
          Row{"^^", ""}, Row{"", ""}, Row{"A^B2", "a b2"}}) {
        CAPTURE(name);
        CHECK(joined(fold_person_name(name)) == words);
    }
}

TEST_CASE("each word of the key begins a word of one and the same group, in any order") {
    struct Row {
        char const* name;
        char const* key;
        bool matches;
    };
    for (auto const& [name, key, matches] : {Row{"Doe^Jane", "jane doe", true},
                                             Row{"Doe^Jane", "DOE", true},
                                             Row{"Doe^Jane", "Jan, Do", true},
                                             Row{"Doe^Jane", "doe^jane^x", false},
                                             Row{"Doe^Jane", "oe", false},
                                             Row{"Müller^Jürgen", "jurg mull", true},
                                             Row{"Muller^Jurgen", "Müller", true},
                                             Row{"O'Brien^Mary", "o'brien", true},
                                             Row{"O'Brien^Mary", "brien", true},
                                             Row{"Smith-Jones^A", "jones smith", true},
                                             Row{"Yamada^Tarou=山田^太郎", "太 山田", true},
                                             Row{"Yamada^Tarou=山田^太郎", "yamada 太郎", false},
                                             Row{"Yamada^Tarou=山田^太郎", "yama=太", true},
                                             Row{"Yamada^Tarou=山田^太郎", "=yamada", false},
                                             Row{"Yamada^Tarou=山田^太郎=やまだ", "==やま", true},
                                             Row{"Yamada", "yamada=山田", false},
                                             Row{"Doe^Jane\\Roe^Jan", "roe jan", true},
                                             Row{"Doe^Jane\\Roe^Jan", "doe roe", false},
                                             Row{"Lee^Lee", "lee lee", true},
                                             Row{"Doe*^J", "do* j*", true}}) {
        CAPTURE(name);
        CAPTURE(key);
        CHECK(name_has_words(fold_person_name(name), fuzzy_name_key(key)) == matches);
    }
}

TEST_CASE("a key without words asks for none") {
    for (auto const* key : {"", "^", "-", " , ", "=="}) CHECK(fuzzy_name_key(key).empty());
    CHECK(fuzzy_name_key("O'Brien^M=李") == "o brien m=李");
}

TEST_CASE("a wildcard at the end of a word is meant anyway, elsewhere it is not") {
    for (auto const* key : {"doe", "doe*", "doe* j*", "doe*^jane*", "山田*"}) {
        CAPTURE(key);
        CHECK_FALSE(has_inner_wildcard(key));
    }
    for (auto const* key : {"*doe", "*doe*", "d*e", "do?", "doe ^*", "*"}) {
        CAPTURE(key);
        CHECK(has_inner_wildcard(key));
    }
}

TEST_CASE("the least word that begins so stands for all that do") {
    CHECK(least_name_word("lee^lena lea=lease", "le") == "lea");
    CHECK(least_name_word("lee^lena", "lee") == "lee");
    CHECK(least_name_word("lee", "x").empty());
}

TEST_CASE("the least word that holds a fragment stands for all that do") {
    CHECK(least_name_word_with("smith^blacksmith", "smith") == "blacksmith");
    CHECK(least_name_word_with("smith^john", "oh") == "john");
    CHECK(least_name_word_with("smith^john", "h^j").empty());
}

TEST_CASE("whatever a word holds begins one of its parts") {
    using Parts = std::vector<std::string_view>;
    CHECK(name_word_parts("doe") == Parts{"doe", "oe", "e"});
    CHECK(name_word_parts("\xE5\xB1\xB1\xE7\x94\xB0") == Parts{"\xE5\xB1\xB1\xE7\x94\xB0", "\xE7\x94\xB0"});
    CHECK(name_word_parts("\xFF!") == Parts{"\xFF!", "!"});
    CHECK(name_word_parts("").empty());
    std::string const word = "abcdefghijklmnopqrstuvwxyz";
    auto const parts = name_word_parts(word);
    for (std::size_t from = 0; from < word.size(); ++from)
        for (std::size_t length = 1; from + length <= word.size(); ++length) {
            auto const key = name_part(std::string_view{word}.substr(from, length));
            CHECK(std::ranges::any_of(parts, [&](std::string_view part) { return part.starts_with(key); }));
        }
}

TEST_CASE("what a pattern leaves of words whose beginning it does not tell") {
    using Parts = std::vector<std::string>;
    CHECK(parts_of_pattern("*mit*") == Parts{"mit"});
    CHECK(parts_of_pattern("*oe^ja*n") == Parts{"oe", "n"});
    CHECK(parts_of_pattern("doe^j*").empty());
    CHECK(parts_of_pattern("?oe=*ama") == Parts{"oe", "ama"});
}

TEST_CASE("what a pattern leaves of its words") {
    struct Row {
        char const* pattern;
        char const* words;
    };
    for (auto const& [pattern, words] : {Row{"doe^jane", "doe jane"}, Row{"do*", "do*"}, Row{"do*^jane", "do* jane"},
                                         Row{"*oe^j?ne", "j*"}, Row{"*", ""}, Row{"?oe", ""}, Row{"doe*x^y", "doe* y"},
                                         Row{"a=b*", "a b*"}, Row{"*=b", "b"}, Row{"o'br*", "o br*"}}) {
        CAPTURE(pattern);
        CHECK(joined(words_of_pattern(pattern)) == words);
    }
    CHECK(joined(words_of_fuzzy_key("a bc=d")) == "a* bc* d*");
}
