#include "archive/part10/searched_values.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace cassette {

namespace {

SearchAttribute attribute(std::string_view path, std::string vr, std::string creator = {}) {
    auto parsed = parse_path(path);
    auto const matching = matching_of_vr(vr);
    REQUIRE(parsed);
    REQUIRE(matching);
    return {"test",   std::move(parsed->sequences), parsed->tag, std::move(creator), std::move(vr), Level::study,
            *matching};
}

// The values of one attribute: item numbers before a colon, several separated by a space.
std::string values(SearchAttribute const& wanted, std::string_view metadata) {
    std::string text;
    for (auto const& [id, item, value] : searched_values(metadata, {{7, wanted, 0}})) {
        CHECK(id == 7);
        if (!text.empty()) text += ' ';
        for (std::size_t depth = 1; depth <= wanted.sequences.size(); ++depth)
            text += (depth > 1 ? "." : "") + std::to_string(item >> item_shift(depth) & item_number_max);
        text += ':' + value;
    }
    return text;
}

constexpr std::string_view codes = R"({"00081032":{"vr":"SQ","Value":[
    {"00080100":{"vr":"SH","Value":["CTHEAD"]},"00080104":{"vr":"LO","Value":["Head"]}},
    {"00080100":{"vr":"SH"}},
    {},
    {"00080100":{"vr":"SH","Value":["A","B","A",null]}}]}})";

}  // namespace

TEST_CASE("each item of a sequence gives its values, or says that it has none (PS3.4 C.2.2.2.6)") {
    CHECK(values(attribute("00081032.00080100", "SH"), codes) == "1:CTHEAD 2: 3: 4:A 4:B");
    CHECK(values(attribute("00081032.00080104", "LO"), codes) == "1:Head 2: 3: 4:");
    CHECK(values(attribute("00081032.00080102", "SH"), codes) == "1: 2: 3: 4:");
    CHECK(values(attribute("00400275.00400009", "SH"), codes).empty());
}

TEST_CASE("outside sequences there is a value or nothing") {
    constexpr std::string_view metadata = R"({"00181000":{"vr":"LO","Value":[" X-1 "]},"00181020":{"vr":"LO"}})";
    CHECK(values(attribute("00181000", "LO"), metadata) == ":X-1");
    CHECK(values(attribute("00181020", "LO"), metadata).empty());
    CHECK(values(attribute("00181030", "LO"), metadata).empty());
}

TEST_CASE("sequences in sequences are numbered level by level") {
    constexpr std::string_view metadata = R"({"0040A730":{"vr":"SQ","Value":[
        {"0040A168":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["a"]}},{"00080100":{"vr":"SH","Value":["b"]}}]}},
        {"0040A168":{"vr":"SQ"}},
        {"0040A168":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["c"]}}]}}]}})";
    CHECK(values(attribute("0040A730.0040A168.00080100", "SH"), metadata) == "1.1:a 1.2:b 3.1:c");
}

TEST_CASE("values are kept in the form in which they are matched") {
    struct Case {
        std::string vr, json, expected;
    };
    for (auto const& [vr, json, expected] : {
             Case{"PN", R"({"Alphabetic":"Müller^Jürgen"})", ":muller^jurgen"},
             Case{"DA", R"("2024.01.31")", ":20240131"},
             Case{"DA", R"("someday")", ""},
             Case{"TM", R"("10:15")", ":1015"},
             Case{"IS", "7", ":7"},
             Case{"IS", R"("+7")", ":7"},
             Case{"IS", R"("seven")", ""},
             Case{"DS", "1.50", ":1.5"},
             Case{"DS", R"("1.50")", ":1.5"},
             Case{"FD", "100000", ":1e+05"},
             Case{"UI", R"("1.2.3")", ":1.2.3"},
             Case{"CS", R"("  YES ")", ":YES"},
             Case{"LO", R"("Größe")", ":Größe"},
         }) {
        CAPTURE(vr);
        CAPTURE(json);
        auto const metadata = R"({"00181000":{"vr":")" + vr + R"(","Value":[)" + json + "]}}";
        CHECK(values(attribute("00181000", vr), metadata) == expected);
    }
}

