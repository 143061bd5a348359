#include "schema/fold.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("case and accents fold in every script") {
    struct Row {
        char const* text;
        char const* folded;
    };
    for (auto const& [text, folded] :
         {Row{"MÜLLER", "muller"}, Row{"Straße", "strasse"}, Row{"Øre Łódź", "ore lodz"}, Row{"ΔΙΟΝΥΣΙΟΣ", "διονυσιοσ"},
          Row{"Διονυσίος", "διονυσιοσ"}, Row{"Люкceмбypг", "люкceмбypг"}, Row{"山田", "山田"}, Row{"ﾔﾏﾀﾞ", "ヤマタ"},
          Row{"ＡＢＣ", "abc"}, Row{"김희중", "김희중"}, Row{"e\xCC\x81", "e"}, Row{"", ""}}) {
        CAPTURE(text);
        CHECK(fold(text) == folded);
    }
}

TEST_CASE("bytes that are not UTF-8 fold to the replacement character") {
    CHECK(fold("a\xFF\xC3") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("folding twice changes nothing more") {
    for (char const* text : {"MÜLLER", "Straße", "Διονυσίος", "ﾔﾏﾀﾞ", "Æsir", "İstanbul", "Ǿ", "Ǽ"}) {
        CAPTURE(text);
        CHECK(fold(fold(text)) == fold(text));
    }
}
