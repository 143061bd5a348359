#include "dimse/identifier.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette;
using namespace cassette::dimse;

namespace {

constexpr Tag patient_name{0x0010, 0x0010};
constexpr Tag specific_character_set{0x0008, 0x0005};

DataElement key(Tag tag, std::string vr, std::string value = {}) {
    return {.tag = tag, .vr = std::move(vr), .value = std::move(value)};
}

// The values of a match: those given, all others empty.
AttributeValues values(std::vector<std::pair<Tag, std::string>> const& given) {
    AttributeValues all(attributes().size());
    for (auto const& [tag, text] : given) all[attribute_at(tag)] = text;
    return all;
}

DataElements responded(Identifier const& identifier, Level level, AttributeValues const& found,
                       std::string metadata = {}) {
    Match const match{level, found, std::move(metadata)};
    auto const bytes = identifier.respond(match, "CASSETTE", explicit_vr_little_endian);
    auto const elements = read_elements(std::as_bytes(std::span{bytes}), explicit_vr_little_endian);
    REQUIRE(elements);
    return *elements;
}

std::string value_of(DataElements const& elements, Tag tag) {
    auto const found = std::ranges::find(elements, tag, &DataElement::tag);
    REQUIRE(found != elements.end());
    return std::string{without_padding(found->value)};
}

bool has(DataElements const& elements, Tag tag) {
    return std::ranges::find(elements, tag, &DataElement::tag) != elements.end();
}

}  // namespace

TEST_CASE("keys are converted by Specific Character Set, per VR (PS3.3 C.12.1.1.2)") {
    struct Case {
        std::string character_set, wire, utf8;
    };
    for (auto const& [character_set, wire, utf8] :
         {Case{"ISO_IR 100", "J\xE9r*", "Jér*"}, Case{"ISO_IR 192", "王*", "王*"},
          Case{"\\ISO 2022 IR 87", "*=\x1b$B;3ED\x1b(B*", "*=山田*"},
          Case{"\\ISO 2022 IR 149", "*=\x1b$)C\xFB\xF3*", "*=洪*"}, Case{"GB18030", "*=\xCD\xF5*", "*=王*"}}) {
        CAPTURE(character_set);
        Identifier const identifier{{key(specific_character_set, "CS", character_set), key(patient_name, "PN", wire)},
                                    Level::study};
        REQUIRE(identifier.query().keys.size() == 1);
        CHECK(identifier.query().keys[0].tag == patient_name);
        CHECK(identifier.query().keys[0].value == utf8);
    }
}

TEST_CASE(
    "a response is in the requestor's character set where that has every character, and says so (PS3.4 C.4.1.1.3.2)") {
    struct Case {
        std::string character_set, name, expected_set, expected_name;
    };
    for (auto const& [character_set, name, expected_set, expected_name] :
         {Case{"ISO_IR 100", "Jérôme", "ISO_IR 100", "J\xE9r\xF4me"}, Case{"ISO_IR 100", "山田", "ISO_IR 192", "山田"},
          Case{"\\ISO 2022 IR 87", "A=山田", "\\ISO 2022 IR 87", "A=\x1b$B;3ED\x1b(B"},
          Case{"\\ISO 2022 IR 149", "A=洪", "\\ISO 2022 IR 149", "A=\x1b$)C\xFB\xF3"},
          Case{"GB18030", "A=王", "GB18030", "A=\xCD\xF5"}, Case{"", "Jérôme", "ISO_IR 192", "Jérôme"}}) {
        CAPTURE(character_set);
        Identifier const identifier{{key(specific_character_set, "CS", character_set), key(patient_name, "PN")},
                                    Level::study};
        auto const response = responded(identifier, Level::study, values({{patient_name, name}}));
        CHECK(value_of(response, specific_character_set) == expected_set);
        CHECK(value_of(response, patient_name) == expected_name);
    }
}

