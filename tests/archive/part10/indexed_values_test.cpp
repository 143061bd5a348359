#include "archive/part10/indexed_values.h"

#include "schema/utf8.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::item;
using testing::Length;
using testing::sequence;
using testing::small_image;

IndexedValues indexed(DatasetBuilder const& built, std::string const& character_set = {}) {
    auto const scanned = testing::scan_dataset(built.dataset());
    REQUIRE(scanned);
    auto const header = HeaderView::of(*scanned);
    REQUIRE(header);
    TextDecoder decoder{character_set};
    return indexed_values(*header, decoder);
}

std::string value_of(DatasetBuilder const& built, Tag tag) { return indexed(built).values[attribute_at(tag)]; }

}  // namespace

TEST_CASE("a date is eight digits that are one, or the retired form with points (PS3.5 6.2)") {
    CHECK(normalised_date("20240131") == "20240131");
    CHECK(normalised_date("2024.01.31") == "20240131");
    for (std::string_view const bad : {"", "2024013", "202401311", "20241301", "20240100", "20240132", "20240031",
                                       "2024-01-31", "2024.0131", "today", "2024 131"}) {
        CAPTURE(bad);
        CHECK(normalised_date(bad) == "");
    }
}

TEST_CASE("a time has two, four or six digits and a fraction, or the retired form with colons (PS3.5 6.2)") {
    CHECK(normalised_time("10") == "10");
    CHECK(normalised_time("1015") == "1015");
    CHECK(normalised_time("101530") == "101530");
    CHECK(normalised_time("101530.5") == "101530.5");
    CHECK(normalised_time("235960.123456") == "235960.123456");  // a leap second
    CHECK(normalised_time("10:15:30") == "101530");
    for (std::string_view const bad :
         {"", "1", "101", "24", "1060", "101561", "10153", "1015301", "101530.1234567", "101530.x", "noon", "-1"}) {
        CAPTURE(bad);
        CHECK(normalised_time(bad) == "");
    }
}

TEST_CASE("the index keeps the attributes of its table, normalised") {
    auto built = small_image();
    built.text({0x0008, 0x0008}, "CS", "ORIGINAL \\ PRIMARY").text({0x0020, 0x0011}, "IS", " +07 ");
    built.text({0x0020, 0x0052}, "UI", "1.2.9").text({0x0010, 0x0030}, "DA", "1970.01.01");
    auto const values = indexed(built).values;
    CHECK(values.size() == attributes().size());
    CHECK(values[attribute_at({0x0010, 0x0010})] == "Doe^Jane");
    CHECK(values[attribute_at({0x0010, 0x0030})] == "19700101");
    CHECK(values[attribute_at({0x0020, 0x000D})] == "1.2.3");
    CHECK(values[attribute_at({0x0020, 0x0052})] == "1.2.9");
    CHECK(values[attribute_at({0x0020, 0x0011})] == "7");
    CHECK(values[attribute_at({0x0028, 0x0010})] == "2");
    CHECK(values[attribute_at({0x0008, 0x0030})] == "101500");
    CHECK(values[attribute_at({0x0008, 0x0008})] == "ORIGINAL\\PRIMARY");
    CHECK(values[attribute_at({0x0010, 0x0040})] == "");  // Patient's Sex is not there
    CHECK(values[attribute_at({0x0008, 0x0061})] == "");  // the index maintains it
    CHECK_FALSE(indexed(built).not_searchable);
}

TEST_CASE("what its VR forbids is left out and told") {
    struct Sample {
        Tag tag;
        std::string_view vr, value;
    };
    for (auto const& [tag, vr, value] :
         {Sample{{0x0008, 0x0020}, "DA", "31.1.2024 "}, Sample{{0x0008, 0x0030}, "TM", "noon"},
          Sample{{0x0020, 0x0013}, "IS", "first"}, Sample{{0x0020, 0x0013}, "IS", "1.5 "},
          Sample{{0x0020, 0x0013}, "IS", "+-1 "}}) {
        CAPTURE(value);
        auto const values = indexed(small_image().text(tag, vr, value));
        CHECK(values.not_searchable);
        CHECK(values.values[attribute_at(tag)] == "");
    }
    CHECK_FALSE(indexed(small_image().text({0x0008, 0x0020}, "DA", "        ")).not_searchable);
}

