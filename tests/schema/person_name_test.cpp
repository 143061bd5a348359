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
