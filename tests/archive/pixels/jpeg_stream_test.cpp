#include "archive/pixels/jpeg_stream.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string text;
    for (int const value : values) text.push_back(static_cast<char>(value));
    return text;
}

// SOI, an APP0 of two bytes, a fill byte, a baseline frame header: 8 bits, 3 high, 513 wide, 1 component.
std::string const baseline =
    bytes({0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0xFF, 0xC0, 0xFF, 0xFF, 0xC0, 0, 11, 8, 0, 3, 2, 1, 1, 1, 0x11, 0});

}  // namespace

TEST_CASE("the frame header of JPEG and of JPEG-LS is found behind other segments (ISO/IEC 10918-1 B.2.2)") {
    for (int const marker : {0xC0, 0xC1, 0xC2, 0xC3, 0xF7}) {
        auto stream = baseline;
        stream[10] = static_cast<char>(marker);
        auto const header = read_jpeg_frame_header(stream);
        CAPTURE(marker);
        REQUIRE(header);
        CHECK(header->precision == 8);
        CHECK(header->height == 3);
        CHECK(header->width == 513);
        CHECK(header->components == 1);
        CHECK(header->is_jpeg_ls == (marker == 0xF7));
    }
}

TEST_CASE("a stream without a frame header, or cut before its end, has none") {
    for (std::size_t size = 0; size < 18; ++size) {
        CAPTURE(size);
        CHECK_FALSE(read_jpeg_frame_header(baseline.substr(0, size)));
    }
    CHECK_FALSE(
        read_jpeg_frame_header(bytes({0xFF, 0xD8, 0xFF, 0xDA, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 3, 2, 1, 1})));
    CHECK_FALSE(read_jpeg_frame_header(bytes({0xFF, 0xD8, 0xFF, 0xC4, 0, 0, 0, 0})));
    // TEM, a reserved marker, EOI.
    for (int const marker : {0x01, 0x02, 0xBF, 0xD9}) {
        auto stream = baseline;
        stream[3] = static_cast<char>(marker);
        CHECK_FALSE(read_jpeg_frame_header(stream));
    }
    CHECK_FALSE(read_jpeg_frame_header(std::string(100, '\xFF')));
    CHECK_FALSE(read_jpeg_frame_header(std::string(100, '\0')));
}

}  // namespace cassette
