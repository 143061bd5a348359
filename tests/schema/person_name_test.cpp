#include "schema/person_name.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("a person name folds to what people search by (PS3.5 6.2.1)") {
    struct Row {
        char const* name;
        char const* folded;
    };
    for (auto const& [name, folded] :
         {Row{"Müller^Jürgen^^^", "muller^jurgen"}, Row{"SMITH ^ JOHN", "smith^john"},
          Row{"  Van  der  Berg^Jan ", "van der berg^jan"},
          Row{"Yamada^Tarou=山田^太郎=やまだ^たろう", "yamada^tarou=山田^太郎=やまた^たろう"},
          Row{"Doe^Jane==", "doe^jane"}, Row{"A^B^^\\C^D^^", "a^b\\c^d"}, Row{"^^^", ""}, Row{"", ""},
          Row{"Mül*^J?", "mul*^j?"}, Row{"=山田", "=山田"}}) {
        CAPTURE(name);
        CHECK(fold_person_name(name) == folded);
    }
}

TEST_CASE("a pattern matches any component group, or with '=' each its own (PS3.4 C.2.2.2.1, C.2.2.2.4)") {
    struct Row {
        char const* name;
        char const* pattern;
        bool matches;
    };
    for (auto const& [name, pattern, matches] : {Row{"doe^jane", "doe^jane", true},
                                                 Row{"doe^jane", "doe", false},
                                                 Row{"doe^jane", "doe*", true},
                                                 Row{"a=b=c", "a", true},
                                                 Row{"a=b=c", "b", true},
                                                 Row{"a=b=c", "c", true},
                                                 Row{"a=b=c", "?", true},
                                                 Row{"a=b=c", "a*c", false},
                                                 Row{"a=b=c", "a=b=c", true},
                                                 Row{"a=b=c", "a=c", false},
                                                 Row{"a=b=c", "=b", true},
                                                 Row{"a=b=c", "==c", true},
                                                 Row{"a=b=c", "=c", false},
                                                 Row{"a=b=c", "a=*", true},
                                                 Row{"a", "a=*", true},
                                                 Row{"a", "*=b", false},
                                                 Row{"a\\b", "b", true},
                                                 Row{"a\\b", "a\\b", false},
                                                 Row{"a\\b=c", "b=c", true},
                                                 Row{"a=x\\b=c", "a=c", false}}) {
        CAPTURE(name);
        CAPTURE(pattern);
        CHECK(name_matches(name, pattern) == matches);
    }
}