TEST_CASE("ASCII needs no Specific Character Set") {
    Identifier const identifier{{key(patient_name, "PN")}, Level::study};
    CHECK_FALSE(has(responded(identifier, Level::study, values({{patient_name, "Doe"}})), specific_character_set));
}

TEST_CASE("a response has what was asked for, in order, and no more (PS3.4 C.4.1.1.3.2)") {
    DataElements const asked{key({0x0020, 0x000D}, "UI"),         key({0x0008, 0x0052}, "CS", "STUDY "),
                             key({0x0008, 0x0054}, "AE"),         key({0x0008, 0x0056}, "CS"),
                             key({0x0010, 0x0010}, "PN", "Doe*"), key({0x0018, 0x0050}, "DS"),
                             key({0x0009, 0x0010}, "LO"),         key({0x0008, 0x0000}, "UL", "abcd"),
                             key({0x0008, 0x0053}, "CS"),         key({0x0010, 0x0010}, "PN", "")};
    Identifier const identifier{asked, Level::study};
    auto const response = responded(
        identifier, Level::study,
        values({{patient_name, "Doe^Jane"}, {{0x0020, 0x000D}, "1.2.3"}, {{0x0010, 0x0020}, "not asked for"}}),
        R"({"00180050": {"vr": "DS", "Value": [1.25]}})");
    std::vector<Tag> tags;
    for (auto const& element : response) tags.push_back(element.tag);
    CHECK(tags ==
          std::vector<Tag>{{0x0008, 0x0052},
                           {0x0008, 0x0054},
                           {0x0008, 0x0056},
                           {0x0009, 0x0010},
                           {0x0010, 0x0010},
                           {0x0018, 0x0050},
                           {0x0020, 0x000D}});
    CHECK(value_of(response, {0x0008, 0x0052}) == "STUDY");
    CHECK(value_of(response, {0x0008, 0x0054}) == "CASSETTE");
    CHECK(value_of(response, {0x0008, 0x0056}) == "ONLINE");
    CHECK(value_of(response, {0x0018, 0x0050}) == "1.25");
    CHECK(value_of(response, {0x0020, 0x000D}) == "1.2.3");
    // One key a tag; what describes the identifier is none.
    std::vector<Tag> keys;
    for (auto const& each : identifier.query().keys) keys.push_back(each.tag);
    CHECK(keys == std::vector<Tag>{{0x0009, 0x0010}, {0x0010, 0x0010}, {0x0018, 0x0050}, {0x0020, 0x000D}});
    CHECK(identifier.query().keys[1].value == "Doe*");
}

TEST_CASE("numbers are text to the archive and binary on the wire (PS3.5 6.2, US)") {
    constexpr Tag rows{0x0028, 0x0010};
    Identifier const identifier{{key(rows, "US", std::string{"\x00\x02", 2})}, Level::instance};
    REQUIRE(identifier.query().keys.size() == 1);
    CHECK(identifier.query().keys[0].value == "512");
    auto const response = responded(identifier, Level::instance, values({{rows, "512"}}));
    CHECK(response.at(0).value == std::string{"\x00\x02", 2});
}

namespace {

constexpr Tag procedure_code{0x0008, 0x1032}, code_value{0x0008, 0x0100}, code_meaning{0x0008, 0x0104};
constexpr char const* two_codes = R"({"00081032": {"vr": "SQ", "Value": [
    {"00080100": {"vr": "SH", "Value": ["CTHEAD"]}, "00080104": {"vr": "LO", "Value": ["Head"]}},
    {"00080100": {"vr": "SH", "Value": ["CTNECK"]}, "00080104": {"vr": "LO", "Value": ["Größe"]}}]}})";

DataElement sequence_key(Tag tag, DataElements item) { return {.tag = tag, .vr = "SQ", .items = {std::move(item)}}; }

}  // namespace

