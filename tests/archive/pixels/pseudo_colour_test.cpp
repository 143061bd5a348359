#include "archive/pixels/pseudo_colour.h"

#include "archive/pixels/palette.h"
#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <vector>

namespace cassette {

using testing::item_of;
using testing::put;
using testing::put_words;
using testing::SampleImage;
using testing::Samples;
using testing::samples_of;

namespace {

// Black, red and white, or so many entries of them, from `first` on.
void put_palette(DcmDataset& dataset, std::uint16_t first) {
    std::array const descriptors{DCM_RedPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableDescriptor,
                                 DCM_BluePaletteColorLookupTableDescriptor};
    std::array const data{DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                          DCM_BluePaletteColorLookupTableData};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::uint16_t const middle = channel == 0 ? 0xFFFF : 0;
        put_words(dataset, descriptors[channel], {3, first, 16});
        put_words(dataset, data[channel], {0, middle, 0xFFFF, 0});
    }
}

// A parametric map of single precision, whose values from 0 to 8 are in colours.
SampleImage map() {
    SampleImage image{.rows = 1, .columns = 6, .bits_allocated = 32, .bits_stored = 32};
    image.more = [](DcmDataset& dataset) {
        std::vector<Float32> const values{-3, 0, 2, 4, 100, -150};
        REQUIRE(dataset.putAndInsertFloat32Array(DcmTag{DCM_FloatPixelData, EVR_OF}, values.data(), 6).good());
        REQUIRE(dataset.putAndInsertFloat32(DCM_FloatPixelPaddingValue, -200).good());
        REQUIRE(dataset.putAndInsertFloat32(DCM_FloatPixelPaddingRangeLimit, -100).good());
        put(dataset, DCM_PixelPresentation, "COLOR_RANGE");
        put_palette(dataset, 0);
        auto& shared = item_of(dataset, DCM_SharedFunctionalGroupsSequence);
        auto& range = item_of(shared, DCM_StoredValueColorRangeSequence);
        REQUIRE(range.putAndInsertFloat64(DCM_MinimumStoredValueMapped, 0).good());
        REQUIRE(range.putAndInsertFloat64(DCM_MaximumStoredValueMapped, 8).good());
    };
    return image;
}

}  // namespace

TEST_CASE("values of a range are in the colours of the palette, between its entries too (PS3.3 C.7.6.16.2.26)") {
    // Below the range as its first value, above as its last; 2 is half way to the red of 4; padding is black.
    CHECK(samples_of(map()) == Samples{0, 0, 0, 0, 0, 0, 128, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0, 0});
    // A window is for grey values.
    CHECK(samples_of(map(), {.window = Window{4, 8, VoiFunction::linear_exact}}).size() == 6);
}

TEST_CASE("a colour range without its ends or its palette is refused") {
    auto image = map();
    auto const whole = image.more;
    image.more = [&](DcmDataset& dataset) {
        whole(dataset);
        REQUIRE(dataset.findAndDeleteElement(DCM_SharedFunctionalGroupsSequence).good());
    };
    CHECK(testing::error_of(image) == ErrorCode::not_acceptable);
    image.more = [&](DcmDataset& dataset) {
        whole(dataset);
        put_words(dataset, DCM_RedPaletteColorLookupTableData, {0});
    };
    CHECK(testing::error_of(image) == ErrorCode::not_acceptable);
    image.more = [&](DcmDataset& dataset) {
        whole(dataset);
        REQUIRE(dataset.findAndDeleteElement(DCM_RedPaletteColorLookupTableDescriptor).good());
    };
    CHECK(samples_of(image).size() == 6);
}

TEST_CASE("a supplemental palette colours the values it maps; those below are grey (PS3.3 C.8.16.2.1.1.1)") {
    SampleImage image{.rows = 1, .columns = 4, .bytes = {50, 100, 201, 202}};
    image.more = [](DcmDataset& dataset) {
        put(dataset, DCM_PixelPresentation, "COLOR");
        put(dataset, DCM_WindowCenter, "50.5");
        put(dataset, DCM_WindowWidth, "101");
        put_palette(dataset, 200);
    };
    CHECK(samples_of(image) == Samples{128, 128, 128, 255, 255, 255, 255, 0, 0, 255, 255, 255});
    auto const with_palette = image.more;
    image.more = [&](DcmDataset& dataset) {
        with_palette(dataset);
        put(dataset, DCM_PixelPresentation, "MONOCHROME");
    };
    CHECK(samples_of(image) == Samples{128, 255, 255, 255});
}

TEST_CASE("a palette has colours between its entries, and none beyond them") {
    DcmDataset dataset;
    CHECK_FALSE(has_palette(dataset));
    put_palette(dataset, 7);
    CHECK(has_palette(dataset));
    auto const palette = read_palette(dataset, Signedness::unsigned_values);
    REQUIRE(palette);
    CHECK(palette->at(8).red == 255);
    CHECK(palette->at(8).green == 0);
    CHECK(palette->at_fraction(0.75).green == 128);
    for (double const fraction : {1.0, 7.0, std::numeric_limits<double>::infinity()})
        CHECK(palette->at_fraction(fraction).blue == 255);
    CHECK(palette->at_fraction(-1).red == 0);
}

}  // namespace cassette
