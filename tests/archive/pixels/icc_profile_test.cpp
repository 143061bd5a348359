#include "archive/pixels/icc_profile.h"

#include "archive/pixels/jpeg_encoder.h"
#include "archive/pixels/png_encoder.h"
#include "tests/support/decoded_picture.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace cassette {

namespace {

Raster colours() { return {2, 1, 3, {255, 0, 0, 40, 200, 90}}; }
Raster greys() { return {2, 1, 1, {0, 180}}; }

}  // namespace

TEST_CASE("only those who ask get a profile, and then it says what the samples are (PS3.18 8.3.5.1.5)") {
    for (auto const wanted : {ColourProfile::unspecified, ColourProfile::none}) {
        CHECK(in_colour_space(colours(), wanted, {}).profile.empty());
        CHECK(in_colour_space(greys(), wanted, {}).raster.channels == 1);
    }
    auto const srgb = in_colour_space(colours(), ColourProfile::srgb, {});
    CHECK(srgb.raster.samples == colours().samples);
    CHECK(srgb.profile.substr(12, 8) == "mntrRGB ");
    auto const grey = in_colour_space(greys(), ColourProfile::source, {});
    CHECK(grey.raster.channels == 1);
    CHECK(grey.profile.substr(16, 4) == "GRAY");
    CHECK(in_colour_space(greys(), ColourProfile::srgb, {}).raster.channels == 3);
}

TEST_CASE("samples are converted between colour spaces, and back they are what they were") {
    for (auto const wanted : {ColourProfile::adobe_rgb, ColourProfile::romm_rgb}) {
        auto const there = in_colour_space(colours(), wanted, {});
        CHECK(there.raster.samples != colours().samples);
        auto const back = in_colour_space(there.raster, ColourProfile::srgb, there.profile);
        for (std::size_t i = 0; i < back.raster.samples.size(); ++i)
            CHECK(std::abs(back.raster.samples[i] - colours().samples[i]) <= 6);
        // The object's own profile goes along when no space is named.
        CHECK(in_colour_space(colours(), ColourProfile::source, there.profile).profile == there.profile);
    }
    // Adobe RGB has a larger gamut: sRGB's red is 219, 0, 0 there.
    auto const red = in_colour_space(colours(), ColourProfile::adobe_rgb, {}).raster.samples;
    CHECK(std::abs(red[0] - 219) <= 2);
    CHECK(red[1] <= 4);
}

TEST_CASE("profiles are the same bytes each time, so that entity tags can be strong") {
    CHECK(in_colour_space(colours(), ColourProfile::romm_rgb, {}).profile ==
          in_colour_space(colours(), ColourProfile::romm_rgb, {}).profile);
}

TEST_CASE("what is no profile for RGB does no harm") {
    auto const grey = in_colour_space(greys(), ColourProfile::source, {}).profile;
    for (std::string const& own : {std::string{"not a profile"}, std::string(4096, '\xFF'), grey}) {
        auto const picture = in_colour_space(colours(), ColourProfile::srgb, own);
        CHECK(picture.raster.samples == colours().samples);
        CHECK(picture.profile.substr(16, 4) == "RGB ");
        CHECK(in_colour_space(colours(), ColourProfile::source, own).profile.substr(16, 4) == "RGB ");
    }
}

TEST_CASE("PNG carries the profile in an iCCP chunk, JPEG in APP2 (PS3.18 8.3.5.1.5)") {
    auto const picture = in_colour_space(colours(), ColourProfile::srgb, {});
    auto const png = encode_png(picture.raster, picture.profile);
    REQUIRE(png);
    CHECK(png->find("iCCP") == 37);
    CHECK(png->find("sRGB") == std::string::npos);
    CHECK(testing::decode_png(*png).samples.size() == 6);
    auto const jpeg = encode_jpeg(picture.raster, 90, picture.profile);
    REQUIRE(jpeg);
    CHECK(jpeg->find(std::string{"ICC_PROFILE"} + '\0' + '\x01' + '\x01') != std::string::npos);
    CHECK(testing::decode_jpeg(*jpeg).width == 2);
}

}  // namespace cassette
