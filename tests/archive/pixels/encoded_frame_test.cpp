#include "archive/pixels/encoded_frame.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

constexpr std::string_view baseline = "1.2.840.10008.1.2.4.50";
constexpr std::string_view jpeg_ls = "1.2.840.10008.1.2.4.80";

// SOI and a frame header: precision, lines, samples a line, components.
std::string start_of(char marker, std::uint32_t rows, std::uint32_t columns) {
    std::string stream{"\xFF\xD8\xFF", 3};
    stream += marker;
    stream += std::string{"\0\x0B\x08", 3};
    for (auto const side : {rows, columns}) {
        stream.push_back(static_cast<char>(side >> 8));
        stream.push_back(static_cast<char>(side & 0xFFU));
    }
    return stream + std::string{"\x01\x01\x11\0", 4};
}

}  // namespace

TEST_CASE("fragments are one stream of even length (PS3.5 A.4)") {
    std::vector<std::string> fragments{"ab", "cde", ""};
    CHECK(joined(fragments) == std::string{"abcde\0", 6});
    std::vector<std::string> none;
    CHECK(joined(none).empty());
}

TEST_CASE("a stream that says another size than its data set does not fit, however small the data set") {
    PixelDescription const small{.rows = 20, .columns = 30};
    CHECK(stream_fits(baseline, start_of('\xC0', 20, 30), small));
    CHECK(stream_fits(jpeg_ls, start_of('\xF7', 20, 30), small));
    for (char const marker : {'\xC0', '\xC1', '\xC2', '\xC3'}) {
        CHECK_FALSE(stream_fits(baseline, start_of(marker, 60000, 60000), small));
        CHECK_FALSE(stream_fits(baseline, start_of(marker, 0, 30), small));
    }
    CHECK_FALSE(stream_fits(jpeg_ls, start_of('\xF7', 60000, 60000), small));
    CHECK_FALSE(stream_fits(jpeg_ls, start_of('\xC0', 20, 30), small));
    CHECK_FALSE(stream_fits(baseline, start_of('\xF7', 20, 30), small));
    CHECK_FALSE(stream_fits(baseline, "", small));
    CHECK(stream_fits("1.2.840.10008.1.2.5", "any", small));
}

TEST_CASE("a stream of many scans, each of which is the whole picture to a decoder, does not fit") {
    PixelDescription const small{.rows = 20, .columns = 30};
    auto const with = [](int scans) {
        auto stream = start_of('\xC2', 20, 30);
        for (int i = 0; i < scans; ++i) stream += std::string{"\xFF\xDA\0\x08\x01\x01\0\0\0\0x", 11};
        return stream;
    };
    CHECK(stream_fits("1.2.840.10008.1.2.4.55", with(12), small));
    CHECK_FALSE(stream_fits("1.2.840.10008.1.2.4.55", with(1000), small));
}

}  // namespace cassette
