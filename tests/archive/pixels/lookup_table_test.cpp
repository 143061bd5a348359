#include "archive/pixels/lookup_table.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using Words = std::vector<std::uint16_t>;

void put(DcmItem& item, DcmTag const& tag, Words const& words) {
    REQUIRE(item.putAndInsertUint16Array(tag, words.data(), static_cast<unsigned long>(words.size())).good());
}

DcmItem& with_table(DcmItem& item, Words const& descriptor, Words const& data) {
    put(item, DcmTag{DCM_LUTDescriptor, EVR_US}, descriptor);
    put(item, DcmTag{DCM_LUTData, EVR_OW}, data);
    return item;
}

}  // namespace

TEST_CASE("values before the first and behind the last entry take those (PS3.3 C.11.1.1)") {
    DcmItem item;
    auto const table = read_lookup_table(with_table(item, {3, 10, 16}, {100, 200, 300}), lut_sequence_tags(),
                                         Signedness::unsigned_values);
    REQUIRE(table);
    REQUIRE(*table);
    CHECK((*table)->at(-5) == 100);
    CHECK((*table)->at(10) == 100);
    CHECK((*table)->at(11) == 200);
    CHECK((*table)->at(12) == 300);
    CHECK((*table)->at(1'000'000) == 300);
}

TEST_CASE("the first value mapped is signed where pixel values are") {
    DcmItem item;
    with_table(item, {2, 0xFFF6, 16}, {1, 2});
    CHECK((*read_lookup_table(item, lut_sequence_tags(), Signedness::signed_values))->first == -10);
    CHECK((*read_lookup_table(item, lut_sequence_tags(), Signedness::unsigned_values))->first == 65526);
}

TEST_CASE("0 entries are 65536, and 8-bit entries may come two to a word") {
    DcmItem item;
    with_table(item, {0, 0, 16}, Words(65536, 7));
    CHECK((*read_lookup_table(item, lut_sequence_tags(), Signedness::unsigned_values))->entries.size() == 65536);
    DcmItem packed;
    auto const table = read_lookup_table(with_table(packed, {4, 0, 8}, {0x0201, 0x0403}), lut_sequence_tags(),
                                         Signedness::unsigned_values);
    REQUIRE(table);
    CHECK((*table)->entries == Words{1, 2, 3, 4});
}

TEST_CASE("entries are brought to 8 bits by the bits of the descriptor, unless all of them are smaller") {
    DcmItem twelve;
    auto const table = read_lookup_table(with_table(twelve, {2, 0, 12}, {2048, 4095}), lut_sequence_tags(),
                                         Signedness::unsigned_values);
    REQUIRE(table);
    CHECK((*table)->eight_bits(0) == 128);
    CHECK((*table)->eight_bits(1) == 255);
    DcmItem eight;
    auto const other =
        read_lookup_table(with_table(eight, {2, 0, 16}, {128, 255}), lut_sequence_tags(), Signedness::unsigned_values);
    REQUIRE(other);
    CHECK((*other)->eight_bits(0) == 128);
}

TEST_CASE("an item without a descriptor has no table; one without data has a wrong one") {
    DcmItem item;
    auto const none = read_lookup_table(item, lut_sequence_tags(), Signedness::unsigned_values);
    REQUIRE(none);
    CHECK_FALSE(none->has_value());
    put(item, DcmTag{DCM_LUTDescriptor, EVR_US}, {2, 0, 16});
    CHECK(read_lookup_table(item, lut_sequence_tags(), Signedness::unsigned_values).error().code ==
          ErrorCode::not_acceptable);
}

TEST_CASE("segments: discrete, linear, indirect (PS3.3 C.7.9.2)") {
    // Two entries as they are; three steps on to 50; then both segments again, which start at word 0.
    Words const segments{0, 2, 10, 20, 1, 3, 50, 2, 2, 0, 0};
    auto const expanded = expand_segments(segments, 10);
    REQUIRE(expanded);
    CHECK(*expanded == Words{10, 20, 30, 40, 50, 10, 20, 30, 40, 50});
    auto const falling = expand_segments({0, 1, 100, 1, 4, 0}, 5);
    REQUIRE(falling);
    CHECK(*falling == Words{100, 75, 50, 25, 0});
}

TEST_CASE("segments that do not fit are not_acceptable") {
    for (auto const& segments :
         {Words{}, Words{0, 5, 1}, Words{1, 2, 3}, Words{7, 1, 1}, Words{2, 1, 0, 0}, Words{0, 1, 9, 2, 1, 3, 0},
          Words{0, 1, 9, 2, 1, 0xFFFF, 0xFFFF}, Words{0, 65535, 1, 2}}) {
        CHECK(expand_segments(segments, 4).error().code == ErrorCode::not_acceptable);
    }
    CHECK_FALSE(expand_segments({0, 5, 1, 2, 3, 4, 5}, 4));
    CHECK_FALSE(expand_segments({0, 3, 1, 2, 3}, 4));
}

}  // namespace cassette
