#include "archive/part10/json_value.h"

#include <doctest/doctest.h>

#include <limits>

namespace cassette {

namespace {

template <class... Argument>
std::string appended(void (*append)(std::string&, Argument...), Argument... argument) {
    std::string out;
    append(out, argument...);
    return out;
}

std::string integer(std::string_view text) { return appended(append_json_integer_string, text); }
std::string decimal(std::string_view text) { return appended(append_json_decimal_string, text); }
std::string name(std::string_view text) { return appended(append_json_person_name, text); }

}  // namespace

TEST_CASE("IS is a number when it is one that a double holds, otherwise the string (PS3.18 F.2.3)") {
    struct Sample {
        std::string_view text, json;
    };
    for (auto const& [text, json] : {
             Sample{"0", "0"},
             Sample{"1", "1"},
             Sample{"-5", "-5"},
             Sample{"+5", "5"},
             Sample{"007", "7"},
             Sample{"-0", "0"},
             Sample{"2147483647", "2147483647"},
             Sample{"-2147483648", "-2147483648"},
             Sample{"9007199254740992", "9007199254740992"},      // 2^53
             Sample{"9007199254740993", "\"9007199254740993\""},  // the next is no double
             Sample{"-9007199254740993", "\"-9007199254740993\""},
             Sample{"99999999999999999999", "\"99999999999999999999\""},
             Sample{"+-5", "\"+-5\""},
             Sample{"++5", "\"++5\""},
             Sample{"", "\"\""},
             Sample{"+", "\"+\""},
             Sample{"1.5", "\"1.5\""},
             Sample{"1e3", "\"1e3\""},
             Sample{"12 34", "\"12 34\""},
             Sample{"0x10", "\"0x10\""},
             Sample{"one", "\"one\""},
         }) {
        CAPTURE(text);
        CHECK(integer(text) == json);
    }
}

TEST_CASE("DS is a number when it is one that a double holds, otherwise the string (PS3.18 F.2.3)") {
    struct Sample {
        std::string_view text, json;
    };
    for (auto const& [text, json] : {
             Sample{"0", "0"},
             Sample{"1.25", "1.25"},
             Sample{"-1.25", "-1.25"},
             Sample{"+1.25", "1.25"},
             Sample{"1.50", "1.5"},
             Sample{".5", "0.5"},
             Sample{"5.", "5"},
             Sample{"1E2", "100"},
             Sample{"1e-7", "1e-07"},
             Sample{"123456789012345", "123456789012345"},
             Sample{"1234567890.123456", "\"1234567890.123456\""},  // 16 digits: may not come back as they are
             Sample{"1e999", "\"1e999\""},
             Sample{"+-1", "\"+-1\""},
             Sample{"", "\"\""},
             Sample{"nan", "\"nan\""},
             Sample{"inf", "\"inf\""},
             Sample{"-Infinity", "\"-Infinity\""},
             Sample{"1,5", "\"1,5\""},
             Sample{"1.5mm", "\"1.5mm\""},
             Sample{"0x1p3", "\"0x1p3\""},
             Sample{"1e", "\"1e\""},
         }) {
        CAPTURE(text);
        CHECK(decimal(text) == json);
    }
}

TEST_CASE("FL and FD are the shortest numbers that give them back, or the words of PS3.18 F.2.3") {
    CHECK(appended<float>(append_json_float, 0.1F) == "0.1");
    CHECK(appended<double>(append_json_float, 0.1) == "0.1");
    CHECK(appended<double>(append_json_float, 1.0 / 3) == "0.3333333333333333");
    CHECK(appended<float>(append_json_float, 1.0F / 3) == "0.33333334");
    CHECK(appended<float>(append_json_float, -2.0F) == "-2");
    CHECK(appended<double>(append_json_float, std::numeric_limits<double>::quiet_NaN()) == "\"NaN\"");
    CHECK(appended<double>(append_json_float, std::numeric_limits<double>::infinity()) == "\"Infinity\"");
    CHECK(appended<float>(append_json_float, -std::numeric_limits<float>::infinity()) == "\"-Infinity\"");
    CHECK(appended<double>(append_json_float, std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
}

TEST_CASE("strings are escaped as RFC 8259 wants") {
    CHECK(appended<std::string_view>(append_json_string, "plain") == "\"plain\"");
    CHECK(appended<std::string_view>(append_json_string, "a\"b\\c\n\x01") == "\"a\\\"b\\\\c\\n\\u0001\"");
    CHECK(appended<std::string_view>(append_json_string, std::string_view{"a\0b", 3}) == "\"a\\u0000b\"");
    CHECK(appended<std::string_view>(append_json_string, "Müller 山田") == "\"Müller 山田\"");
}

TEST_CASE("a person name is an object of its component groups, empty ones left out (PS3.18 F.2.2)") {
    CHECK(name("Doe^Jane") == R"({"Alphabetic":"Doe^Jane"})");
    CHECK(name("Yamada^Tarou=山田^太郎=やまだ^たろう") ==
          R"({"Alphabetic":"Yamada^Tarou","Ideographic":"山田^太郎","Phonetic":"やまだ^たろう"})");
    CHECK(name("=山田^太郎") == R"({"Ideographic":"山田^太郎"})");
    CHECK(name("A==B") == R"({"Alphabetic":"A","Phonetic":"B"})");
    CHECK(name("A=B=C=D") == R"({"Alphabetic":"A","Ideographic":"B","Phonetic":"C"})");
    CHECK(name("A =B ") == R"({"Alphabetic":"A","Ideographic":"B"})");
    CHECK(name("==") == "null");
}

TEST_CASE("padding is spaces and NULs at the end (PS3.5 6.2)") {
    CHECK(without_padding(std::string_view{" a \0 ", 5}) == " a");
    CHECK(without_spaces(std::string_view{" a \0 ", 5}) == "a");
    CHECK(without_padding("   ") == "");
    CHECK(without_spaces("a b") == "a b");
}

TEST_CASE("64-bit integers are numbers where a double holds them, otherwise strings (PS3.18 F.2.3)") {
    auto const written = [](auto value) {
        std::string json;
        append_json_integer(json, value);
        return json;
    };
    CHECK(written(std::int64_t{-2}) == "-2");
    CHECK(written(std::int64_t{1} << 53) == "9007199254740992");
    CHECK(written((std::int64_t{1} << 53) + 1) == "\"9007199254740993\"");
    CHECK(written(-(std::int64_t{1} << 53) - 1) == "\"-9007199254740993\"");
    CHECK(written(INT64_MIN) == "\"-9223372036854775808\"");
    CHECK(written(std::uint64_t{65'535}) == "65535");
    CHECK(written(UINT64_MAX) == "\"18446744073709551615\"");
}

}  // namespace cassette
