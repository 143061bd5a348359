#pragma once

#include "archive/pixels/raster.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace cassette {

// In pixels of a raster: 0,0 is the top left corner of the top left pixel, 0.5,0.5 its centre.
struct Point {
    double x;
    double y;
};

struct Colour {
    std::uint8_t red;
    std::uint8_t green;
    std::uint8_t blue;
};
constexpr Colour grey_of(std::uint8_t value) { return {value, value, value}; }

// What is drawn and how wide it is. Grey rasters take the mean of the colour.
struct Pen {
    Colour colour;
    double width = 1;  // pixels
};

// All of these draw with smooth edges, clip to the raster, and ignore what is not finite.

// A line with round ends.
void draw_line(Raster& raster, Point from, Point to, Pen const& pen);
void draw_polyline(Raster& raster, std::span<Point const> points, Pen const& pen);
// The inside of a polygon by the even-odd rule.
void fill_polygon(Raster& raster, std::span<Point const> points, Colour colour);

// Points on an ellipse whose two axes run from the centre to `major` and `minor`, closed.
[[nodiscard]] std::vector<Point> ellipse_points(Point centre, Point major, Point minor);
// A smooth curve through the points (PS3.3 C.10.5.1.2: INTERPOLATED).
[[nodiscard]] std::vector<Point> curve_through(std::span<Point const> points);
// A rectangle with round corners.
[[nodiscard]] std::vector<Point> round_rectangle(Point top_left, Point bottom_right, double radius);

// One of 8 bits mixed into a sample: `coverage` from 0 to 1.
void blend(Raster& raster, std::uint32_t x, std::uint32_t y, Colour colour, double coverage);

// The same picture in colour, of 8 bits.
[[nodiscard]] Raster as_rgb(Raster raster);

}  // namespace cassette
