#include "archive/pixels/mask_shift.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace cassette {

using testing::item_of;

namespace {

void put_shift(DcmItem& item, float row_offset, float column_offset) {
    std::array<Float32, 2> const pair{row_offset, column_offset};
    REQUIRE(item.putAndInsertFloat32Array(DCM_MaskSubPixelShift, pair.data(), 2).good());
}

DcmItem& region_of(DcmItem& shift, signed long number, std::vector<Sint16> const& corners) {
    auto& region = item_of(shift, DCM_RegionPixelShiftSequence, number);
    auto const count = static_cast<unsigned long>(corners.size());
    if (count > 0)
        REQUIRE(region.putAndInsertSint16Array(DcmTag{DCM_VerticesOfTheRegion, EVR_SS}, corners.data(), count).good());
    return region;
}

void put_range(DcmItem& item, Uint16 first, Uint16 last) {
    std::array const range{first, last};
    REQUIRE(item.putAndInsertUint16Array(DcmTag{DCM_PixelShiftFrameRange, EVR_US}, range.data(), 2).good());
}

// A digit for each pixel, a line for each row.
std::string drawn(RegionMap const& map) {
    std::string text;
    for (std::size_t i = 0; i < map.numbers.size(); ++i) {
        text += static_cast<char>('0' + map.numbers[i]);
        if ((i + 1) % map.columns == 0) text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("positive offsets are down and to the left (PS3.3 C.7.6.10.1.2)") {
    DcmDataset operation;
    put_shift(operation, 1.5, 0.25);
    auto const shifts = mask_shifts(operation, 1);
    CHECK(shifts.elsewhere.down == 1.5);
    CHECK(shifts.elsewhere.left == 0.25);
    CHECK(shifts.regions.empty());
    DcmDataset none;
    CHECK(mask_shifts(none, 1).elsewhere.down == 0);
}

TEST_CASE("XA/XRF states have shifts for frames and regions of them (PS3.3 C.11.19)") {
    DcmDataset operation;
    auto& early = item_of(operation, DCM_PixelShiftSequence, 0);
    put_range(early, 4, 7);
    put_shift(region_of(early, 0, {1, 1, 1, 3, 3, 3, 3, 1}), 2, 3);
    put_shift(region_of(early, 1, {2, 2, 2, 4, 4, 4, 4, 2}), 0, -1);
    auto& late = item_of(operation, DCM_PixelShiftSequence, 1);
    put_range(late, 8, 10);
    put_shift(region_of(late, 0, {}), 5, 0);

    auto const shifts = mask_shifts(operation, 5);
    REQUIRE(shifts.regions.size() == 2);
    CHECK(shifts.regions[0].shift.left == 3);
    CHECK(shifts.regions[1].shift.left == -1);
    // Edges belong to a region, and the last region holds where two overlap (C.11.19.1.2).
    CHECK(drawn(region_map(shifts, 5, 5)) == "11100\n12220\n12220\n02220\n00000\n");
    CHECK(drawn(region_map(mask_shifts(operation, 9), 2, 2)) == "11\n11\n");
    CHECK(mask_shifts(operation, 3).regions.empty());
}

TEST_CASE("a region may be any polygon, and lie outside the frame") {
    MaskShifts shifts;
    shifts.regions.push_back({{{1, 3}, {3, 5}, {5, 3}, {3, 1}}, {}});
    CHECK(drawn(region_map(shifts, 5, 5)) == "00100\n01110\n11111\n01110\n00100\n");
    shifts.regions = {{{{-9, -9}, {-9, 99}, {2, 99}, {2, -9}}, {}}};
    CHECK(drawn(region_map(shifts, 3, 2)) == "11\n11\n00\n");
    shifts.regions = {{{{70, 70}, {70, 80}, {80, 80}}, {}}};
    CHECK(drawn(region_map(shifts, 2, 2)) == "00\n00\n");
}

TEST_CASE("a region without a shift, or with too few corners, is none") {
    DcmDataset operation;
    auto& item = item_of(operation, DCM_PixelShiftSequence);
    put_shift(region_of(item, 0, {1, 1, 2, 2}), 1, 1);
    (void)region_of(item, 1, {1, 1, 1, 3, 3, 3});
    CHECK(mask_shifts(operation, 1).regions.empty());
}

}  // namespace cassette
