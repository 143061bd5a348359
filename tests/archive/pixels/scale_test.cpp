#include "archive/pixels/scale.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Raster grey(std::uint32_t width, std::uint32_t height, std::vector<std::uint8_t> samples) {
    return {width, height, 1, std::move(samples)};
}

}  // namespace

TEST_CASE("a pixel of a smaller picture is the mean of the area it stands for") {
    CHECK(scaled(grey(4, 2, {0, 100, 200, 240, 100, 200, 0, 40}), {2, 1}).samples ==
          std::vector<std::uint8_t>{100, 120});
    // Three pixels on two: the middle one counts half for each. (0 + 90/2) / 1.5 = 30, (90/2 + 180) / 1.5 = 150.
    CHECK(scaled(grey(3, 1, {0, 90, 180}), {2, 1}).samples == std::vector<std::uint8_t>{30, 150});
}

TEST_CASE("a larger picture goes smoothly through the values that there are") {
    // Centres of the result at 0.25, 0.75, 1.25 and 1.75 of the source, whose own are at 0.5 and 1.5. Catmull and Rom's weights
    // a quarter away from 0 are 0.8672 and 0.2266 for the next two, -0.0234 and -0.0703 for those beyond.
    CHECK(scaled(grey(2, 1, {0, 100}), {4, 1}).samples == std::vector<std::uint8_t>{0, 20, 80, 107});
    CHECK(scaled(grey(1, 1, {77}), {3, 2}).samples == std::vector<std::uint8_t>(6, 77));
    // Three times as large, every third pixel has a centre of the source.
    std::vector<std::uint8_t> const values{10, 200, 30, 90, 250};
    auto const larger = scaled(grey(5, 1, values), {15, 1});
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(larger.samples[3 * i + 1] == values[i]);
    // A ramp stays straight, but for its ends.
    auto const ramp = scaled(grey(6, 1, {0, 40, 80, 120, 160, 200}), {12, 1});
    for (std::size_t i = 4; i < 8; ++i) CHECK(ramp.samples[i + 1] - ramp.samples[i] == 20);
}

TEST_CASE("grey of 16 bits is scaled as such, not byte by byte") {
    // 0x00FF and 0x0100 are one apart; their mean is not that of their bytes.
    Raster const deep{2, 1, 2, {0x00, 0xFF, 0x01, 0x01}};
    CHECK(scaled(deep, {1, 1}).samples == std::vector<std::uint8_t>{0x01, 0x00});
    Raster const bright{1, 1, 2, {0xFF, 0xFF}};
    CHECK(scaled(bright, {2, 2}).samples == std::vector<std::uint8_t>(8, 0xFF));
}

TEST_CASE("colours are scaled each on its own") {
    Raster const raster{2, 1, 3, {0, 10, 20, 100, 110, 120}};
    auto const half = scaled(raster, {1, 1});
    CHECK(half.channels == 3);
    CHECK(half.samples == std::vector<std::uint8_t>{50, 60, 70});
}

TEST_CASE("an even picture stays even at any size") {
    for (std::uint32_t size : {1U, 2U, 3U, 7U, 64U, 99U, 100U, 101U, 333U}) {
        auto const result = scaled(grey(100, 100, std::vector<std::uint8_t>(10'000, 201)), {size, size + 1});
        CAPTURE(size);
        CHECK(result.samples == std::vector<std::uint8_t>(std::size_t{size} * (size + 1), 201));
    }
    CHECK(scaled(grey(70'000, 1, std::vector<std::uint8_t>(70'000, 9)), {1, 1}).samples ==
          std::vector<std::uint8_t>{9});
}

TEST_CASE("the size within a box keeps the proportions, and is never nothing") {
    auto const wide = grey(200, 100, {});
    CHECK(fit_into({100, 100}, wide, 1) == RasterSize{100, 50});
    CHECK(fit_into({1000, 100}, wide, 1) == RasterSize{200, 100});
    CHECK(fit_into({100, 100}, wide, 2) == RasterSize{100, 100});
    CHECK(fit_into({100, 100}, wide, 4) == RasterSize{50, 100});
    CHECK(fit_into({10, 10}, grey(65535, 1, {}), 1) == RasterSize{10, 1});
    CHECK(fit_into({16384, 16384}, grey(1, 65535, {}), 1) == RasterSize{1, 16384});
}

}  // namespace cassette
