// What rendering does with objects that are damaged, hostile, or simply real.

#include "archive/part10/instance_layout.h"
#include "archive/pixels/codecs.h"
#include "archive/pixels/render.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

namespace cassette {

using testing::error_of;
using testing::item_of;
using testing::part10_of;
using testing::put;
using testing::put_words;
using testing::render;
using testing::SampleImage;
using testing::Samples;
using testing::samples_of;
using testing::SingleInstanceArchive;

TEST_CASE("what has no pixel data, or none that are decoded here, is not_acceptable") {
    CHECK(error_of({.more = [](DcmDataset&) {}}) == ErrorCode::not_acceptable);
    CHECK_FALSE(can_decode(UID_MPEG2MainProfileAtMainLevelTransferSyntax));
    CHECK(can_decode(UID_JPEG2000LosslessOnlyTransferSyntax));
    CHECK(can_decode("1.2.840.10008.1.2.4.201"));
    CHECK_FALSE(can_decode(""));
    CHECK(can_decode(UID_JPEGProcess14SV1TransferSyntax));
    auto part10 = part10_of({.rows = 8, .columns = 8, .bytes = Samples(64, 7)}, EXS_RLELossless);
    // RLE said to be JPEG 2000: 1.2.840.10008.1.2.5 is as long as 1.2.840.10008.1.2.9, which nobody knows.
    auto const at = part10.find("1.2.840.10008.1.2.5");
    REQUIRE(at != std::string::npos);
    part10[at + 18] = '9';
    auto const bytes = render(part10, {});
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code == ErrorCode::not_acceptable);
}

TEST_CASE("a description that cannot be true is not_acceptable, or too_large, and never a crash") {
    Samples const pixels(64, 7);
    auto const broken = [&](std::function<void(DcmDataset&)> more) {
        return error_of({.rows = 8, .columns = 8, .bytes = pixels, .more = std::move(more)});
    };
    using enum ErrorCode;
    CHECK(broken([](DcmDataset& d) { put(d, DCM_Rows, std::uint16_t{9}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_Rows, std::uint16_t{0}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_Columns, std::uint16_t{0}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_SamplesPerPixel, std::uint16_t{3}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_SamplesPerPixel, std::uint16_t{0}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_BitsAllocated, std::uint16_t{12}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_BitsAllocated, std::uint16_t{0}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_BitsAllocated, std::uint16_t{16}); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_PhotometricInterpretation, "CMYK"); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) { put(d, DCM_PhotometricInterpretation, "PALETTE COLOR"); }) == not_acceptable);
    CHECK(broken([](DcmDataset& d) {
              put(d, DCM_Rows, std::uint16_t{65535});
              put(d, DCM_Columns, std::uint16_t{65535});
          }) == too_large);
}

TEST_CASE("a table that does not fit its descriptor is not_acceptable") {
    for (auto const& [descriptor, entries] : {std::pair<std::vector<std::uint16_t>, std::size_t>{{0, 0, 16}, 10},
                                              {{100, 0, 16}, 10},
                                              {{5, 0}, 10},
                                              {{4, 0, 16}, 0}}) {
        SampleImage image{.rows = 1, .columns = 2, .bytes = {0, 1}};
        image.more = [&](DcmDataset& dataset) {
            auto& voi = item_of(dataset, DCM_VOILUTSequence);
            REQUIRE(voi.putAndInsertUint16Array(DcmTag{DCM_LUTDescriptor, EVR_US}, descriptor.data(),
                                                static_cast<unsigned long>(descriptor.size()))
                        .good());
            if (entries > 0) put_words(voi, DCM_LUTData, std::vector<std::uint16_t>(entries, 1));
        };
        CHECK(error_of(image) == ErrorCode::not_acceptable);
    }
}

TEST_CASE("windows and rescales that make no sense are left out") {
    for (char const* width : {"0", "-5", "nonsense", "1e999"}) {
        SampleImage image{.rows = 1, .columns = 2, .bytes = {10, 20}};
        image.more = [&](DcmDataset& dataset) {
            put(dataset, DCM_WindowCenter, "15");
            put(dataset, DCM_WindowWidth, width);
            put(dataset, DCM_RescaleSlope, "0");
            put(dataset, DCM_RescaleIntercept, "7");
        };
        CAPTURE(width);
        CHECK(samples_of(image) == Samples{0, 255});
    }
}

TEST_CASE("every object of the collection that can be decoded is rendered") {
    std::filesystem::path const data{CASSETTE_SOURCE_DIR "/../shared/data/objects"};
    if (!std::filesystem::exists(data)) {
        MESSAGE("../shared/data is absent: no real objects are rendered");
        return;
    }
    // A JPEG stream of zeros, pixel data that end before their first frame does, and a JPEG 2000 stream whose width was
    // overwritten.
    std::set<std::string> const known{"Test_Data_genFile.dcm", "Test_Data_GH1146.dcm",
                                      "test_files_JPEG2000-embedded-sequence-delimiter.dcm"};
    int pictures = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{data}) {
        if (!entry.is_regular_file()) continue;
        auto const stored = SingleInstanceArchive::holding(testing::read_file(entry.path()));
        if (!stored) continue;
        auto const& holder = **stored;
        auto const layout = decode_layout(holder.layout());
        REQUIRE(layout);
        auto const encoding = layout->pixels.encoding;
        auto const blob =
            rendered(holder.archive(), local_operator(), holder.location(), {.viewport = Viewport{64, 64}});
        CAPTURE(entry.path().filename().string());
        bool const decodable = encoding == PixelEncoding::native ||
            (encoding == PixelEncoding::encapsulated && can_decode(holder.location().transfer_syntax.str()));
        if (decodable && !known.contains(entry.path().filename().string())) {
            CHECK_MESSAGE(blob, blob.error().detail);
            ++pictures;
        } else if (!blob) {
            CHECK(blob.error().code == ErrorCode::not_acceptable);
        }
    }
    CHECK(pictures > 300);
}

TEST_CASE("a compressed frame that is damaged anywhere gives a picture or not_acceptable, and never a crash") {
    SampleImage image{.rows = 16, .columns = 16, .samples = 3, .photometric = "RGB"};
    for (unsigned i = 0; i < 768; ++i) image.bytes.push_back(static_cast<std::uint8_t>(i * i / 7));
    for (auto const syntax : {EXS_RLELossless, EXS_JPEGProcess1, EXS_JPEGProcess14SV1, EXS_JPEGLSLossless}) {
        auto const whole = part10_of(image, syntax);
        CAPTURE(DcmXfer{syntax}.getXferName());
        auto const pixels = whole.find(std::string_view{"\xE0\x7F\x10\x00OB", 6});
        REQUIRE(pixels != std::string::npos);
        for (auto at = pixels + 28; at + 8 < whole.size(); at += 3) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
            auto const stored = SingleInstanceArchive::holding(damaged);
            if (!stored) continue;
            auto const& holder = **stored;
            auto const made = rendered(holder.archive(), local_operator(), holder.location(), {});
            if (!made) CHECK(made.error().code == ErrorCode::not_acceptable);
        }
    }
}

}  // namespace cassette
