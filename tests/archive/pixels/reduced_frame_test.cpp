#include "archive/pixels/reduced_frame.h"

#include "archive/pixels/jpeg2000/reduced_decoder.h"
#include "archive/pixels/jpeg_encoder.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace cassette {

namespace {

constexpr std::array<std::string_view, 2> wavelets{"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.201"};
constexpr std::string_view baseline = "1.2.840.10008.1.2.4.50";

PixelDescription grey(std::uint32_t bits) {
    auto const allocated = bits > 8 ? 16U : 8U;
    return {.rows = 150, .columns = 201, .bits_allocated = allocated, .bits_stored = bits};
}

// A slope with a wave on it.
double value_at(double x, double y, PixelDescription const& description) {
    auto const range = std::ldexp(1.0, static_cast<int>(description.bits_stored));
    auto const value = range * (0.2 + 0.002 * x + 0.001 * y + 0.05 * std::sin(x / 20));
    return description.is_signed ? value - range / 2 : value;
}

Frame frame_of(PixelDescription const& description) {
    std::string bytes;
    for (std::uint32_t y = 0; y < description.rows; ++y)
        for (std::uint32_t x = 0; x < description.columns; ++x)
            for (std::uint32_t sample = 0; sample < description.samples; ++sample) {
                auto const value = static_cast<std::int32_t>(value_at(x, y, description)) + static_cast<int>(sample);
                bytes.append(reinterpret_cast<char const*>(&value), description.bits_allocated / 8);
            }
    return {description, bytes};
}

std::optional<Frame> reduced(Frame const& frame, std::string_view syntax, RasterSize least) {
    auto const stream = encode_frame(frame, syntax);
    REQUIRE(stream);
    return decode_reduced(frame.description, {syntax, {*stream}}, least);
}

// The greatest difference from what is in the middle of each reduced pixel, away from the edges, in hundredths of the range.
double difference(Frame const& frame, PixelDescription const& whole) {
    auto const& description = frame.description;
    auto const factor = static_cast<double>(whole.columns) / description.columns;
    double greatest = 0;
    visit_cells(frame, description.pixels() * description.samples, [&](std::uint64_t i, auto cell) {
        auto const pixel = i / description.samples;
        auto const x = static_cast<double>(pixel % description.columns);
        auto const y = static_cast<double>(pixel / description.columns);
        auto const exact = value_at((x + 0.5) * factor - 0.5, (y + 0.5) * factor - 0.5, whole);
        greatest = std::max(greatest, std::abs(static_cast<double>(cell) - exact));
    });
    return greatest / std::ldexp(1.0, static_cast<int>(whole.bits_stored)) * 100;
}

}  // namespace

TEST_CASE("JPEG 2000 and HTJ2K give a resolution level, the least that is large enough (PS3.5 8.2.4)") {
    auto is_signed = grey(12);
    is_signed.is_signed = true;
    auto colour = grey(8);
    colour.samples = 3;
    colour.photometric = Photometric::rgb;
    for (auto const& description : {grey(8), grey(12), grey(16), is_signed, colour})
        for (auto const syntax : wavelets) {
            CAPTURE(syntax);
            CAPTURE(description.bits_stored);
            auto const frame = frame_of(description);
            auto const half = reduced(frame, syntax, {60, 51});
            REQUIRE(half);
            CHECK(half->description.columns == 101);
            CHECK(half->description.rows == 75);
            CHECK(half->bytes.size() == native_frame_bytes(half->description));
            CHECK(difference(*half, description) < 4);
            auto const quarter = reduced(frame, syntax, {34, 25});
            REQUIRE(quarter);
            CHECK(quarter->description.columns == 51);
            CHECK(quarter->description.rows == 38);
            CHECK(difference(*quarter, description) < 4);
            auto const eighth = reduced(frame, syntax, {17, 12});
            REQUIRE(eighth);
            CHECK(eighth->description.columns == 26);
            CHECK_FALSE(reduced(frame, syntax, {102, 75}));
        }
}

TEST_CASE("JPEG gives a half, a quarter or an eighth") {
    auto const description = grey(8);
    auto const frame = frame_of(description);
    Raster const raster{description.columns, description.rows, 1, {frame.bytes.begin(), frame.bytes.end()}};
    auto const stream = encode_jpeg(raster, 95, {});
    REQUIRE(stream);
    for (auto const& [least, columns] :
         {std::pair{RasterSize{90, 60}, 101U}, std::pair{RasterSize{34, 20}, 51U}, std::pair{RasterSize{5, 3}, 26U}}) {
        auto const small = decode_reduced(description, {baseline, {*stream}}, least);
        REQUIRE(small);
        CHECK(small->description.columns == columns);
        CHECK(difference(*small, description) < 4);
    }
    CHECK_FALSE(decode_reduced(description, {baseline, {*stream}}, {150, 100}));
}

TEST_CASE("what has no means, no levels or no sound stream is not reduced") {
    RasterSize const least{10, 10};
    auto palette = grey(8);
    palette.photometric = Photometric::palette_color;
    auto beside = grey(16);
    beside.bits_stored = 12;  // the stream has 16
    for (auto const& description : {palette, beside}) {
        auto const stream = *encode_frame(frame_of(grey(description.bits_allocated)), wavelets[0]);
        CHECK_FALSE(decode_reduced(description, {wavelets[0], {stream}}, least));
    }
    for (std::string_view const syntax : {"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.70"}) {
        CHECK_FALSE(can_be_reduced(syntax));
        CHECK_FALSE(reduced(frame_of(grey(8)), syntax, least));
    }
    auto const stream = *encode_frame(frame_of(grey(8)), wavelets[1]);
    auto wide = grey(8);
    wide.columns = 202;
    CHECK_FALSE(decode_reduced(wide, {wavelets[1], {stream}}, least));
    CHECK_FALSE(decode_reduced(grey(8), {wavelets[1], {}}, least));
    CHECK_FALSE(decode_reduced(grey(8), {baseline, {stream}}, least));
    CHECK_FALSE(jpeg2000::decode_reduced(stream, grey(8), 0));
    for (std::size_t at = 0; at < stream.size(); at += 29) {
        auto damaged = stream;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        auto const frame = decode_reduced(grey(8), {wavelets[1], {damaged}}, least);
        if (frame) CHECK(frame->bytes.size() == native_frame_bytes(frame->description));
    }
}

}  // namespace cassette
