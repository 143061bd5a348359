#include "tools/generate/synthetic_person.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace cassette::generate {

TEST_CASE("a number is always the same person") {
    CHECK(synthetic_person(7).name == synthetic_person(7).name);
    CHECK(synthetic_person(7).id != synthetic_person(8).id);
}

TEST_CASE("a hundred people use three character sets and several scripts") {
    std::map<std::string_view, int> sets;
    bool three_groups = false;
    bool escapes = false;
    for (std::uint64_t number = 0; number < 100; ++number) {
        auto const person = synthetic_person(number);
        CAPTURE(number);
        ++sets[person.specific_character_set];
        three_groups = three_groups || std::ranges::count(person.name, '=') == 2;
        escapes = escapes || person.name.find('\x1b') != std::string::npos;
        CHECK(person.name.size() <= 64);  // PS3.5 6.2: PN has 64 characters a component group
        CHECK(person.birth_date.size() == 8);
        CHECK((person.sex == "F" || person.sex == "M"));
    }
    CHECK(sets.size() == 3);
    CHECK(sets["ISO_IR 192"] > sets["ISO_IR 100"]);
    CHECK(three_groups);
    CHECK(escapes);
}

TEST_CASE("names in ISO_IR 100 are ISO 8859-1, one byte a character (PS3.3 C.12.1.1.2)") {
    bool accented = false;
    for (std::uint64_t number = 0; number < 200; ++number) {
        auto const person = synthetic_person(number);
        if (person.specific_character_set != "ISO_IR 100") continue;
        CAPTURE(person.name);
        CHECK(person.name.find("\xC3\xBC") == std::string::npos);  // no UTF-8 left
        accented = accented || person.name.find('\xFC') != std::string::npos;
    }
    CHECK(accented);
}

TEST_CASE("dates are days of the calendar (PS3.5 6.2, DA)") {
    for (std::uint64_t number = 0; number < 100; ++number) {
        auto const date = synthetic_date(number, 2018, 7);
        CAPTURE(date);
        CHECK(date.size() == 8);
        CHECK(date >= "20180101");
        CHECK(date <= "20241228");
        CHECK(date.substr(4, 2) <= "12");
        CHECK(date.substr(6, 2) <= "28");
    }
}

}  // namespace cassette::generate
