#include "archive/pixels/picture_layout.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using Samples = std::vector<std::uint8_t>;

PlacedRaster digits() { return {{3, 2, 1, {1, 2, 3, 4, 5, 6}}, {}}; }

}  // namespace

TEST_CASE("a region is cut out, and flipped where its sides are negative (PS3.18 8.3.5.1.3)") {
    struct Case {
        SourceRegion region;
        Samples samples;
    };
    for (auto const& [region, samples] : {
             Case{{}, {1, 2, 3, 4, 5, 6}},
             Case{{.x = 1}, {2, 3, 5, 6}},
             Case{{.x = 1, .y = 1, .width = 1, .height = 1}, {5}},
             Case{{.x = 1, .width = -2, .height = 1}, {3, 2}},
             Case{{.width = 1, .height = -2}, {4, 1}},
             Case{{.x = 2, .width = 100, .height = 100}, {3, 6}},
             Case{{.x = 0.5, .y = 0.5, .width = 0.5, .height = 0.5, .unit = RegionUnit::fraction}, {6}},
         }) {
        auto const part = in_region(digits(), region);
        REQUIRE(part);
        CHECK(part->raster.samples == samples);
    }
}

TEST_CASE("a region without a pixel is a bad request") {
    for (auto const& region : {SourceRegion{.x = 3}, SourceRegion{.y = 9}, SourceRegion{.x = 1, .width = 0.2}}) {
        auto const part = in_region(digits(), region);
        REQUIRE_FALSE(part);
        CHECK(part.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("the region is scaled into the viewport (PS3.18 8.3.5.1.3)") {
    auto const picture = in_viewport(digits(), {60, 60}, 1);
    REQUIRE(picture);
    CHECK(picture->raster.width == 60);
    CHECK(picture->raster.height == 40);
    auto const tall = in_viewport(digits(), {60, 60}, 3);
    REQUIRE(tall);
    CHECK(tall->raster.width == 30);
    CHECK(tall->raster.height == 60);
    PlacedRaster wide{{1, 1, 3, {0, 0, 0}}, {}};
    CHECK(in_viewport(wide, {16384, 16384}, 1).error().code == ErrorCode::too_large);
}

}  // namespace cassette
