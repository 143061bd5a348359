#include "archive/pixels/png_encoder.h"

#include "tests/support/decoded_picture.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("a PNG has every sample of the picture, grey and in colour") {
    for (std::uint32_t const channels : {1U, 3U}) {
        Raster raster{37, 11, channels, {}};
        for (std::uint32_t i = 0; i < 37 * 11 * channels; ++i)
            raster.samples.push_back(static_cast<std::uint8_t>(i * i));
        auto const png = encode_png(raster);
        REQUIRE(png);
        auto const picture = testing::decode_png(*png);
        CHECK(picture.width == 37);
        CHECK(picture.height == 11);
        CHECK(picture.channels == channels);
        CHECK(picture.samples == raster.samples);
    }
}

TEST_CASE("what cannot be a PNG is refused") {
    auto const png = encode_png({0, 0, 1, {}});
    REQUIRE_FALSE(png);
    CHECK(png.error().code == ErrorCode::internal);
}

}  // namespace cassette
