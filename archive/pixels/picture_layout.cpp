#include "archive/pixels/picture_layout.h"

#include "archive/pixels/scale.h"

#include <algorithm>
#include <cmath>

namespace cassette {

namespace {

struct Side {
    std::int64_t first;
    std::int64_t length;
};

// Whole pixels of a side; the signs of what was asked for do not matter here.
Side wanted_side(double start, std::optional<double> length, double whole) {
    double const from = std::round(std::clamp(std::abs(start), 0.0, whole));
    double const to = length ? std::clamp(std::abs(start) + std::abs(*length), 0.0, whole) : whole;
    return {static_cast<std::int64_t>(from), static_cast<std::int64_t>(std::round(to) - from)};
}

}  // namespace

Result<PlacedRaster> in_region(PlacedRaster picture, SourceRegion const& region) {
    bool const fraction = region.unit == RegionUnit::fraction;
    double const across = fraction ? picture.raster.width : 1;
    double const down = fraction ? picture.raster.height : 1;
    auto const times = [](std::optional<double> length, double factor) {
        return length ? std::optional{*length * factor} : length;
    };
    auto const columns = wanted_side(region.x * across, times(region.width, across), picture.raster.width);
    auto const rows = wanted_side(region.y * down, times(region.height, down), picture.raster.height);
    if (columns.length <= 0 || rows.length <= 0)
        return fail(ErrorCode::malformed, "viewport: the region has no pixel of the picture (PS3.18 8.3.5.1.3)");
    bool const all = columns.length == picture.raster.width && rows.length == picture.raster.height;
    if (!all) picture = cut_out(std::move(picture), {columns.first, rows.first, columns.length, rows.length});
    if (region.width && *region.width < 0) picture = flipped_horizontally(std::move(picture));
    if (region.height && *region.height < 0) picture = flipped_vertically(std::move(picture));
    return picture;
}

Result<PlacedRaster> in_viewport(PlacedRaster picture, Viewport const& viewport, double pixel_aspect) {
    auto const size = fit_into({viewport.width, viewport.height}, picture.raster, pixel_aspect);
    if (std::uint64_t{size.width} * size.height * picture.raster.channels > raster_bytes_max)
        return fail(ErrorCode::too_large, "the picture is beyond the memory budget");
    return resized(std::move(picture), size.width, size.height);
}

}  // namespace cassette
