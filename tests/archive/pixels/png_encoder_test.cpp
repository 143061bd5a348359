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

TEST_CASE("grey of 16 bits has every bit, and says that it is sRGB (ISO/IEC 15948 11.3.3.5)") {
    Raster const raster{3, 1, 2, {0x12, 0x34, 0xFF, 0xFE, 0x00, 0x01}};
    auto const png = encode_png(raster);
    REQUIRE(png);
    // Bit depth and colour type in IHDR.
    CHECK((*png)[24] == 16);
    CHECK((*png)[25] == 0);
    CHECK(png->find("sRGB") == 37);
    CHECK(png->find("gAMA") == std::string::npos);
    CHECK(testing::deep_samples(*png) == std::vector<std::uint16_t>{0x1234, 0xFFFE, 0x0001});
    auto const with_profile = encode_png(raster, std::string(200, 'p'));
    REQUIRE(with_profile);
    CHECK(with_profile->find("iCCP") == 37);
    CHECK(with_profile->find("sRGB") == std::string::npos);
}

TEST_CASE("without a profile 8 bits are sRGB, too") {
    for (std::uint32_t const channels : {1U, 3U}) {
        auto const png = encode_png({1, 1, channels, std::vector<std::uint8_t>(channels)});
        REQUIRE(png);
        CHECK(png->find("sRGB") == 37);
    }
}

TEST_CASE("what cannot be a PNG is refused") {
    auto const png = encode_png({0, 0, 1, {}});
    REQUIRE_FALSE(png);
    CHECK(png.error().code == ErrorCode::internal);
}

}  // namespace cassette
