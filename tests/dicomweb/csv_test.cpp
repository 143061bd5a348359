#include "dicomweb/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

AttributePath path(std::string_view text) { return *parse_attribute_path(text); }

std::string line(std::string_view column, std::string const& json) { return csv_line({path(column)}, json); }

std::string comment(std::string const& json_text) {
    return line("PatientComments", R"({"00104000":{"vr":"LT","Value":[)" + json_text + "]}}");
}

}  // namespace

TEST_CASE("the heading has keywords, and tags where there are none") {
    CHECK(csv_heading({path("PatientName"), path("00400275.00400009"), path("00091001")}) ==
          "PatientName,RequestAttributesSequence.ScheduledProcedureStepID,00091001\r\n");
}

TEST_CASE("every kind of value becomes a field") {
    CHECK(line("PatientName",
               R"({"00100010":{"vr":"PN","Value":[{"Alphabetic":"A^B","Phonetic":"C"},{"Ideographic":"D"}]}})") ==
          "A^B==C\\=D\r\n");
    CHECK(line("ImageType", R"({"00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]}})") ==
          "ORIGINAL\\\\AXIAL\r\n");
    CHECK(line("Rows", R"({"00280010":{"vr":"US","Value":[512]}})") == "512\r\n");
    CHECK(line("SliceThickness", R"({"00180050":{"vr":"DS","Value":[-2.5]}})") == "-2.5\r\n");
    CHECK(line("00400275.00400009",
               R"({"00400275":{"vr":"SQ","Value":[{"00400009":{"vr":"SH","Value":["S1"]}},{},)"
               R"({"00400009":{"vr":"SH","Value":["S2"]}}]}})") == "S1\\S2\r\n");
    CHECK(line("00400275", R"({"00400275":{"vr":"SQ","Value":[{"00400009":{"vr":"SH","Value":["S1"]}}]}})") == "\r\n");
    CHECK(line("PixelData", R"({"7FE00010":{"vr":"OW","BulkDataURI":"/x"}})") == "\r\n");
    CHECK(line("PatientID", "{}") == "\r\n");
    CHECK(line("PatientID", "nonsense") == "\r\n");
    CHECK(csv_line({path("PatientID"), path("StudyID"), path("Rows")},
                   R"({"00100020":{"vr":"LO","Value":["P1"]},"00280010":{"vr":"US","Value":[1]}})") == "P1,,1\r\n");
}

TEST_CASE("fields are quoted where they must be (RFC 4180 2)") {
    std::vector<std::pair<char const*, char const*>> const rows{
        {R"("plain text")", "plain text\r\n"},
        {R"("Müller, 山田")", "\"Müller, 山田\"\r\n"},
        {R"("say \"hello\"")", "\"say \"\"hello\"\"\"\r\n"},
        {R"("two\r\nlines")", "\"two\r\nlines\"\r\n"},
        {R"("a;b")", "\"a;b\"\r\n"},
        {R"(" padded")", "\" padded\"\r\n"},
    };
    for (auto const& [text, field] : rows) {
        CAPTURE(text);
        CHECK(comment(text) == field);
    }
}

TEST_CASE("no text is a formula for the spreadsheet that opens the table") {
    std::vector<std::pair<char const*, char const*>> const rows{
        {R"("=1+1")", "'=1+1\r\n"},
        {R"x("=HYPERLINK(\"http://x\",\"y\")")x", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n"},
        {R"("+cmd|' /C calc'!A0")", "'+cmd|' /C calc'!A0\r\n"},
        {R"("-2+3")", "'-2+3\r\n"},
        {R"x("@SUM(1)")x", "'@SUM(1)\r\n"},
        {R"("\t=1")", "\"'\t=1\"\r\n"},
        {R"("-12.5e3")", "-12.5e3\r\n"},
        {R"("+5")", "+5\r\n"},
        {R"("+-5")", "'+-5\r\n"},
    };
    for (auto const& [text, field] : rows) {
        CAPTURE(text);
        CHECK(comment(text) == field);
    }
}

}  // namespace cassette::dicomweb
