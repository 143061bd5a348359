#include "archive/retrieve/json_element.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

std::string value(char const* json, std::string_view vr) { return value_of_json(boost::json::parse(json), vr); }

constexpr Tag tag{0x0010, 0x0020};

}  // namespace

TEST_CASE("elements are Explicit VR Little Endian with even values (PS3.5 7.1.2, 6.2)") {
    CHECK(explicit_element(tag, "LO", "ABC") ==
          std::string("\x10\x00\x20\x00LO\x04\x00"
                      "ABC ",
                      12));
    CHECK(explicit_element(tag, "UI", "1.2") ==
          std::string("\x10\x00\x20\x00UI\x04\x00"
                      "1.2\0",
                      12));
    CHECK(explicit_element(tag, "UT", "A") ==
          std::string("\x10\x00\x20\x00UT\0\0\x02\0\0\0"
                      "A ",
                      14));
    CHECK(explicit_element(tag, "CS", {}) ==
          std::string("\x10\x00\x20\x00"
                      "CS\0\0",
                      8));
    CHECK(explicit_element(tag, "LO", std::string(70'000, 'x')).size() == 8);
}

TEST_CASE("values of DICOM JSON are those of the data set (PS3.18 F.2.3)") {
    CHECK(value(R"({"vr":"CS","Value":["A","B"]})", "CS") == "A\\B");
    CHECK(value(R"({"vr":"CS","Value":["A",null,"C"]})", "CS") == "A\\\\C");
    CHECK(value(R"({"vr":"IS","Value":[12]})", "IS") == "12");
    CHECK(value(R"({"vr":"PN","Value":[{"Alphabetic":"Yamada^Tarou","Phonetic":"P"}]})", "PN") == "Yamada^Tarou==P");
    CHECK(value(R"({"vr":"US","Value":[258,1]})", "US") == std::string("\x02\x01\x01\x00", 4));
    CHECK(value(R"({"vr":"SL","Value":[-1]})", "SL") == "\xFF\xFF\xFF\xFF");
    CHECK(value(R"({"vr":"FD","Value":[1]})", "FD") == std::string("\0\0\0\0\0\0\xF0\x3F", 8));
    CHECK(value(R"({"vr":"LO"})", "LO").empty());
    CHECK(value(R"({"vr":"OB","BulkDataURI":"x"})", "OB").empty());
    CHECK(value("7", "LO").empty());
}

TEST_CASE("sequences are items of defined length with sorted elements (PS3.5 7.5)") {
    auto const written = value(
        R"({"vr":"SQ","Value":[{"00080102":{"vr":"SH","Value":["DCM"]},"00080100":{"vr":"SH","Value":["1"]}}]})", "SQ");
    CHECK(written ==
          std::string("\xFE\xFF\x00\xE0\x16\0\0\0", 8) + explicit_element({0x0008, 0x0100}, "SH", "1") +
              explicit_element({0x0008, 0x0102}, "SH", "DCM"));
}

}  // namespace cassette
