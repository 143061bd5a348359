#include "archive/pixels/shutter.h"

#include "archive/pixels/cielab.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace cassette {

namespace {

constexpr unsigned long corners_max = 1000;

std::optional<std::int32_t> number_at(DcmItem& attributes, DcmTagKey const& key, unsigned long position = 0) {
    Sint32 value = 0;
    if (attributes.findAndGetSint32(key, value, position).bad()) return std::nullopt;
    return value;
}

bool has_shape(DcmItem& attributes, std::string_view wanted) {
    OFString shape;
    for (unsigned long i = 0; attributes.findAndGetOFString(DCM_ShutterShape, shape, i).good() && i < 3; ++i)
        if (std::string_view{shape.data(), shape.size()} == wanted) return true;
    return false;
}

// Keeps the pixels whose number, counted from 1, is seen.
template <class IsSeen>
void hide(Raster& raster, Colour colour, IsSeen is_seen) {
    for (std::uint32_t y = 0; y < raster.height; ++y) {
        for (std::uint32_t x = 0; x < raster.width; ++x) {
            if (!is_seen(std::int64_t{x} + 1, std::int64_t{y} + 1)) blend(raster, x, y, colour, 1);
        }
    }
}

// The edges themselves belong to the shutter.
void close_rectangle(DcmItem& attributes, Colour colour, Raster& raster) {
    auto const left = number_at(attributes, DCM_ShutterLeftVerticalEdge);
    auto const right = number_at(attributes, DCM_ShutterRightVerticalEdge);
    auto const upper = number_at(attributes, DCM_ShutterUpperHorizontalEdge);
    auto const lower = number_at(attributes, DCM_ShutterLowerHorizontalEdge);
    if (!left || !right || !upper || !lower || *left >= *right || *upper >= *lower) return;
    hide(raster, colour,
         [&](std::int64_t x, std::int64_t y) { return x > *left && x < *right && y > *upper && y < *lower; });
}

// Center of Circular Shutter is row, then column.
void close_circle(DcmItem& attributes, Colour colour, Raster& raster) {
    auto const row = number_at(attributes, DCM_CenterOfCircularShutter, 0);
    auto const column = number_at(attributes, DCM_CenterOfCircularShutter, 1);
    auto const radius = number_at(attributes, DCM_RadiusOfCircularShutter);
    if (!row || !column || !radius || *radius <= 0) return;
    double const reach = static_cast<double>(*radius) * *radius;
    hide(raster, colour, [&](std::int64_t x, std::int64_t y) {
        auto const across = static_cast<double>(x - *column);
        auto const down = static_cast<double>(y - *row);
        return across * across + down * down <= reach;
    });
}

// A mask of the inside is drawn, and what it does not cover is hidden.
void close_polygon(DcmItem& attributes, Colour colour, Raster& raster) {
    std::vector<Point> corners;
    for (unsigned long i = 0; i < corners_max; ++i) {
        auto const row = number_at(attributes, DCM_VerticesOfThePolygonalShutter, 2 * i);
        auto const column = number_at(attributes, DCM_VerticesOfThePolygonalShutter, 2 * i + 1);
        if (!row || !column) break;
        corners.push_back({*column - 0.5, *row - 0.5});
    }
    if (corners.size() < 3) return;
    Raster mask{raster.width, raster.height, 1, std::vector<std::uint8_t>(std::size_t{raster.width} * raster.height)};
    fill_polygon(mask, corners, grey_of(255));
    hide(raster, colour, [&](std::int64_t x, std::int64_t y) {
        return mask.samples[static_cast<std::size_t>(y - 1) * mask.width + static_cast<std::size_t>(x - 1)] >= 128;
    });
}

}  // namespace

Colour shutter_colour(DcmItem& attributes, Raster const& raster) {
    if (raster.channels == 3)
        if (auto const colour = cielab_colour(attributes, DCM_ShutterPresentationColorCIELabValue)) return *colour;
    Uint16 value = 0;
    (void)attributes.findAndGetUint16(DCM_ShutterPresentationValue, value);
    return grey_of(static_cast<std::uint8_t>(value >> 8));
}

std::optional<std::uint16_t> shutter_group(DcmItem& state) {
    Uint16 group = 0;
    if (!has_shape(state, "BITMAP") || state.findAndGetUint16(DCM_ShutterOverlayGroup, group).bad())
        return std::nullopt;
    return group;
}

void close_shutter(DcmItem& attributes, Raster& raster) {
    if (!attributes.tagExists(DCM_ShutterShape)) return;
    auto const colour = shutter_colour(attributes, raster);
    if (has_shape(attributes, "RECTANGULAR")) close_rectangle(attributes, colour, raster);
    if (has_shape(attributes, "CIRCULAR")) close_circle(attributes, colour, raster);
    if (has_shape(attributes, "POLYGONAL")) close_polygon(attributes, colour, raster);
}

}  // namespace cassette
