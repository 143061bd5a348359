#pragma once

#include "archive/pixels/canvas.h"
#include "archive/pixels/raster.h"

#include <cstdint>

namespace cassette {

// Where points of a picture are in another that was made of it: x' = xx x + xy y + x0, y' = yx x + yy y + y0.
struct Placement {
    double xx = 1, xy = 0, x0 = 0;
    double yx = 0, yy = 1, y0 = 0;

    Point operator()(Point point) const { return {xx * point.x + xy * point.y + x0, yx * point.x + yy * point.y + y0}; }
    // First this one, then the other.
    Placement then(Placement const& other) const;
};

// A picture and where the points of the stored frame are in it.
struct PlacedRaster {
    Raster raster;
    Placement placement;
};

enum class Turn { none, quarter, half, three_quarters };  // clockwise
[[nodiscard]] PlacedRaster turned(PlacedRaster picture, Turn turn);
[[nodiscard]] PlacedRaster flipped_horizontally(PlacedRaster picture);  // left becomes right
[[nodiscard]] PlacedRaster flipped_vertically(PlacedRaster picture);

struct PixelRectangle {
    std::int64_t left;
    std::int64_t top;
    std::int64_t width;  // at least 1
    std::int64_t height;
};
// The part of the picture within the rectangle, black where there is none.
[[nodiscard]] PlacedRaster cut_out(PlacedRaster picture, PixelRectangle const& rectangle);

// The picture at another size, filtered as `scaled` does.
[[nodiscard]] PlacedRaster resized(PlacedRaster picture, std::uint32_t width, std::uint32_t height);

}  // namespace cassette
