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

TEST_CASE("the Query/Retrieve Level is one of the model's (PS3.4 C.6.1.1, C.6.2.1)") {
    using enum InformationModel;
    auto const level = [](char const* value, InformationModel model) {
        return level_of({key({0x0008, 0x0052}, "CS", value)}, model);
    };
    CHECK(level("PATIENT ", patient_root) == Level::patient);
    CHECK(level("PATIENT", study_root) == std::nullopt);
    CHECK(level("STUDY ", study_root) == Level::study);
    CHECK(level("SERIES", patient_root) == Level::series);
    CHECK(level("IMAGE ", study_root) == Level::instance);
    CHECK(level("INSTANCE", study_root) == std::nullopt);
    CHECK(level("", study_root) == std::nullopt);
    CHECK(level_of({}, study_root) == std::nullopt);
}

TEST_CASE("the unique keys above the level are single values (PS3.4 C.4.1.1.3.1)") {
    using enum InformationModel;
    constexpr Tag patient_id{0x0010, 0x0020}, study{0x0020, 0x000D}, series{0x0020, 0x000E};
    auto const p = key(patient_id, "LO", "P1"), s = key(study, "UI", "1.2"), e = key(series, "UI", "1.3");
    CHECK_FALSE(missing_unique_key({}, patient_root, Level::patient));
    CHECK_FALSE(missing_unique_key({}, study_root, Level::study));
    CHECK(missing_unique_key({}, patient_root, Level::study) == patient_id);
    CHECK_FALSE(missing_unique_key({p}, patient_root, Level::study));
    CHECK(missing_unique_key({p}, patient_root, Level::series) == study);
    CHECK_FALSE(missing_unique_key({s}, study_root, Level::series));
    CHECK(missing_unique_key({s}, study_root, Level::instance) == series);
    CHECK_FALSE(missing_unique_key({p, s, e}, patient_root, Level::instance));
    for (auto const* value : {"", "  ", "1.2\\1.3", "*", "1.?"}) {
        CAPTURE(value);
        CHECK(missing_unique_key({key(study, "UI", value)}, study_root, Level::series) == study);
    }
}

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

TEST_CASE("Request Attributes Sequence is matched and returned from the indexed attributes (PS3.4 C.2.2.2.6)") {
    constexpr Tag sequence{0x0040, 0x0275}, step{0x0040, 0x0009}, procedure{0x0040, 0x1001},
        description{0x0040, 0x0007};
    DataElement const asked{.tag = sequence,
                            .vr = "SQ",
                            .value = "",
                            .items = {{key(description, "LO"), key(step, "SH", "S1"), key(procedure, "SH")}}};
    Identifier const identifier{{asked}, Level::series};
    REQUIRE(identifier.query().keys.size() == 2);
    CHECK(identifier.query().keys[0].tag == step);
    CHECK(identifier.query().keys[0].value == "S1");
    CHECK(identifier.supports_all_keys());
    auto const response = responded(identifier, Level::series, values({{step, "S1"}, {procedure, "R1"}}));
    REQUIRE(response.size() == 1);
    REQUIRE(response[0].items.size() == 1);
    CHECK(value_of(response[0].items[0], description) == "");
    CHECK(value_of(response[0].items[0], step) == "S1");
    CHECK(value_of(response[0].items[0], procedure) == "R1");
    CHECK(responded(identifier, Level::series, values({})).at(0).items.empty());
}

TEST_CASE("other sequences come back empty, and a value in them is a key not supported") {
    constexpr Tag sequence{0x0008, 0x1032};
    auto const asked = [&](std::string value) {
        return DataElement{
            .tag = sequence, .vr = "SQ", .value = "", .items = {{key({0x0008, 0x0100}, "SH", std::move(value))}}};
    };
    Identifier const wanted{{asked("")}, Level::study};
    CHECK(wanted.supports_all_keys());
    auto const response = responded(wanted, Level::study, values({}));
    REQUIRE(response.size() == 1);
    REQUIRE(response[0].items.size() == 1);
    CHECK(value_of(response[0].items[0], {0x0008, 0x0100}) == "");
    Identifier const matched{{asked("X")}, Level::study};
    CHECK_FALSE(matched.supports_all_keys());
    CHECK(value_of(responded(matched, Level::study, values({})).at(0).items.at(0), {0x0008, 0x0100}) == "");
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
