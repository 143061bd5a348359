#include "dicomweb/attribute_path.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

TEST_CASE("an attribute is named by tags and keywords, through sequences by dots (PS3.18 8.3.4.1)") {
    std::vector<std::pair<char const*, AttributePath>> const rows{
        {"PatientName", {{}, {0x0010, 0x0010}}},
        {"00100010", {{}, {0x0010, 0x0010}}},
        {"0020000d", {{}, {0x0020, 0x000D}}},
        {"00091001", {{}, {0x0009, 0x1001}}},
        {"RequestAttributesSequence.ScheduledProcedureStepID", {{{0x0040, 0x0275}}, {0x0040, 0x0009}}},
        {"00400275.ScheduledProcedureStepID", {{{0x0040, 0x0275}}, {0x0040, 0x0009}}},
        {"RequestAttributesSequence.00400009", {{{0x0040, 0x0275}}, {0x0040, 0x0009}}},
        {"00400275.00400008.00080100", {{{0x0040, 0x0275}, {0x0040, 0x0008}}, {0x0008, 0x0100}}},
        {"00091002.00091003", {{{0x0009, 0x1002}}, {0x0009, 0x1003}}},  // perhaps a private sequence
        {"StudyVerifiedDate", {{}, {0x0032, 0x0032}}},                  // retired
    };
    for (auto const& [text, expected] : rows) {
        CAPTURE(text);
        auto const path = parse_attribute_path(text);
        REQUIRE(path);
        CHECK(*path == expected);
        CHECK(parse_attribute_path(to_text(*path)) == path);
    }
}

TEST_CASE("what is no attribute, or no sequence that leads to one, is none") {
    for (char const* text : {"", ".", "PatientNam", "patientname", "0010001", "001000100", "PatientName.",
                             ".PatientName", "PatientName.PatientID", "RequestAttributesSequence..StudyInstanceUID"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_attribute_path(text));
    }
}

TEST_CASE("a path is written in keywords where there are any") {
    CHECK(to_text({{{0x0040, 0x0275}}, {0x0040, 0x0009}}) == "RequestAttributesSequence.ScheduledProcedureStepID");
    CHECK(to_text({{}, {0x0009, 0x1001}}) == "00091001");
    CHECK(AttributePath{{{0x0040, 0x0275}}, {0x0040, 0x0009}}.outermost() == Tag{0x0040, 0x0275});
    CHECK(AttributePath{{}, {0x0040, 0x0009}}.outermost() == Tag{0x0040, 0x0009});
}

TEST_CASE("a private block belongs to the creator element that has its number (PS3.5 7.8.1)") {
    CHECK(is_private_creator({0x0009, 0x0010}));
    CHECK(is_private_creator({0x0009, 0x00FF}));
    CHECK_FALSE(is_private_creator({0x0009, 0x000F}));
    CHECK_FALSE(is_private_creator({0x0009, 0x0100}));
    CHECK_FALSE(is_private_creator({0x0008, 0x0010}));
    CHECK(is_in_private_block({0x0009, 0x1001}));
    CHECK_FALSE(is_in_private_block({0x0008, 0x1001}));
    CHECK_FALSE(is_in_private_block({0x0009, 0x0010}));
    CHECK(creator_of({0x0009, 0x1201}) == Tag{0x0009, 0x0012});
}

}  // namespace cassette::dicomweb
