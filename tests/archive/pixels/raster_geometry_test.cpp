#include "archive/pixels/raster_geometry.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using Samples = std::vector<std::uint8_t>;

// 1 2 3
// 4 5 6
PlacedRaster digits() { return {{3, 2, 1, {1, 2, 3, 4, 5, 6}}, {}}; }

// Where the middle of the pixel 3 is after what was done to the picture.
void check_three(PlacedRaster const& picture) {
    auto const point = picture.placement({2.5, 0.5});
    auto const position = static_cast<std::size_t>(point.y) * picture.raster.width + static_cast<std::size_t>(point.x);
    REQUIRE(position < picture.raster.samples.size());
    CHECK(picture.raster.samples[position] == 3);
}

}  // namespace

TEST_CASE("pictures turn clockwise and flip, and points go along (PS3.3 C.10.6)") {
    struct Case {
        PlacedRaster picture;
        std::uint32_t width;
        Samples samples;
    };
    for (auto const& [picture, width, samples] : {
             Case{turned(digits(), Turn::none), 3, {1, 2, 3, 4, 5, 6}},
             Case{turned(digits(), Turn::quarter), 2, {4, 1, 5, 2, 6, 3}},
             Case{turned(digits(), Turn::half), 3, {6, 5, 4, 3, 2, 1}},
             Case{turned(digits(), Turn::three_quarters), 2, {3, 6, 2, 5, 1, 4}},
             Case{flipped_horizontally(digits()), 3, {3, 2, 1, 6, 5, 4}},
             Case{flipped_vertically(digits()), 3, {4, 5, 6, 1, 2, 3}},
             Case{flipped_horizontally(turned(digits(), Turn::quarter)), 2, {1, 4, 2, 5, 3, 6}},
         }) {
        CHECK(picture.raster.width == width);
        CHECK(picture.raster.samples == samples);
        check_three(picture);
    }
}

TEST_CASE("what is cut out beyond the picture is black") {
    auto const part = cut_out(digits(), {1, -1, 3, 3});
    CHECK(part.raster.samples == Samples{0, 0, 0, 2, 3, 0, 5, 6, 0});
    check_three(part);
    CHECK(cut_out(digits(), {10, 10, 1, 1}).raster.samples == Samples{0});
}

TEST_CASE("three channels stay together") {
    PlacedRaster const pixels{{2, 1, 3, {1, 2, 3, 4, 5, 6}}, {}};
    CHECK(flipped_horizontally(pixels).raster.samples == Samples{4, 5, 6, 1, 2, 3});
    CHECK(cut_out(pixels, {1, 0, 1, 1}).raster.samples == Samples{4, 5, 6});
}

TEST_CASE("points grow with the picture") {
    auto const large = resized(digits(), 30, 10);
    CHECK(large.raster.width == 30);
    CHECK(large.placement({1, 1}).x == 10);
    CHECK(large.placement({1, 1}).y == 5);
}

}  // namespace cassette
