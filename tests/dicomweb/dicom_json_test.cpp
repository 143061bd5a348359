#include "dicomweb/dicom_json.h"

#include "tests/support/dicom_json_checker.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

TEST_CASE("every kind of VR is written as the DICOM JSON Model wants it (PS3.18 F.2.2, F.2.3)") {
    struct Row {
        char const* vr;
        char const* value;
        char const* json;
    };
    std::vector<Row> const rows{
        {"LO", "", R"({"vr":"LO"})"},
        {"LO", "CHEST", R"({"vr":"LO","Value":["CHEST"]})"},
        {"CS", R"(ORIGINAL\PRIMARY\AXIAL)", R"({"vr":"CS","Value":["ORIGINAL","PRIMARY","AXIAL"]})"},
        {"CS", R"(ORIGINAL\\AXIAL\)", R"({"vr":"CS","Value":["ORIGINAL",null,"AXIAL",null]})"},
        {"LT", R"(a\b)", R"({"vr":"LT","Value":["a\\b"]})"},
        {"UT", "line\r\nline\ttab", R"({"vr":"UT","Value":["line\r\nline\ttab"]})"},
        {"UR", "http://x/y?a=b", R"({"vr":"UR","Value":["http://x/y?a=b"]})"},
        {"ST", "say \"hello\"", R"({"vr":"ST","Value":["say \"hello\""]})"},
        {"DA", "20261121", R"({"vr":"DA","Value":["20261121"]})"},
        {"TM", "101530.25", R"({"vr":"TM","Value":["101530.25"]})"},
        {"AS", "042Y", R"({"vr":"AS","Value":["042Y"]})"},
        {"AE", "CASSETTE", R"({"vr":"AE","Value":["CASSETTE"]})"},
        {"AT", R"(00280010\00280011)", R"({"vr":"AT","Value":["00280010","00280011"]})"},
        {"UI", "1.2.840", R"({"vr":"UI","Value":["1.2.840"]})"},
        {"IS", "42", R"({"vr":"IS","Value":[42]})"},
        {"IS", R"(+7\-3\)", R"({"vr":"IS","Value":[7,-3,null]})"},
        {"IS", "1.0", R"({"vr":"IS","Value":["1.0"]})"},
        {"US", "512", R"({"vr":"US","Value":[512]})"},
        {"SS", "-5", R"({"vr":"SS","Value":[-5]})"},
        {"UL", "4294967295", R"({"vr":"UL","Value":[4294967295]})"},
        {"DS", "0.5", R"({"vr":"DS","Value":[0.5]})"},
        {"DS", R"(-1.25\3)", R"({"vr":"DS","Value":[-1.25,3]})"},
        {"DS", "0.1234567890123456", R"({"vr":"DS","Value":["0.1234567890123456"]})"},
        {"DS", "nan", R"({"vr":"DS","Value":["nan"]})"},
        {"UV", "18446744073709551615", R"({"vr":"UV","Value":["18446744073709551615"]})"},
        {"UV", "9007199254740992", R"({"vr":"UV","Value":[9007199254740992]})"},
        {"SV", "-9007199254740993", R"({"vr":"SV","Value":["-9007199254740993"]})"},
        {"FD", "2.5", R"({"vr":"FD","Value":[2.5]})"},
        {"OB", "anything", R"({"vr":"OB"})"},
        {"OW", "", R"({"vr":"OW"})"},
        {"UN", "", R"({"vr":"UN"})"},
        {"SQ", "", R"({"vr":"SQ"})"},
        {"PN", "Doe^Jane", R"({"vr":"PN","Value":[{"Alphabetic":"Doe^Jane"}]})"},
        {"PN", "Yamada^Tarou=山田^太郎=やまだ^たろう",
         R"({"vr":"PN","Value":[{"Alphabetic":"Yamada^Tarou","Ideographic":"山田^太郎","Phonetic":"やまだ^たろう"}]})"},
        {"PN", "=山田^太郎", R"({"vr":"PN","Value":[{"Ideographic":"山田^太郎"}]})"},
        {"PN", "==", R"({"vr":"PN"})"},
        {"PN", "Doe^Jane ", R"({"vr":"PN","Value":[{"Alphabetic":"Doe^Jane"}]})"},
        {"PN", "Doe^\"J\"", R"({"vr":"PN","Value":[{"Alphabetic":"Doe^\"J\""}]})"},
        {"PN", R"(A^B\\==)", R"({"vr":"PN","Value":[{"Alphabetic":"A^B"},null,null]})"},
    };
    for (auto const& row : rows) {
        CAPTURE(row.vr);
        CAPTURE(row.value);
        CHECK(json_attribute(row.vr, row.value) == row.json);
        std::string member = "[";
        JsonMember{{0x0010, 0x0010}, row.vr}.append_to(member, row.value);
        CHECK(member == std::string{"[\"00100010\":"} + row.json);
        CHECK(testing::dicom_json_report(std::string{R"({"00100010":)"} + row.json + "}") == "");
    }
}