TEST_CASE("attributes of a sequence's item are keys, sequences within it too (PS3.4 C.2.2.2.6)") {
    constexpr Tag modifier{0x0040, 0xA195};
    Identifier const identifier{
        {sequence_key(procedure_code,
                      {key(code_value, "SH", "CT* "), sequence_key(modifier, {key(code_value, "SH", "L")})})},
        Level::study};
    REQUIRE(identifier.query().keys.size() == 2);
    CHECK(identifier.query().keys[0].tag == code_value);
    CHECK(identifier.query().keys[0].value == "CT*");
    CHECK(identifier.query().keys[0].sequences == std::vector{procedure_code});
    CHECK(identifier.query().keys[1].sequences == std::vector{procedure_code, modifier});
    CHECK(identifier.query().include == std::vector{procedure_code});
    CHECK(identifier.supports_all_keys());
}

TEST_CASE("a response has the matching items, with what was asked for (PS3.4 C.2.2.2.6)") {
    auto const items = [](DataElements asked) {
        Identifier const identifier{{sequence_key(procedure_code, std::move(asked))}, Level::study};
        auto const response = responded(identifier, Level::study, values({}), two_codes);
        auto const found = std::ranges::find(response, procedure_code, &DataElement::tag);
        REQUIRE(found != response.end());
        return found->items;
    };
    auto const both = items({key(code_meaning, "LO")});
    REQUIRE(both.size() == 2);
    CHECK(both[0].size() == 1);
    CHECK(value_of(both[0], code_meaning) == "Head");
    auto const one = items({key(code_value, "SH", "*NECK"), key(code_meaning, "LO"), key({0x0008, 0x0102}, "SH")});
    REQUIRE(one.size() == 1);
    CHECK(value_of(one[0], code_value) == "CTNECK");
    CHECK(value_of(one[0], code_meaning) == "Größe");
    CHECK(value_of(one[0], {0x0008, 0x0102}) == "");
    CHECK(items({key(code_value, "SH", "MR")}).empty());
    // An item without keys asks for the entire sequence.
    auto const whole = items({});
    REQUIRE(whole.size() == 2);
    CHECK(whole[1].size() == 2);
    CHECK(value_of(whole[1], code_value) == "CTNECK");
}

TEST_CASE("a sequence that is not there, or is kept below the level, comes back without items") {
    Identifier const absent{{sequence_key(procedure_code, {key(code_value, "SH")})}, Level::study};
    auto const response = responded(absent, Level::study, values({}));
    REQUIRE(response.size() == 1);
    CHECK(response[0].items.empty());
    constexpr Tag request{0x0040, 0x0275}, step{0x0040, 0x0009};
    Identifier const below{{sequence_key(request, {key(step, "SH")})}, Level::study};
    CHECK_FALSE(below.supports_all_keys());
    auto const of_series = R"({"00400275": {"vr": "SQ", "Value": [{"00400009": {"vr": "SH", "Value": ["S1"]}}]}})";
    CHECK(responded(below, Level::study, values({}), of_series).at(0).items.empty());
    Identifier const there{{sequence_key(request, {key(step, "SH")})}, Level::series};
    CHECK(there.supports_all_keys());
    CHECK(value_of(responded(there, Level::series, values({}), of_series).at(0).items.at(0), step) == "S1");
}

TEST_CASE("an attribute below the level is a key not supported") {
    CHECK_FALSE(Identifier{{key({0x0008, 0x0060}, "CS", "CT")}, Level::study}.supports_all_keys());
    CHECK(Identifier{{key({0x0008, 0x0060}, "CS", "CT")}, Level::series}.supports_all_keys());
}

TEST_CASE("the timezone of an identifier says how its dates are meant and is no key (PS3.4 C.4.1.1.3)") {
    Identifier const identifier{{key({0x0008, 0x0201}, "SH", "+0100")}, Level::study};
    REQUIRE(identifier.query().keys.size() == 1);
    CHECK(identifier.query().keys[0].value == "");
}
