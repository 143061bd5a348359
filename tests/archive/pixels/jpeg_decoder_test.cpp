#include "archive/pixels/jpeg_decoder.h"

#include "archive/pixels/jpeg_encoder.h"
#include "archive/pixels/scale.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace cassette {

namespace {

// Slopes without edges, which every decoder sees alike.
Raster picture(std::uint32_t channels) {
    Raster raster{70, 45, channels, {}};
    for (std::uint32_t y = 0; y < raster.height; ++y)
        for (std::uint32_t x = 0; x < raster.width; ++x)
            for (std::uint32_t channel = 0; channel < channels; ++channel)
                raster.samples.push_back(static_cast<std::uint8_t>(20 + x * 2 + y + channel * 15));
    return raster;
}

PixelDescription description_of(Raster const& raster, Photometric photometric) {
    return {.rows = raster.height, .columns = raster.width, .samples = raster.channels, .photometric = photometric};
}

// The mean difference from the mean of the pixels that each sample stands for, of which there are fewer at the edges.
double difference(Frame const& frame, Raster const& raster, std::uint32_t step) {
    double sum = 0;
    auto const rows = frame.description.rows;
    auto const columns = frame.description.columns;
    auto const channels = raster.channels;
    for (std::uint32_t i = 0; i < rows * columns * channels; ++i) {
        auto const left = i / channels % columns * step;
        auto const top = i / channels / columns * step;
        double total = 0;
        for (std::uint32_t j = 0; j < step * step; ++j) {
            auto const x = std::min(left + j % step, raster.width - 1);
            auto const y = std::min(top + j / step, raster.height - 1);
            total += raster.samples[(y * raster.width + x) * channels + i % channels];
        }
        sum += std::abs(static_cast<unsigned char>(frame.bytes[i]) - total / (step * step));
    }
    return sum / (rows * columns * channels);
}

}  // namespace

TEST_CASE("a JPEG is decoded at its size, a half, a quarter and an eighth, sides rounded up") {
    for (std::uint32_t const channels : {1U, 3U}) {
        auto const raster = picture(channels);
        auto const stream = encode_jpeg(raster, 95, {});
        REQUIRE(stream);
        auto const photometric = channels == 1 ? Photometric::monochrome2 : Photometric::ybr_full_422;
        auto const description = description_of(raster, photometric);
        for (std::uint32_t halvings = 0; halvings <= 3; ++halvings) {
            CAPTURE(channels);
            CAPTURE(halvings);
            auto const frame = decode_jpeg(*stream, description, halvings);
            REQUIRE(frame);
            CHECK(frame->description.columns == halved(70, halvings));
            CHECK(frame->description.rows == halved(45, halvings));
            CHECK((frame->description.photometric == (channels == 1 ? Photometric::monochrome2 : Photometric::rgb)));
            CHECK(difference(*frame, raster, 1U << halvings) < 2);
        }
    }
}

TEST_CASE("the data set says whether the components are RGB (PS3.5 8.2.1)") {
    auto const raster = picture(3);
    auto const stream = encode_jpeg(raster, 95, {});
    REQUIRE(stream);
    auto const as_rgb = decode_jpeg(*stream, description_of(raster, Photometric::rgb), 0);
    REQUIRE(as_rgb);
    // What is Y, CB, CR comes as it is.
    auto const y = static_cast<unsigned char>(as_rgb->bytes[0]);
    CHECK(std::abs(y - (0.299 * 20 + 0.587 * 35 + 0.114 * 50)) < 3);
}

TEST_CASE("what libjpeg does not decode, or has a remark on, is left to others") {
    auto const raster = picture(1);
    auto const stream = *encode_jpeg(raster, 95, {});
    auto const description = description_of(raster, Photometric::monochrome2);
    CHECK_FALSE(decode_jpeg("", description, 1));
    CHECK_FALSE(decode_jpeg("no JPEG at all", description, 1));
    CHECK_FALSE(decode_jpeg(std::string_view{stream}.substr(0, stream.size() / 2), description, 1));
    CHECK_FALSE(decode_jpeg(stream, description, 4));
    auto other = description;
    other.rows = 46;
    CHECK_FALSE(decode_jpeg(stream, other, 0));
    other = description;
    other.samples = 3;
    other.photometric = Photometric::rgb;
    CHECK_FALSE(decode_jpeg(stream, other, 1));
    other = description;
    other.bits_allocated = 16;
    CHECK_FALSE(decode_jpeg(stream, other, 1));
    for (std::size_t at = 0; at < stream.size(); at += 7) {
        auto damaged = stream;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        auto const frame = decode_jpeg(damaged, description, 2);
        if (frame) CHECK(frame->bytes.size() == native_frame_bytes(frame->description));
    }
}

}  // namespace cassette
