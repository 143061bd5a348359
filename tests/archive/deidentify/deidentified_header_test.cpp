#include "archive/deidentify/deidentified_header.h"

#include "archive/part10/instance_uids.h"
#include "archive/part10/value_representation.h"
#include "schema/deidentification.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace cassette {

namespace {

using testing::DatasetBuilder;
using testing::Length;

constexpr Tag kept_sequence{0x5200, 0x9229};  // Shared Functional Groups

// A value of the VR that identifies somebody, and which attribute it was.
std::string marker(Tag tag, std::string_view vr) {
    auto const hex = to_hex(tag);
    if (vr == "DA") return "1987" + hex.substr(4);
    if (vr == "TM") return "11" + hex.substr(4);
    if (vr == "DT") return "198706" + hex;
    if (vr == "AS") return "077Y";
    if (vr == "DS" || vr == "IS") return "98" + std::to_string(tag.group) + std::to_string(tag.element);
    if (vr == "UI") return "1.2.77." + std::to_string(tag.group) + "." + std::to_string(tag.element);
    return "MARK" + hex;
}

bool is_numeric(std::string_view vr) { return vr == "US" || vr == "FL" || vr == "FD" || vr == "UL" || vr == "SS"; }

// Every attribute of the table with a marker; sequences hold an Item of one.
void add_marked(DatasetBuilder& built, std::set<std::string>& markers) {
    for (auto const& [tag, action] : deidentified_attributes()) {
        auto const vr = implicit_vr(tag, PixelRepresentation::unsigned_integer);
        if (tag.group < 0x0008 || is_numeric(vr) || tag.group == 0xFFFC || tag.group == 0xFFFA) continue;
        auto const value = marker(tag, vr == "SQ" ? "LO" : vr);
        markers.insert(value);
        if (vr == "SQ") {
            auto const inside = DatasetBuilder{}.text({0x0008, 0x0104}, "LO", value).dataset();
            built.element(tag, testing::sequence(tag, testing::item(inside, Length::undefined), Length::undefined));
        } else {
            built.text(tag, vr, value);
        }
    }
    for (Tag const tag : {Tag{0x0009, 0x0010}, Tag{0x0009, 0x1001}, Tag{0x5000, 0x3000}, Tag{0x6000, 0x4000}}) {
        markers.insert("PRIVATE" + to_hex(tag));
        built.text(tag, "LO", "PRIVATE" + to_hex(tag));
    }
}

// Sequences that the table keeps for their references lose their text only where the table names it.
bool is_kept_sequence(Tag tag) {
    return deidentification_action(tag) == DeidentificationAction::remove_or_empty_or_uid;
}

std::string joined(DeidentifiedHeader const& header) {
    std::string bytes;
    for (auto const& piece : header.pieces)
        if (auto const* text = std::get_if<std::string>(&piece)) bytes += *text;
    return bytes;
}

Result<DeidentifiedHeader> deidentified(std::string const& dataset, std::string_view key = "secret") {
    auto const scanned = testing::scan_dataset(dataset);
    REQUIRE(scanned);
    return deidentified_header(*scanned, key);
}

bool has(std::string const& bytes, std::string_view text) { return bytes.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("nothing that Table E.1-1 names survives, nor anything private, at any depth (PS3.15 E.2)") {
    std::set<std::string> markers;
    DatasetBuilder built;
    add_marked(built, markers);
    DatasetBuilder inner;
    add_marked(inner, markers);
    inner.text({0x0028, 0x1052}, "DS", "1.5");
    auto const items = testing::item(inner.dataset(), Length::undefined);
    built.element(kept_sequence, testing::sequence(kept_sequence, items, Length::undefined));
    built.text({0x0008, 0x0016}, "UI", testing::ct_image_storage).number({0x0028, 0x0010}, 512);
    auto const header = deidentified(built.dataset());
    REQUIRE(header);
    auto const bytes = joined(*header);
    for (auto const& value : markers) {
        CAPTURE(value);
        bool const in_kept_sequence =
            value.size() == 12 && value.starts_with("MARK") && is_kept_sequence(*parse_tag(value.substr(4)));
        if (!in_kept_sequence) CHECK_FALSE(has(bytes, value));
    }
    CHECK(markers.size() > 500);
    CHECK(has(bytes, "1.5 "));
    CHECK(has(bytes, testing::ct_image_storage));
    CHECK(testing::scan_dataset(bytes));
}

TEST_CASE("what was done is told, instead of what was told before (PS3.15 E.1.1)") {
    auto const header = deidentified(testing::small_image().text({0x0012, 0x0062}, "CS", "NO").dataset());
    REQUIRE(header);
    auto const expected = DatasetBuilder{}.text({0x0012, 0x0062}, "CS", "YES").dataset();
    auto const bytes = joined(*header);
    CHECK(has(bytes, expected));
    CHECK_FALSE(has(bytes, DatasetBuilder{}.text({0x0012, 0x0062}, "CS", "NO").dataset()));
    CHECK(has(bytes, "113100"));
    CHECK(has(bytes, DatasetBuilder{}.text({0x0028, 0x0303}, "CS", "REMOVED").dataset()));
    auto const again = testing::scan_dataset(bytes);
    REQUIRE(again);
    CHECK_FALSE(again->remarks.stray_item);
}

TEST_CASE("UIDs are replaced by the same ones with the same key, and references stay true (PS3.15 E.1.1, U)") {
    auto const reference = DatasetBuilder{}.text({0x0008, 0x1155}, "UI", "1.2.3.1.1").dataset();
    auto const image = testing::small_image()
                           .element({0x0008, 0x1140},
                                    testing::sequence({0x0008, 0x1140}, testing::item(reference, Length::undefined),
                                                      Length::undefined))
                           .text({0x0020, 0x0052}, "UI", "1.2.9")
                           .dataset();
    auto const header = deidentified(image);
    REQUIRE(header);
    auto const bytes = joined(*header);
    CHECK(header->sop_instance == uid_derived_from("secret", "1.2.3.1.1"));
    CHECK(header->sop_instance.starts_with("2.25."));
    CHECK(has(bytes, DatasetBuilder{}.text({0x0008, 0x0018}, "UI", header->sop_instance).dataset()));
    CHECK(has(bytes, DatasetBuilder{}.text({0x0008, 0x1155}, "UI", header->sop_instance).dataset()));
    CHECK(has(bytes, uid_derived_from("secret", "1.2.9")));
    CHECK(header->sop_class == testing::ct_image_storage);
    CHECK(joined(*deidentified(image)) == bytes);
    CHECK(deidentified(image, "other")->sop_instance != header->sop_instance);
}

TEST_CASE("required attributes keep a value or stay empty (PS3.15 Table E.1-1a)") {
    auto const bytes = joined(*deidentified(testing::small_image().text({0x0008, 0x0023}, "DA", "20240131").dataset()));
    CHECK(has(bytes, DatasetBuilder{}.text({0x0010, 0x0010}, "PN", "").dataset()));
    CHECK(has(bytes, DatasetBuilder{}.text({0x0010, 0x0020}, "LO", "REMOVED").dataset()));
    CHECK(has(bytes, DatasetBuilder{}.text({0x0008, 0x0023}, "DA", "19000101").dataset()));
}

TEST_CASE("what the data dictionary does not know is removed") {
    auto const bytes =
        joined(*deidentified(testing::small_image().text({0x0010, 0x8888}, "LO", "unheard of").dataset()));
    CHECK_FALSE(has(bytes, "unheard of"));
}

TEST_CASE("bulk values that stay, stay where they are; others go") {
    std::string const large(40'000, 'b');
    auto const dataset =
        testing::small_image().text({0x0010, 0x4000}, "LT", large).bytes({0x0028, 0x1201}, "OW", large).dataset();
    auto const header = deidentified(dataset);
    REQUIRE(header);
    std::vector<ByteRange> ranges;
    for (auto const& piece : header->pieces)
        if (auto const* range = std::get_if<ByteRange>(&piece)) ranges.push_back(*range);
    REQUIRE(ranges.size() == 1);
    CHECK(dataset.substr(ranges[0].offset, ranges[0].length) == large);
    CHECK(joined(*header).size() < 4000);
}

}  // namespace cassette
