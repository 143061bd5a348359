#include "archive/pixels/jpeg_encoder.h"

#include "tests/support/decoded_picture.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

namespace cassette {

namespace {

Raster gradient(std::uint32_t channels) {
    Raster raster{61, 33, channels, {}};
    for (std::uint32_t y = 0; y < 33; ++y)
        for (std::uint32_t x = 0; x < 61; ++x)
            for (std::uint32_t channel = 0; channel < channels; ++channel)
                raster.samples.push_back(static_cast<std::uint8_t>(x * 2 + y + channel * 30));
    return raster;
}

}  // namespace

TEST_CASE("a JPEG of high quality is close to the picture, grey and in colour") {
    for (std::uint32_t const channels : {1U, 3U}) {
        auto const raster = gradient(channels);
        auto const jpeg = encode_jpeg(raster, 100);
        REQUIRE(jpeg);
        auto const picture = testing::decode_jpeg(*jpeg);
        CHECK(picture.width == 61);
        CHECK(picture.height == 33);
        CHECK(picture.channels == channels);
        REQUIRE(picture.samples.size() == raster.samples.size());
        for (std::size_t i = 0; i < raster.samples.size(); ++i)
            CHECK(std::abs(picture.samples[i] - raster.samples[i]) <= 4);
    }
}

TEST_CASE("less quality is fewer bytes") {
    auto const raster = gradient(3);
    CHECK(encode_jpeg(raster, 10)->size() < encode_jpeg(raster, 50)->size());
    CHECK(encode_jpeg(raster, 50)->size() < encode_jpeg(raster, 100)->size());
    CHECK(encode_jpeg(raster, 1));
}

TEST_CASE("noise at full quality fits the buffer") {
    std::mt19937 random{20240229};
    for (std::uint32_t const channels : {1U, 3U}) {
        Raster raster{129, 65, channels, {}};
        for (std::uint32_t i = 0; i < 129 * 65 * channels; ++i)
            raster.samples.push_back(static_cast<std::uint8_t>(random() % 2 * 255));
        CHECK(encode_jpeg(raster, 100));
    }
}

TEST_CASE("what cannot be a JPEG is refused") {
    auto const jpeg = encode_jpeg({70'000, 1, 1, std::vector<std::uint8_t>(70'000)}, 90);
    REQUIRE_FALSE(jpeg);
    CHECK(jpeg.error().code == ErrorCode::internal);
}

}  // namespace cassette