TEST_CASE("what has another VR than its attribute is read as a number or as text (PS3.5 6.2)") {
    CHECK(value_of(small_image().bytes({0x0020, 0x0013}, "US", "\1\2"sv), {0x0020, 0x0013}) == "513");
    CHECK(value_of(small_image().text({0x0028, 0x0010}, "IS", "512"), {0x0028, 0x0010}) == "512");
    CHECK(value_of(small_image().bytes({0x0010, 0x0020}, "OB", "P 7 "sv), {0x0010, 0x0020}) == "P 7");
    CHECK(value_of(small_image().bytes({0x0010, 0x0020}, "UL", "\7\0"sv), {0x0010, 0x0020}) == "");
}

TEST_CASE("of several numbers the first is matched") {
    CHECK(value_of(small_image().text({0x0020, 0x0012}, "IS", "3\\4"), {0x0020, 0x0012}) == "3");
}

TEST_CASE("of Request Attributes the two IDs are matched at the series, and nothing else (PS3.4 C.6.1.1.4)") {
    constexpr Tag request_attributes{0x0040, 0x0275};
    DatasetBuilder request;
    request.text({0x0008, 0x0050}, "SH", "OTHER").text({0x0020, 0x000D}, "UI", "9.9.9");
    request.text({0x0040, 0x0009}, "SH", "SPS1").text({0x0040, 0x1001}, "SH", "RP1");
    DatasetBuilder second;
    second.text({0x0040, 0x1001}, "SH", "RP2");
    auto const items = item(request.dataset(), Length::defined) + item(second.dataset(), Length::defined);
    auto const built = small_image().element(request_attributes, sequence(request_attributes, items, Length::defined));
    CHECK(value_of(built, {0x0040, 0x0009}) == "SPS1");
    CHECK(value_of(built, {0x0040, 0x1001}) == "RP1");
    // The request's own study and accession are not those of the instance.
    CHECK(value_of(built, {0x0020, 0x000D}) == "1.2.3");
    CHECK(value_of(built, {0x0008, 0x0050}) == "A1");
    auto outside = small_image().text({0x0040, 0x0009}, "SH", "LOW").text({0x0040, 0x1001}, "SH", "HIGH");
    outside.element(request_attributes, sequence(request_attributes, items, Length::defined));
    CHECK(value_of(outside, {0x0040, 0x0009}) == "SPS1");
    CHECK(value_of(outside, {0x0040, 0x1001}) == "RP1");
    auto const empty = small_image().element(request_attributes, sequence(request_attributes, "", Length::undefined));
    CHECK(value_of(empty, {0x0040, 0x1001}) == "");
}

TEST_CASE("values are UTF-8 and bounded, never half a character") {
    auto built = small_image();
    std::string umlauts;
    for (int i = 0; i < 9000; ++i) umlauts += "ü";
    built.bytes({0x0020, 0x4000}, "LT", umlauts);
    auto const values = indexed(built, "ISO_IR 192").values;
    auto const& comments = values[attribute_at({0x0020, 0x4000})];
    CHECK(comments.size() == 16 * 1024);
    CHECK(is_utf8(comments));
    auto const name = value_of(small_image().text({0x0010, 0x0010}, "PN", std::string(5000, 'x')), {0x0010, 0x0010});
    CHECK(name == std::string(2 * 1024, 'x'));
    CHECK(indexed(small_image().text({0x0010, 0x0010}, "PN", "M\xFCller"), "ISO_IR 100")
              .values[attribute_at({0x0010, 0x0010})] == "Müller");
}

TEST_CASE("a backslash separates values of LO and is a character of LT (PS3.5 6.2)") {
    CHECK(value_of(small_image().text({0x0010, 0x1000}, "LO", "A1 \\B2"), {0x0010, 0x1000}) == "A1\\B2");
    CHECK(value_of(small_image().text({0x0020, 0x4000}, "LT", "a \\b"), {0x0020, 0x4000}) == "a \\b");
}

}  // namespace cassette
