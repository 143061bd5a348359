#include "archive/pixels/canvas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace cassette {

namespace {

Raster black(std::uint32_t width, std::uint32_t height, std::uint32_t channels = 1) {
    return {width, height, channels, std::vector<std::uint8_t>(std::size_t{width} * height * channels)};
}

std::uint8_t at(Raster const& raster, std::uint32_t x, std::uint32_t y) {
    return raster.samples[(std::size_t{y} * raster.width + x) * raster.channels];
}

}  // namespace

TEST_CASE("a line covers the pixels that it goes through, and no others") {
    auto raster = black(9, 5);
    draw_line(raster, {1.5, 2.5}, {7.5, 2.5}, {grey_of(255), 1});
    CHECK(at(raster, 4, 2) == 255);
    CHECK(at(raster, 1, 2) == 255);
    CHECK(at(raster, 4, 1) == 0);
    CHECK(at(raster, 4, 3) == 0);
    draw_line(raster, {0.5, 0.5}, {4.5, 4.5}, {grey_of(200), 2});
    CHECK(at(raster, 0, 0) == 200);
    CHECK(at(raster, 4, 4) == 200);
}

TEST_CASE("a polygon is filled by the even-odd rule, its edges in proportion to what they cover") {
    auto raster = black(10, 10);
    std::vector<Point> const square{{2, 2}, {8, 2}, {8, 7.5}, {2, 7.5}};
    fill_polygon(raster, square, grey_of(100));
    CHECK(at(raster, 2, 2) == 100);
    CHECK(at(raster, 7, 6) == 100);
    CHECK(at(raster, 7, 7) == 50);
    CHECK(at(raster, 8, 5) == 0);
    CHECK(at(raster, 5, 1) == 0);
}

TEST_CASE("what lies outside or is no number is not drawn") {
    double const nothing = std::numeric_limits<double>::quiet_NaN();
    double const infinity = std::numeric_limits<double>::infinity();
    auto raster = black(4, 4);
    for (Point const bad : {Point{nothing, 1}, Point{infinity, 1}, Point{1, -infinity}, Point{1e300, 1}}) {
        draw_line(raster, bad, {1, 1}, {grey_of(255), 1});
        std::vector<Point> const corners{bad, {1, 1}, {2, 2}};
        fill_polygon(raster, corners, grey_of(255));
    }
    draw_line(raster, {-50, -50}, {-10, 90}, {grey_of(255), 3});
    CHECK(std::ranges::all_of(raster.samples, [](std::uint8_t sample) { return sample == 0; }));
}

TEST_CASE("a curve goes through its points, an ellipse through the ends of its axes (PS3.3 C.10.5.1.2)") {
    std::vector<Point> const points{{0, 0}, {10, 5}, {20, 0}};
    auto const curve = curve_through(points);
    for (auto const& point : points)
        CHECK(std::ranges::any_of(curve, [&](Point each) { return each.x == point.x && each.y == point.y; }));
    auto const ellipse = ellipse_points({10, 10}, {16, 10}, {10, 13});
    auto const [left, right] = std::ranges::minmax(ellipse, {}, &Point::x);
    auto const [top, bottom] = std::ranges::minmax(ellipse, {}, &Point::y);
    CHECK(left.x == doctest::Approx(4));
    CHECK(right.x == doctest::Approx(16));
    CHECK(top.y == doctest::Approx(7));
    CHECK(bottom.y == doctest::Approx(13));
}

TEST_CASE("grey pictures take the mean of a colour, RGB ones the colour") {
    auto grey = black(1, 1);
    blend(grey, 0, 0, {30, 60, 90}, 1);
    CHECK(grey.samples == std::vector<std::uint8_t>{60});
    auto rgb = as_rgb(grey);
    CHECK(rgb.samples == std::vector<std::uint8_t>{60, 60, 60});
    blend(rgb, 0, 0, {160, 60, 0}, 0.5);
    CHECK(rgb.samples == std::vector<std::uint8_t>{110, 60, 30});
}

}  // namespace cassette
