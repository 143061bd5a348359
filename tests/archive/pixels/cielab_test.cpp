#include "archive/pixels/cielab.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>

namespace cassette {

namespace {

std::array<int, 3> shown(std::array<Uint16, 3> const& encoded) {
    DcmItem item;
    REQUIRE(item.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, encoded.data(), 3).good());
    auto const colour = cielab_colour(item, DCM_RecommendedDisplayCIELabValue);
    REQUIRE(colour);
    return {colour->red, colour->green, colour->blue};
}

bool is_near(std::array<int, 3> const& one, std::array<int, 3> const& other) {
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(one[i] - other[i]) > 2) return false;
    return true;
}

}  // namespace

TEST_CASE("L*, a* and b* of 16 bits become sRGB (PS3.3 C.10.7.1.1)") {
    CHECK(is_near(shown({0, 0x8080, 0x8080}), {0, 0, 0}));
    CHECK(is_near(shown({0xFFFF, 0x8080, 0x8080}), {255, 255, 255}));
    // L* 50 without colour is 119 in sRGB.
    CHECK(is_near(shown({0x8000, 0x8080, 0x8080}), {119, 119, 119}));
    // The red of sRGB is L* 54.29, a* 80.81, b* 69.89 under D50.
    CHECK(is_near(shown({35579, 53664, 50858}), {255, 0, 0}));
    // Its blue is 29.57, 68.30, -112.03.
    CHECK(is_near(shown({19379, 50449, 4104}), {0, 0, 255}));
}

TEST_CASE("what has not three values is no colour") {
    DcmItem item;
    CHECK_FALSE(cielab_colour(item, DCM_RecommendedDisplayCIELabValue));
    std::array<Uint16, 2> const two{1, 2};
    REQUIRE(item.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, two.data(), 2).good());
    CHECK_FALSE(cielab_colour(item, DCM_RecommendedDisplayCIELabValue));
}

}  // namespace cassette