TEST_CASE("what leaves in JSON is valid UTF-8 whatever came in (RFC 8259 8.1)") {
    auto const attribute = [](std::string_view value) { return json_attribute("LO", value); };
    auto const expected = [](std::string const& value) { return R"({"vr":"LO","Value":[")" + value + R"("]})"; };
    std::string const bad = "\xEF\xBF\xBD";
    CHECK(attribute("M\xFCller") == expected("M" + bad + "ller"));            // Latin-1
    CHECK(attribute("\xC0\xAF") == expected(bad + bad));                      // overlong
    CHECK(attribute("\xED\xA0\x80") == expected(bad + bad + bad));            // a surrogate
    CHECK(attribute("\xF4\x90\x80\x80") == expected(bad + bad + bad + bad));  // beyond U+10FFFF
    CHECK(attribute("\xE5\xB1") == expected(bad + bad));                      // cut short
    CHECK(attribute("\xF0\x9F\xA9\xBB") == expected("\xF0\x9F\xA9\xBB"));
    CHECK(attribute("M\xC3\xBCller") == expected("M\xC3\xBCller"));
    CHECK(attribute(std::string_view{"a\x01", 2}) == expected("a\\u0001"));
}

TEST_CASE("a data set is written in the order of its tags (PS3.18 F.2.2)") {
    JsonDataset dataset;
    dataset.set({0x0020, 0x000D}, "UI", "1.2");
    dataset.set({0x0008, 0x0060}, "CS", "CT");
    dataset.set({0x0008, 0x0060}, "CS", "MR");
    dataset.set({0x0040, 0x0275}, json_sequence({"{}", "{}"}));
    CHECK(dataset.has({0x0008, 0x0060}));
    CHECK(dataset.str() ==
          R"({"00080060":{"vr":"CS","Value":["MR"]},"0020000D":{"vr":"UI","Value":["1.2"]},)"
          R"("00400275":{"vr":"SQ","Value":[{},{}]}})");
    CHECK(JsonDataset{}.str() == "{}");
}

namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

Members members_of(std::string_view object) {
    Members members;
    auto const visited = for_each_member(
        object, [&](std::string_view name, std::string_view value) { members.emplace_back(name, value); });
    CHECK(visited);
    return members;
}

}  // namespace

TEST_CASE("the members of an object come as they stand, digits and escapes included") {
    CHECK((
        members_of(R"({"a":1.50,"b":{"x":["}","\"",{}]},"c":"\\\"}","d":[1,[2]],"e":null})") ==
        Members{{"a", "1.50"}, {"b", R"({"x":["}","\"",{}]})"}, {"c", R"("\\\"}")"}, {"d", "[1,[2]]"}, {"e", "null"}}));
    CHECK((members_of("{ \"a\" : 1 ,\n \"b\" : [ ] }") == Members{{"a", "1 "}, {"b", "[ ]"}}));
    CHECK(members_of("{}").empty());
}

TEST_CASE("the elements of an array come as they stand") {
    std::vector<std::string> elements;
    CHECK(for_each_element(R"([1.50, "]", {"a":[1]} ,[2],null])",
                           [&](std::string_view value) { elements.emplace_back(value); }));
    CHECK(elements == std::vector<std::string>{"1.50", "\"]\"", "{\"a\":[1]}", "[2]", "null"});
    CHECK(for_each_element("[]", [](std::string_view) {}));
    for (std::string_view text : {"", "{}", "[", "[1", "[,]", "[\"]", "[{]", "[}"}) {
        CAPTURE(text);
        CHECK_FALSE(for_each_element(text, [](std::string_view) {}));
    }
}

TEST_CASE("what is not an object is malformed") {
    for (std::string_view text :
         {"", "[]", "{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\":1", "{\"a\":[1}", "{a:1}"}) {
        CAPTURE(text);
        auto const visited = for_each_member(text, [](std::string_view, std::string_view) {});
        REQUIRE_FALSE(visited);
        CHECK(visited.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("every byte at every place of a value is written as one byte at a time would be (RFC 8259 7)") {
    auto const plain = [](unsigned char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; };
    for (std::size_t length = 1; length <= 17; ++length)
        for (std::size_t place = 0; place < length; ++place)
            for (int byte = 0; byte <= 0xFF; ++byte) {
                std::string value(length, 'a');
                value[place] = static_cast<char>(byte);
                auto const text = json_attribute("LT", value);
                bool const as_it_stands = text == R"({"vr":"LT","Value":[")" + value + R"("]})";
                bool const expected = plain(static_cast<unsigned char>(byte)) || byte == 0x7F;
                if (as_it_stands == expected) continue;
                CAPTURE(length);
                CAPTURE(place);
                CAPTURE(byte);
                CHECK(as_it_stands == expected);
            }
}

}  // namespace cassette::dicomweb
