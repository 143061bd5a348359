#include "archive/part10/text_decoder.h"

#include "schema/utf8.h"

#include <doctest/doctest.h>

#include <random>

namespace cassette {

namespace {

struct Sample {
    std::string what;
    std::string character_set;
    std::string raw;
    std::string utf8;
    TextKind kind = TextKind::person_name;
};

}  // namespace

TEST_CASE("text is decoded by its Specific Character Set (PS3.3 C.12.1.1.2; names of PS3.5 H to K)") {
    for (auto const& sample : {
             Sample{"default repertoire", "", "Doe^Jane", "Doe^Jane"},
             Sample{"ASCII in any set", "ISO_IR 144", "Doe^Jane", "Doe^Jane"},
             Sample{"Latin 1", "ISO_IR 100", "Buc^J\xE9r\xF4me", "Buc^Jérôme"},
             Sample{"Latin 1, padded", "ISO_IR 100 ", "\xC4neas^R\xFC\x64iger", "Äneas^Rüdiger"},
             Sample{"Latin 2", "ISO_IR 101", "Wa\xB3\xEAsa", "Wałęsa"},
             Sample{"Greek", "ISO_IR 126", "\xC4\xE9\xEF\xED\xF5\xF3\xE9\xEF\xF2", "Διονυσιος"},
             Sample{"Cyrillic", "ISO_IR 144", "\xBB\xEE\xDA\x63\x65\xDC\xD1yp\xD3", "Люкceмбypг"},
             Sample{"Arabic", "ISO_IR 127", "\xE2\xC8\xC7\xE6\xEA^\xE4\xE6\xD2\xC7\xD1", "قباني^لنزار"},
             Sample{"Hebrew", "ISO_IR 138", "\xF9\xF8\xE5\xEF^\xE3\xE1\xE5\xF8\xE4", "שרון^דבורה"},
             Sample{"UTF-8", "ISO_IR 192", "Wang^XiaoDong=王^小東=", "Wang^XiaoDong=王^小東="},
             Sample{"GB18030", "GB18030", "Wang^XiaoDong=\xCD\xF5^\xD0\xA1\xB6\xAB=", "Wang^XiaoDong=王^小东="},
             Sample{"Korean", "\\ISO 2022 IR 149",
                    "Hong^Gildong=\x1b$)C\xFB\xF3^\x1b$)C\xD1\xCE\xD4\xD7=\x1b$)C\xC8\xAB^\x1b$)C\xB1\xE6\xB5\xBF",
                    "Hong^Gildong=洪^吉洞=홍^길동"},
             Sample{"simplified Chinese by escape", "\\ISO 2022 IR 58",
                    "Zhang^XiaoDong=\x1b$)A\xD5\xC5^\x1b$)A\xD0\xA1\xB6\xAB=", "Zhang^XiaoDong=张^小东="},
             Sample{"a list of Korean values", "\\ISO 2022 IR 149", "\x1b$)C\xC8\xAB\\\x1b$)C\xB1\xE6", "홍\\길",
                    TextKind::multiple_values},
         }) {
        CAPTURE(sample.what);
        TextDecoder decoder{sample.character_set};
        CHECK(decoder.to_utf8(sample.raw, sample.kind) == sample.utf8);
        CHECK_FALSE(decoder.trouble());
    }
}

TEST_CASE("Japanese by code extensions: PS3.5 H.3.1 and H.3.2") {
    for (auto const& sample : {
             Sample{"H.3.1", "\\ISO 2022 IR 87",
                    "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
                    "Yamada^Tarou=山田^太郎=やまだ^たろう"},
             Sample{"H.3.2", "ISO 2022 IR 13\\ISO 2022 IR 87",
                    "\xD4\xCF\xC0\xDE^\xC0\xDB\xB3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B$?$m$&"
                    "\x1b(J",
                    "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"},
             Sample{"half-width katakana alone", "ISO_IR 13", "\xD4\xCF\xC0\xDE^\xC0\xDB\xB3", "ﾔﾏﾀﾞ^ﾀﾛｳ"},
         }) {
        CAPTURE(sample.what);
        TextDecoder decoder{sample.character_set};
        CHECK(decoder.to_utf8(sample.raw, sample.kind) == sample.utf8);
        CHECK_FALSE(decoder.trouble());
    }
}

TEST_CASE("what is not in the declared set is shown all the same, and told") {
    for (auto const& sample : {
             Sample{"undeclared Latin 1", "", "M\xFCller", "Müller"},
             Sample{"undeclared UTF-8", "", "Müller", "Müller"},
             Sample{"no UTF-8", "ISO_IR 192", "M\xFCller", "Müller"},
             Sample{"an unknown set", "NO SUCH SET", "M\xFCller", "Müller"},
         }) {
        CAPTURE(sample.what);
        TextDecoder decoder{sample.character_set};
        CHECK(decoder.to_utf8(sample.raw, sample.kind) == sample.utf8);
        CHECK(decoder.trouble());
    }
    TextDecoder unknown{"NO SUCH SET"};
    CHECK(unknown.to_utf8("plain", TextKind::single_value) == "plain");
}

TEST_CASE("whatever comes, UTF-8 leaves") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        std::string raw;
        for (auto size = random() % 40; size > 0; --size)
            raw += random() % 5 == 0 ? std::string{"\x1b$B"} : std::string(1, static_cast<char>(random()));
        for (auto const* const set : {"", "ISO_IR 100", "ISO_IR 192", "GB18030", "\\ISO 2022 IR 87",
                                      "\\ISO 2022 IR 149", "ISO 2022 IR 13\\ISO 2022 IR 87", "\\\\\\", "NO SUCH SET"}) {
            CAPTURE(set);
            TextDecoder decoder{set};
            CHECK(is_utf8(decoder.to_utf8(raw, TextKind::person_name)));
        }
    }
}

}  // namespace cassette
