#include "archive/pixels/mask_shift.h"

#include "archive/pixels/sequence_items.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace cassette {

namespace {

constexpr unsigned long items_max = 255;
constexpr unsigned long corners_max = 1000;
constexpr unsigned long ranges_max = 256;

std::optional<MaskShift> shift_of(DcmItem& item) {
    Float32 row_offset = 0;
    Float32 column_offset = 0;
    bool const is_there = item.findAndGetFloat32(DCM_MaskSubPixelShift, row_offset, 0).good() &&
        item.findAndGetFloat32(DCM_MaskSubPixelShift, column_offset, 1).good();
    if (!is_there || !std::isfinite(row_offset) || !std::isfinite(column_offset)) return std::nullopt;
    return MaskShift{row_offset, column_offset};
}

std::vector<RegionShift::Corner> corners_of(DcmItem& item) {
    std::vector<RegionShift::Corner> corners;
    Sint16 row = 0;
    Sint16 column = 0;
    for (unsigned long i = 0; i < corners_max; ++i) {
        if (item.findAndGetSint16(DCM_VerticesOfTheRegion, row, 2 * i).bad()) break;
        if (item.findAndGetSint16(DCM_VerticesOfTheRegion, column, 2 * i + 1).bad()) break;
        corners.push_back({row, column});
    }
    return corners;
}

void add_region(DcmItem& item, std::vector<RegionShift>& regions) {
    auto const shift = shift_of(item);
    if (!shift || regions.size() == items_max) return;
    auto corners = corners_of(item);
    bool const is_region = corners.size() >= 3 || !item.tagExists(DCM_VerticesOfTheRegion);
    if (is_region) regions.push_back({std::move(corners), *shift});
}

// Numbers pixels from one column to another, counted from 1 and both included.
void mark(RegionMap& map, std::int64_t row, std::pair<double, double> columns, std::uint8_t number) {
    auto const first = std::max<std::int64_t>(std::llround(std::ceil(columns.first)), 1);
    auto const last = std::min<std::int64_t>(std::llround(std::floor(columns.second)), map.columns);
    if (first > last) return;
    auto const from = map.numbers.begin() + (row - 1) * map.columns + (first - 1);
    std::fill_n(from, last - first + 1, number);
}

// What of a row is inside by the even-odd rule, and what is on the edges.
void mark_row(RegionMap& map, std::int64_t row, RegionShift const& region, std::uint8_t number) {
    std::vector<double> crossings;
    auto const& corners = region.corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        auto const& from = corners[i];
        auto const& to = corners[(i + 1) % corners.size()];
        if (from.row == row) mark(map, row, {from.column, from.column}, number);
        if (from.row == row && to.row == row) mark(map, row, std::minmax<double>(from.column, to.column), number);
        if ((from.row <= row) == (to.row <= row)) continue;
        double const part = static_cast<double>(row - from.row) / (to.row - from.row);
        crossings.push_back(from.column + part * (to.column - from.column));
    }
    std::ranges::sort(crossings);
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) mark(map, row, {crossings[i], crossings[i + 1]}, number);
}

void mark_region(RegionMap& map, RegionShift const& region, std::uint8_t number) {
    if (region.corners.empty()) return (void)std::ranges::fill(map.numbers, number);
    auto const rows = static_cast<std::int64_t>(map.numbers.size()) / map.columns;
    auto const [top, bottom] = std::ranges::minmax(region.corners, {}, &RegionShift::Corner::row);
    auto const last = std::min<std::int64_t>(bottom.row, rows);
    for (auto row = std::max<std::int64_t>(top.row, 1); row <= last; ++row) mark_row(map, row, region, number);
}

}  // namespace

MaskShifts mask_shifts(DcmItem& operation, std::uint32_t frame) {
    MaskShifts shifts{shift_of(operation).value_or(MaskShift{})};
    visit_items(operation, DCM_PixelShiftSequence, items_max, [&](DcmItem& item) {
        if (!covers_frame(item, DCM_PixelShiftFrameRange, frame)) return;
        visit_items(item, DCM_RegionPixelShiftSequence, items_max,
                    [&](DcmItem& region) { add_region(region, shifts.regions); });
    });
    return shifts;
}

RegionMap region_map(MaskShifts const& shifts, std::uint32_t rows, std::uint32_t columns) {
    RegionMap map{columns, std::vector<std::uint8_t>(std::size_t{rows} * columns)};
    for (std::size_t i = 0; i < shifts.regions.size(); ++i)
        mark_region(map, shifts.regions[i], static_cast<std::uint8_t>(i + 1));
    return map;
}

bool covers_frame(DcmItem& item, DcmTagKey const& ranges, std::uint32_t frame) {
    Uint16 first = 0;
    Uint16 last = 0;
    if (item.findAndGetUint16(ranges, first, 0).bad()) return true;
    for (unsigned long i = 0; i < 2 * ranges_max; i += 2) {
        if (item.findAndGetUint16(ranges, first, i).bad()) return false;
        if (item.findAndGetUint16(ranges, last, i + 1).bad()) return false;
        if (frame >= first && frame <= last) return true;
    }
    return false;
}

}  // namespace cassette
