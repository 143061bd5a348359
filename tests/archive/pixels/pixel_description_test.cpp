#include "archive/pixels/pixel_description.h"

#include "tests/support/sample_image.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

constexpr Tag pixel_data{0x7FE0, 0x0010};

Result<PixelDescription> describe(testing::SampleImage const& image) {
    return describe_pixels(*testing::dataset_of(image), pixel_data);
}

}  // namespace

TEST_CASE("the Image Pixel Description Macro is read (PS3.3 C.7.6.3)") {
    auto const described = describe({.rows = 3,
                                     .columns = 5,
                                     .bits_allocated = 16,
                                     .bits_stored = 12,
                                     .pixel_representation = 1,
                                     .photometric = "MONOCHROME1"});
    REQUIRE(described);
    CHECK(described->rows == 3);
    CHECK(described->columns == 5);
    CHECK(described->photometric == Photometric::monochrome1);
    CHECK(described->bits_stored == 12);
    CHECK(described->shift == 0);
    CHECK(described->is_signed);
    CHECK(native_frame_bytes(*described) == 30);
}

TEST_CASE("bits that contradict each other fill the cell (PS3.5 8.1.1)") {
    auto const with_bits = [](std::uint16_t stored, std::uint16_t high) {
        auto const described = describe({.bits_allocated = 16, .more = [=](DcmDataset& dataset) {
                                             REQUIRE(dataset.putAndInsertUint16(DCM_BitsStored, stored).good());
                                             REQUIRE(dataset.putAndInsertUint16(DCM_HighBit, high).good());
                                         }});
        REQUIRE(described);
        return std::pair{described->bits_stored, described->shift};
    };
    CHECK(with_bits(12, 15) == std::pair{12U, 4U});
    CHECK(with_bits(0, 0) == std::pair{16U, 0U});
    CHECK(with_bits(17, 16) == std::pair{16U, 0U});
    CHECK(with_bits(12, 3) == std::pair{12U, 0U});
    CHECK(with_bits(12, 200) == std::pair{12U, 0U});
}

TEST_CASE("native YBR_FULL_422 has two samples a pixel (PS3.3 C.7.6.3.1.2)") {
    auto const described = describe({.rows = 2, .columns = 4, .samples = 3, .photometric = "YBR_FULL_422"});
    REQUIRE(described);
    CHECK(native_frame_bytes(*described) == 16);
}

TEST_CASE("single bits are packed") {
    auto const described = describe({.rows = 3, .columns = 3, .bits_allocated = 1, .bits_stored = 1});
    REQUIRE(described);
    CHECK(native_frame_bytes(*described) == 2);
}

TEST_CASE("what cannot be a picture is not_acceptable; what is too large for memory is too_large") {
    using enum ErrorCode;
    CHECK(describe({.rows = 0}).error().code == not_acceptable);
    CHECK(describe({.columns = 0}).error().code == not_acceptable);
    CHECK(describe({.samples = 2}).error().code == not_acceptable);
    CHECK(describe({.samples = 3, .photometric = "MONOCHROME2"}).error().code == not_acceptable);
    CHECK(describe({.samples = 1, .photometric = "RGB"}).error().code == not_acceptable);
    CHECK(describe({.bits_allocated = 12}).error().code == not_acceptable);
    CHECK(describe({.samples = 3, .bits_allocated = 1, .bits_stored = 1, .photometric = "RGB"}).error().code ==
          not_acceptable);
    CHECK(describe({.photometric = "HSV"}).error().code == not_acceptable);
    CHECK(describe({.rows = 65535, .columns = 65535}).error().code == too_large);
    CHECK(describe({.rows = 20000, .columns = 20000, .samples = 3, .bits_allocated = 8, .photometric = "RGB"})
              .error()
              .code == too_large);
}

}  // namespace cassette
