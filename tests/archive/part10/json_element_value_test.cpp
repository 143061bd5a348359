#include "archive/part10/json_element_value.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace cassette {

namespace {

Result<std::string> encoded(std::string_view vr, std::string_view attribute) {
    auto const parsed = boost::json::parse({attribute.data(), attribute.size()});
    return encode_json_value(vr, parsed.get_object());
}

struct Row {
    std::string_view vr;
    std::string_view attribute;
    std::string bytes;
};

}  // namespace

TEST_CASE("values of the DICOM JSON Model become the bytes of their VR (PS3.18 F.2.3)") {
    std::vector<Row> const rows{
        {"LO", R"({"Value":["a","bc"]})", "a\\bc"},
        {"LO", R"({"Value":["a",null,"b"]})", "a\\\\b"},
        {"LO", R"({"Value":"single"})", "single"},
        {"LO", R"({"Value":[12]})", "12"},
        {"LO", R"({})", ""},
        {"LO", R"({"Value":[]})", ""},
        {"UI", R"({"Value":["1.2.3"]})", std::string("1.2.3\0", 6)},
        {"PN", R"({"Value":[{"Alphabetic":"Doe^Jane"}]})", "Doe^Jane"},
        {"PN", R"({"Value":[{"Alphabetic":"A^B","Phonetic":"C"}]})", "A^B==C"},
        {"PN", R"({"Value":[{"Ideographic":"X"},{}]})", "=X\\ "},
        {"PN", R"({"Value":["Doe^John"]})", "Doe^John"},
        {"IS", R"({"Value":[1,-20,"3"]})", "1\\-20\\3 "},
        {"IS", R"({"Value":[4.0]})", "4 "},
        {"DS", R"({"Value":[0.5,"1.50",2]})", "0.5\\1.50\\2"},
        {"DS", R"({"Value":[0.12345678901234567]})", ".123456789012346"},
        {"DS", R"({"Value":[0.123456789012345]})", ".123456789012345"},
        {"DS", R"({"Value":[-1.2345678901234567e-100]})", "-1.23456789e-100"},
        {"DS", R"({"Value":[1.23456789012e-88,-0.0]})", "123456789012e-99\\-0 "},
        {"AT", R"({"Value":["0020000D"]})", std::string("\x20\0\x0D\0", 4)},
        {"US", R"({"Value":[1,"65535"]})", std::string("\1\0\xFF\xFF", 4)},
        {"SS", R"({"Value":[-2]})", "\xFE\xFF"},
        {"UL", R"({"Value":[4294967295]})", "\xFF\xFF\xFF\xFF"},
        {"SL", R"({"Value":["-1"]})", "\xFF\xFF\xFF\xFF"},
        {"UV", R"({"Value":[18446744073709551615]})", std::string(8, '\xFF')},
        {"SV", R"({"Value":["-1"]})", std::string(8, '\xFF')},
        {"FL", R"({"Value":[1]})", std::string("\0\0\x80\x3F", 4)},
        {"FD", R"({"Value":["-Infinity"]})", std::string("\0\0\0\0\0\0\xF0\xFF", 8)},
        {"OB", R"({"InlineBinary":"AQID"})", std::string("\1\2\3\0", 4)},
        {"UN", R"({"InlineBinary":["AQI="]})", "\1\2"},
        {"UT", R"({"Value":["a\\b"]})", "a\\b "},
    };
    for (auto const& row : rows) {
        CAPTURE(row.vr);
        CAPTURE(row.attribute);
        auto const bytes = encoded(row.vr, row.attribute);
        REQUIRE(bytes);
        CHECK(*bytes == row.bytes);
    }
}

TEST_CASE("a value that its VR does not have is malformed (PS3.18 F.2.3)") {
    std::vector<Row> const rows{
        {"US", R"({"Value":[65536]})", {}},
        {"US", R"({"Value":[-1]})", {}},
        {"US", R"({"Value":["1x"]})", {}},
        {"US", R"({"Value":[null]})", {}},
        {"AT", R"({"Value":["20000D"]})", {}},
        {"FD", R"({"Value":["much"]})", {}},
        {"LO", R"({"Value":[true]})", {}},
        {"LO", R"({"Value":[{"Alphabetic":"x"}]})", {}},
        {"PN", R"({"Value":[{"Alphabetic":1}]})", {}},
        {"PN", R"({"Value":[1]})", {}},
        {"OB", R"({"Value":["AQID"]})", {}},
        {"OB", R"({"InlineBinary":"?"})", {}},
        {"OB", R"({"InlineBinary":5})", {}},
        {"LO", R"({"Value":{"0":"a"}})", {}},
    };
    for (auto const& row : rows) {
        CAPTURE(row.vr);
        CAPTURE(row.attribute);
        auto const bytes = encoded(row.vr, row.attribute);
        REQUIRE_FALSE(bytes);
        CHECK(bytes.error().code == ErrorCode::malformed);
    }
}

}  // namespace cassette
