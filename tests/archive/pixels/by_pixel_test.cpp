#include "archive/pixels/by_pixel.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("planes become pixels (PS3.3 C.7.6.3.1.3)") {
    PixelDescription description{.rows = 1, .columns = 2, .samples = 3, .photometric = Photometric::rgb};
    description.by_plane = true;
    Frame bytes{description, "RrGgBb"};
    arrange_by_pixel(bytes);
    CHECK(bytes.bytes == "RGBrgb");
    CHECK_FALSE(bytes.description.by_plane);
    description.bits_allocated = 16;
    Frame words{description, "R0r0G0g0B0b0"};
    arrange_by_pixel(words);
    CHECK(words.bytes == "R0G0B0r0g0b0");
}

TEST_CASE("what lies by pixel stays") {
    Frame frame{{.rows = 1, .columns = 2, .samples = 3, .photometric = Photometric::rgb}, "RGBrgb"};
    arrange_by_pixel(frame);
    CHECK(frame.bytes == "RGBrgb");
}

}  // namespace cassette
