#include "dimse/worklist_identifier.h"

#include "dimse/item_writer.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette;
using namespace cassette::dimse;

namespace {

constexpr Tag step_sequence{0x0040, 0x0100};
constexpr char const* item_json = R"({
    "00080005": {"vr": "CS", "Value": ["ISO_IR 192"]},
    "00100010": {"vr": "PN", "Value": [{"Alphabetic": "Müller^Jürgen"}]},
    "00321064": {"vr": "SQ", "Value": [{"00080100": {"vr": "SH", "Value": ["C1"]}}, {"00080100": {"vr": "SH", "Value": ["C2"]}}]},
    "00400100": {"vr": "SQ", "Value": [{"00080060": {"vr": "CS", "Value": ["CT"]}, "00400009": {"vr": "SH", "Value": ["S1"]}}]}
})";

DataElement key(Tag tag, std::string vr, std::string value = {}) {
    return {.tag = tag, .vr = std::move(vr), .value = std::move(value)};
}

DataElement sequence(Tag tag, std::vector<DataElements> items) {
    return {.tag = tag, .vr = "SQ", .items = std::move(items)};
}

DataElements responded(DataElements keys) {
    MetadataText const item{item_json};
    auto const bytes = WorklistIdentifier{std::move(keys)}.respond(item.root(), explicit_vr_little_endian);
    auto elements = read_elements(std::as_bytes(std::span{bytes}), explicit_vr_little_endian);
    REQUIRE(elements);
    return *std::move(elements);
}

DataElement const& element_of(DataElements const& elements, Tag tag) {
    auto const found = std::ranges::find(elements, tag, &DataElement::tag);
    REQUIRE(found != elements.end());
    return *found;
}

}  // namespace

TEST_CASE("keys of an identifier are text, those of items with their sequences (PS3.4 K.4.1.1.3.1)") {
    WorklistIdentifier const identifier{
        {key({0x0010, 0x0010}, "PN", "M\xFCller*"), key({0x0008, 0x0005}, "CS", "ISO_IR 100"),
         key({0x0008, 0x0052}, "CS", "STUDY"), key({0x0008, 0x0201}, "SH", "+0100"),
         key({0x0008, 0x0000}, "UL", "abcd"),
         sequence(step_sequence, {{key({0x0008, 0x0060}, "UN", "CT")}, {key({0x0040, 0x0009}, "SH", "S2")}})}};
    auto const& keys = identifier.keys();
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].tag == Tag{0x0010, 0x0010});
    CHECK(keys[0].value == "Müller*");
    CHECK(keys[1].tag == Tag{0x0008, 0x0060});
    CHECK(keys[1].value == "CT");
    CHECK(keys[1].sequences == std::vector{step_sequence});
}

TEST_CASE("a response has what was asked for and no more, in the requestor's character set (PS3.4 K.4.1.1.3.2)") {
    auto const elements =
        responded({key({0x0008, 0x0005}, "CS", "ISO_IR 100"), key({0x0010, 0x0010}, "PN"), key({0x0010, 0x0020}, "LO"),
                   sequence(step_sequence, {{key({0x0040, 0x0009}, "SH")}})});
    REQUIRE(elements.size() == 4);
    CHECK(without_padding(elements[0].value) == "ISO_IR 100");
    CHECK(without_padding(elements[1].value) == "M\xFCller^J\xFCrgen");
    CHECK(elements[2].value.empty());
    REQUIRE(elements[3].items.size() == 1);
    REQUIRE(elements[3].items[0].size() == 1);
    CHECK(without_padding(elements[3].items[0][0].value) == "S1");
}

TEST_CASE("what the requestor's character set does not have is answered in UTF-8") {
    auto const elements = responded({key({0x0010, 0x0010}, "PN")});
    CHECK(without_padding(element_of(elements, {0x0008, 0x0005}).value) == "ISO_IR 192");
    CHECK(without_padding(element_of(elements, {0x0010, 0x0010}).value) == "Müller^Jürgen");
}

TEST_CASE("a sequence without an item, or with an empty one, is returned whole (PS3.4 K.2.2.1.2)") {
    for (auto const& items : {std::vector<DataElements>{}, std::vector<DataElements>{{}}}) {
        auto const elements = responded({sequence(step_sequence, items)});
        auto const& step = element_of(elements, step_sequence);
        REQUIRE(step.items.size() == 1);
        CHECK(step.items[0].size() == 2);
    }
}

TEST_CASE("all items of a sequence are returned, also those that its key does not match") {
    auto const elements = responded({sequence({0x0032, 0x1064}, {{key({0x0008, 0x0100}, "SH", "C2")}})});
    CHECK(element_of(elements, {0x0032, 0x1064}).items.size() == 2);
    MetadataText const item{item_json};
    CharacterSet const utf8{"ISO_IR 192"};
    auto const matching =
        ItemWriter{utf8}.sequence(sequence({0x0032, 0x1064}, {{key({0x0008, 0x0100}, "SH", "C2")}}), item.root());
    REQUIRE(matching);
    CHECK(matching->items.size() == 1);
}
