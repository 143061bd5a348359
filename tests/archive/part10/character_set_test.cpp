#include "archive/part10/character_set.h"

#include <doctest/doctest.h>

using namespace cassette;

namespace {

struct Sample {
    char const* what;
    std::string character_set;
    std::string wire;
    std::string utf8;
    TextKind kind = TextKind::person_name;
};

// The names of PS3.5 H, I, J, K and L as far as they are written there.
std::vector<Sample> const samples{
    {"Latin 1", "ISO_IR 100", "Buc^J\xE9r\xF4me", "Buc^Jérôme"},
    {"Latin 2", "ISO_IR 101", "Wa\xB3\xEAsa", "Wałęsa"},
    {"Greek", "ISO_IR 126", "\xC4\xE9\xEF\xED\xF5\xF3\xE9\xEF\xF2", "Διονυσιος"},
    {"Cyrillic", "ISO_IR 144", "\xBB\xEE\xDA\x63\x65\xDC\xD1yp\xD3", "Люкceмбypг"},
    {"Arabic", "ISO_IR 127", "\xE2\xC8\xC7\xE6\xEA^\xE4\xE6\xD2\xC7\xD1", "قباني^لنزار"},
    {"Hebrew", "ISO_IR 138", "\xF9\xF8\xE5\xEF^\xE3\xE1\xE5\xF8\xE4", "שרון^דבורה"},
    {"Thai", "ISO_IR 166", "\xA1\xA2", "กข"},
    {"UTF-8", "ISO_IR 192", "Wang^XiaoDong=王^小東=", "Wang^XiaoDong=王^小東="},
    {"GB18030", "GB18030", "Wang^XiaoDong=\xCD\xF5^\xD0\xA1\xB6\xAB=", "Wang^XiaoDong=王^小东="},
    {"GBK", "GBK", "\xCD\xF5", "王"},
    {"Japanese, kanji by escape", "\\ISO 2022 IR 87",
     "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
     "Yamada^Tarou=山田^太郎=やまだ^たろう"},
    {"Korean", "\\ISO 2022 IR 149",
     "Hong^Gildong=\x1b$)C\xFB\xF3^\x1b$)C\xD1\xCE\xD4\xD7=\x1b$)C\xC8\xAB^\x1b$)C\xB1\xE6\xB5\xBF",
     "Hong^Gildong=洪^吉洞=홍^길동"},
    {"simplified Chinese by escape", "\\ISO 2022 IR 58",
     "Zhang^XiaoDong=\x1b$)A\xD5\xC5^\x1b$)A\xD0\xA1\xB6\xAB=", "Zhang^XiaoDong=张^小东="},
    {"half-width katakana", "ISO_IR 13", "\xD4\xCF\xC0\xDE^\xC0\xDB\xB3", "ﾔﾏﾀﾞ^ﾀﾛｳ"},
    {"a list of Korean values", "\\ISO 2022 IR 149", "\x1b$)C\xC8\xAB\\\x1b$)C\xB1\xE6", "홍\\길",
     TextKind::multiple_values},
};

}  // namespace

TEST_CASE("text goes to UTF-8 and back to the same bytes (PS3.3 C.12.1.1.2, PS3.5 6.1.2.5 and annexes H to K)") {
    for (auto const& sample : samples) {
        CAPTURE(sample.what);
        CharacterSet const set{sample.character_set};
        CHECK(set.is_declared());
        CHECK(set.to_utf8(sample.wire, sample.kind) == sample.utf8);
        auto const wire = set.from_utf8(sample.utf8, sample.kind);
        REQUIRE(wire);
        CHECK(*wire == sample.wire);
    }
}

TEST_CASE("several sets switched by escape sequences, in G0 and G1 (PS3.5 H.3.2)") {
    CharacterSet const set{"ISO 2022 IR 13\\ISO 2022 IR 87"};
    std::string const wire = "\xD4\xCF\xC0\xDE^\xC0\xDB\xB3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J";
    CHECK(set.to_utf8(wire, TextKind::person_name) == "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎");
    CharacterSet const western{"ISO 2022 IR 100\\ISO 2022 IR 126"};
    CHECK(western.to_utf8("J\xE9r\xF4me \x1b-F\xC4\xE9^\xE9", TextKind::person_name) == "Jérôme Δι^é");
    CHECK(western.from_utf8("é^Δι", TextKind::person_name) == "\xE9^\x1b-F\xC4\xE9");
}

TEST_CASE("a character the set does not have cannot be written") {
    CHECK_FALSE(CharacterSet{"ISO_IR 100"}.from_utf8("山", TextKind::person_name));
    CHECK_FALSE(CharacterSet{""}.from_utf8("é", TextKind::person_name));
    CHECK_FALSE(CharacterSet{"ISO_IR 13"}.from_utf8("山", TextKind::person_name));
    CHECK_FALSE(CharacterSet{"\\ISO 2022 IR 149"}.from_utf8("é", TextKind::person_name));
    CHECK(CharacterSet{""}.from_utf8("plain", TextKind::person_name) == "plain");
}

TEST_CASE("what is wrong in its set is still UTF-8") {
    CHECK(CharacterSet{""}.to_utf8("J\xE9", TextKind::person_name) == "Jé");
    CHECK(CharacterSet{""}.to_utf8("Jé", TextKind::person_name) == "Jé");
    CHECK(CharacterSet{"ISO_IR 192"}.to_utf8("J\xE9", TextKind::person_name) == "Jé");
    CHECK(CharacterSet{"NO SUCH SET"}.to_utf8("J\xE9", TextKind::person_name) == "Jé");
    CHECK(CharacterSet{"\\ISO 2022 IR 87"}.to_utf8("\x1b$B;", TextKind::person_name) == "\x1b$B;");
    CHECK_FALSE(CharacterSet{"NO SUCH SET"}.is_declared());
    CHECK_FALSE(CharacterSet{"ISO_IR 6"}.is_declared());
}

TEST_CASE("the declared value comes back without padding") {
    CHECK(CharacterSet{"ISO_IR 100 "}.value() == "ISO_IR 100");
    CHECK(CharacterSet{"\\ISO 2022 IR 87"}.value() == "\\ISO 2022 IR 87");
    CHECK(CharacterSet{""}.value() == "");
}
