#include "archive/pixels/colour.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using Samples = std::vector<std::uint8_t>;

PixelDescription colour_pixels(std::uint32_t columns, std::uint32_t bits_allocated, std::uint32_t bits_stored) {
    PixelDescription description;
    description.rows = 1;
    description.columns = columns;
    description.samples = 3;
    description.photometric = Photometric::rgb;
    description.bits_allocated = bits_allocated;
    description.bits_stored = bits_stored;
    return description;
}

}  // namespace

TEST_CASE("samples of more than 8 bits keep their upper 8, those of fewer are spread") {
    DcmItem none;
    std::string const words{"\x00\x0F\xF0\x07\x00\x00", 6};  // 0x0F00, 0x07F0, 0 of 12 bits
    CHECK(render_colour({colour_pixels(1, 16, 12), words}, none)->samples == Samples{240, 127, 0});
    CHECK(render_colour({colour_pixels(1, 8, 1), std::string{"\x01\x00\xFF", 3}}, none)->samples ==
          Samples{255, 0, 255});
    std::string const longs{"\x00\x00\x00\x80\xFF\xFF\xFF\x7F\x00\x00\x00\x00", 12};
    CHECK(render_colour({colour_pixels(1, 32, 32), longs}, none)->samples == Samples{128, 127, 0});
}

TEST_CASE("YBR_PARTIAL_422: black is Y 16, white Y 235 (PS3.3 C.7.6.3.1.2)") {
    DcmItem none;
    auto description = colour_pixels(2, 8, 8);
    description.photometric = Photometric::ybr_partial_422;
    CHECK(render_colour({description, "\x10\xEB\x80\x80"}, none)->samples == Samples{0, 0, 0, 255, 255, 255});
}

TEST_CASE("a row of odd length in YBR_FULL_422 does not read beyond the frame") {
    DcmItem none;
    auto description = colour_pixels(3, 8, 8);
    description.photometric = Photometric::ybr_full_422;
    auto const raster = render_colour({description, "\x32\x32\x80\x80\x32\x32"}, none);
    REQUIRE(raster);
    CHECK(Samples(raster->samples.begin(), raster->samples.begin() + 6) == Samples(6, 50));
}

TEST_CASE("palette indices beyond the palette take its last entry; a palette that is missing is not_acceptable") {
    DcmItem item;
    auto description = colour_pixels(2, 8, 8);
    description.samples = 1;
    description.photometric = Photometric::palette_color;
    Frame const frame{description, "\x01\xFF"};
    CHECK(render_colour(frame, item).error().code == ErrorCode::not_acceptable);
    std::uint16_t const descriptor[] = {2, 0, 8};
    std::uint16_t const data[] = {5, 9};
    for (auto const& key : {DCM_RedPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableDescriptor,
                            DCM_BluePaletteColorLookupTableDescriptor})
        REQUIRE(item.putAndInsertUint16Array(DcmTag{key, EVR_US}, descriptor, 3).good());
    for (auto const& key : {DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                            DCM_BluePaletteColorLookupTableData})
        REQUIRE(item.putAndInsertUint16Array(DcmTag{key, EVR_OW}, data, 2).good());
    CHECK(render_colour(frame, item)->samples == Samples(6, 9));
}

}  // namespace cassette