TEST_CASE("a private attribute is found by its creator, whatever block it has (PS3.5 7.8.1)") {
    auto const wanted = attribute("00091001", "LO", "ACME");
    constexpr std::string_view in_first =
        R"({"00090010":{"vr":"LO","Value":["ACME"]},"00091001":{"vr":"LO","Value":["x"]}})";
    constexpr std::string_view in_second =
        R"({"00090010":{"vr":"LO","Value":["OTHER"]},"00090042":{"vr":"LO","Value":["ACME "]},
            "00091001":{"vr":"LO","Value":["no"]},"00094201":{"vr":"LO","Value":["y"]}})";
    constexpr std::string_view of_other =
        R"({"00090010":{"vr":"LO","Value":["OTHER"]},"00091001":{"vr":"LO","Value":["no"]}})";
    CHECK(values(wanted, in_first) == ":x");
    CHECK(values(wanted, in_second) == ":y");
    CHECK(values(wanted, of_other).empty());
    CHECK(values(wanted, R"({"00091001":{"vr":"LO","Value":["orphan"]}})").empty());
    CHECK(values(attribute("00091001", "LO"), of_other) == ":no");
}

TEST_CASE("creators are those of the item that a private attribute is in (PS3.5 7.8.1)") {
    constexpr std::string_view metadata =
        R"({"00090010":{"vr":"LO","Value":["OTHER"]},"00090011":{"vr":"LO","Value":["ACME"]},
        "00091102":{"vr":"SQ","Value":[
            {"00090010":{"vr":"LO","Value":["ACME"]},"00091001":{"vr":"LO","Value":["x"]}},
            {"00090020":{"vr":"LO","Value":["ACME"]},"00092001":{"vr":"LO","Value":["y"]}},
            {"00091001":{"vr":"LO","Value":["no"]}}]}})";
    CHECK(values(attribute("00091002.00091001", "LO", "ACME"), metadata) == "1:x 2:y 3:");
}

TEST_CASE("what came without a VR is read as the declared one (PS3.5 6.2.2)") {
    auto const metadata = [](std::string const& base64) {
        return R"({"00090010":{"vr":"LO","Value":["ACME"]},"00091001":{"vr":"UN","InlineBinary":")" + base64 + R"("}})";
    };
    CHECK(values(attribute("00091001", "LO", "ACME"), metadata("U2NhblwgQiA=")) == ":B :Scan");
    CHECK(values(attribute("00091001", "LT", "ACME"), metadata("U2NhblwgQiA=")) == ":Scan\\ B");
    CHECK(values(attribute("00091001", "US", "ACME"), metadata("AQAAAQ==")) == ":1 :256");
    CHECK(values(attribute("00091001", "SS", "ACME"), metadata("//8=")) == ":-1");
    CHECK(values(attribute("00091001", "LO", "ACME"), metadata("//8=")).empty());  // not UTF-8
}

TEST_CASE("what is not the DICOM JSON Model has no values") {
    auto const wanted = attribute("00081032.00080100", "SH");
    for (std::string_view const metadata :
         {"", "{", "[]", "\"", "{\"00081032\"", "{\"00081032\":12345678901234567890", "\"00081032\"",
          R"({"00081032":1})", R"({"00081032":{"vr":"SQ","Value":{}}})",
          R"({"00081032":{"vr":"SQ","Value":[1,"x",null]}})", R"({"00081032":{"vr":"LO","Value":["x"]}})"}) {
        CAPTURE(metadata);
        CHECK(values(wanted, metadata).empty());
    }
    CHECK(values(wanted, R"({"00081032":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":[{"x":[]},[]]}}]}})") ==
          "1:");
}

TEST_CASE("of one attribute so many values count, and of one value so many bytes") {
    std::string list;
    for (int i = 0; i < 3000; ++i) list += (i > 0 ? ",\"" : "\"") + std::to_string(i) + '"';
    auto const many = R"({"00181000":{"vr":"LO","Value":[)" + list + "]}}";
    CHECK(searched_values(many, {{1, attribute("00181000", "LO"), 0}}).size() == 1024);
    auto const one = R"({"00181000":{"vr":"UT","Value":[")" + std::string(5000, 'x') + R"("]}})";
    CHECK(searched_values(one, {{1, attribute("00181000", "UT"), 0}}).at(0).value.size() == 1024);
}

TEST_CASE("values of several attributes come sorted, each once") {
    auto const found = searched_values(
        codes, {{2, attribute("00081032.00080100", "SH"), 0}, {1, attribute("00081032.00080104", "LO"), 0}});
    REQUIRE(found.size() == 9);
    CHECK(std::is_sorted(found.begin(), found.end()));
    CHECK(found.front().attribute == 1);
}

}  // namespace cassette
