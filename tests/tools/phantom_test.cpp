#include "tools/generate/phantom.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette::generate {

TEST_CASE("the corners are air, the spine is bone, and all fits 12 bits") {
    std::vector<std::uint16_t> pixels;
    draw_phantom({.rows = 64, .columns = 48, .position = 0.5, .seed = 3}, pixels);
    REQUIRE(pixels.size() == 64 * 48);
    CHECK(pixels.front() == 24);
    CHECK(pixels.back() == 24);
    CHECK(*std::ranges::max_element(pixels) > 1024 + 600);
    CHECK(*std::ranges::max_element(pixels) < 4096);
}

TEST_CASE("the picture changes along the body and not from one call to the next") {
    std::vector<std::uint16_t> first, again, further;
    draw_phantom({.rows = 32, .columns = 32, .position = 0.1}, first);
    draw_phantom({.rows = 32, .columns = 32, .position = 0.1}, again);
    draw_phantom({.rows = 32, .columns = 32, .position = 0.6}, further);
    CHECK(first == again);
    CHECK(first != further);
}

TEST_CASE("the smallest picture has one pixel") {
    std::vector<std::uint16_t> pixels;
    draw_phantom({.rows = 1, .columns = 1}, pixels);
    CHECK(pixels.size() == 1);
}

}  // namespace cassette::generate
