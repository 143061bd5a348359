#include "archive/pixels/overlay.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

using testing::put;
using testing::SampleImage;
using testing::Samples;
using testing::samples_of;

namespace {

void put_number(DcmItem& item, DcmTagKey const& key, std::uint16_t value) {
    REQUIRE(item.putAndInsertUint16(DcmTag{key, EVR_US}, value).good());
}

void put_origin(DcmItem& item, std::int16_t row, std::int16_t column) {
    std::array<Sint16, 2> const origin{row, column};
    REQUIRE(item.putAndInsertSint16Array(DcmTag{DcmTagKey{0x6000, 0x0050}, EVR_SS}, origin.data(), 2).good());
}

// Four by two pixels of 100, black to 200.
SampleImage plain() {
    return {.rows = 2, .columns = 4, .bytes = Samples(8, 100), .more = [](DcmDataset& dataset) {
                put(dataset, DCM_WindowCenter, "100");
                put(dataset, DCM_WindowWidth, "200");
            }};
}

SampleImage with_plane(std::vector<std::uint16_t> const& words) {
    auto image = plain();
    image.more = [words, more = image.more](DcmDataset& dataset) {
        more(dataset);
        put_number(dataset, {0x6000, 0x0010}, 2);
        put_number(dataset, {0x6000, 0x0011}, 2);
        put_origin(dataset, 1, 3);
        put_number(dataset, {0x6000, 0x0102}, 0);
        auto const count = static_cast<unsigned long>(words.size());
        REQUIRE(dataset.putAndInsertUint16Array(DcmTag{DcmTagKey{0x6000, 0x3000}, EVR_OW}, words.data(), count).good());
    };
    return image;
}

}  // namespace

TEST_CASE("an overlay is white where it has dots, at its origin (PS3.3 C.9.2)") {
    // Two by two dots with their first column at the third of the image: 1 0 / 0 1.
    CHECK(samples_of(with_plane({0b1001})) == Samples{128, 128, 255, 128, 128, 128, 128, 255});
}

TEST_CASE("thumbnails have no overlays: they may hold text of the patient (PS3.18 10.4.1.1.4)") {
    CHECK(samples_of(with_plane({0b1001}), {.purpose = Purpose::thumbnail}) == Samples(8, 128));
}

TEST_CASE("overlays may lie in the unused bits of Pixel Data (PS3.5 8.1.2)") {
    SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 12, .words = {0, 0x1000, 0x8000}};
    image.more = [](DcmDataset& dataset) {
        put(dataset, DCM_WindowCenter, "2048");
        put(dataset, DCM_WindowWidth, "4096");
        put_number(dataset, {0x6000, 0x0010}, 1);
        put_number(dataset, {0x6000, 0x0011}, 3);
        put_origin(dataset, 1, 1);
        put_number(dataset, {0x6000, 0x0100}, 16);
        put_number(dataset, {0x6000, 0x0102}, 12);
    };
    CHECK(samples_of(image) == Samples{0, 255, 0});
}

TEST_CASE("overlays that make no sense hide nothing and do no harm") {
    auto const unchanged = Samples(8, 128);
    for (auto const& [key, value] : {std::pair{DcmTagKey{0x6000, 0x0010}, std::uint16_t{0}},
                                     std::pair{DcmTagKey{0x6000, 0x0051}, std::uint16_t{2}}}) {
        auto image = with_plane({0xFFFF});
        image.more = [key = key, value = value, more = image.more](DcmDataset& dataset) {
            more(dataset);
            put(dataset, DcmTagKey{0x6000, 0x0015}, "1");
            put_number(dataset, key, value);
        };
        CHECK(samples_of(image) == unchanged);
    }
    auto far = with_plane({0xFFFF});
    far.more = [more = far.more](DcmDataset& dataset) {
        more(dataset);
        put_origin(dataset, -30000, 30000);
        put_number(dataset, {0x6000, 0x0010}, 65535);
        put_number(dataset, {0x6000, 0x0011}, 65535);
    };
    CHECK(samples_of(far) == unchanged);
}

}  // namespace cassette
