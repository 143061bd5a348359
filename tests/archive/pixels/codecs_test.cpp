// Codings that DCMTK writes and that nothing here writes: what comes in as one of them is decoded.

#include "archive/pixels/codecs.h"

#include "tests/support/rendered_picture.h"
#include "tests/support/sample_image.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/transcoded.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpeg/djrploss.h>
#include <dcmtk/dcmjpls/djrparam.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace cassette {

using testing::put;
using testing::SampleImage;
using testing::Samples;
using testing::samples_of;

namespace {

SampleImage slope(std::uint16_t bits) {
    SampleImage image{.rows = 24, .columns = 40, .bits_allocated = 16, .bits_stored = bits};
    for (unsigned i = 0; i < 24 * 40; ++i)
        image.words.push_back(static_cast<std::uint16_t>((i % 40 * 50 + i / 40 * 30 + i * i % 7) % (1U << bits)));
    return image;
}

std::string coded(SampleImage const& image, E_TransferSyntax syntax, DcmRepresentationParameter const& parameter) {
    REQUIRE(can_encode("1.2.840.10008.1.2.4.70"));  // registers
    auto const dataset = testing::dataset_of(image);
    REQUIRE(dataset->chooseRepresentation(syntax, &parameter).good());
    DcmFileFormat file{dataset.get()};
    testing::TemporaryDirectory const folder;
    auto const path = folder / "image.dcm";
    REQUIRE(file.saveFile(path.c_str(), syntax, EET_ExplicitLength).good());
    return testing::read_file(path);
}

// The greatest difference of a cell from what it was.
int difference(std::string const& part10, SampleImage const& image) {
    auto const cells = testing::decoded_cells(part10);
    REQUIRE_MESSAGE(cells, cells.error().detail);
    REQUIRE(cells->size() >= image.words.size() * 2);
    int greatest = 0;
    for (std::size_t i = 0; i < image.words.size(); ++i) {
        std::uint16_t cell = 0;
        std::memcpy(&cell, cells->data() + i * 2, sizeof cell);
        greatest = std::max(greatest, std::abs(int{cell} - int{image.words[i]}));
    }
    return greatest;
}

}  // namespace

TEST_CASE("JPEG Lossless is decoded with every predictor (PS3.5 8.2.1, process 14)") {
    for (int predictor = 1; predictor <= 7; ++predictor)
        for (std::uint16_t const bits : {std::uint16_t{12}, std::uint16_t{16}}) {
            CAPTURE(predictor);
            CAPTURE(bits);
            CHECK(difference(coded(slope(bits), EXS_JPEGProcess14, DJ_RPLossless{predictor}), slope(bits)) == 0);
        }
}

TEST_CASE("JPEG Extended is decoded with 12 bits (PS3.5 8.2.1, process 4)") {
    auto const image = slope(12);
    CHECK(difference(coded(image, EXS_JPEGProcess2_4, DJ_RPLossy{100}), image) <= 20);
}

TEST_CASE("JPEG Baseline in grey and in colour has the cells that DCMTK's decoder finds (PS3.5 8.2.1)") {
    for (std::uint16_t const samples : {std::uint16_t{1}, std::uint16_t{3}}) {
        CAPTURE(samples);
        SampleImage image{.rows = 45, .columns = 70, .samples = samples};
        image.photometric = samples == 1 ? "MONOCHROME2" : "RGB";
        for (unsigned i = 0; i < 45U * 70U * samples; ++i)
            image.bytes.push_back(static_cast<std::uint8_t>(i * i % 251 + i % 5));
        auto const part10 = testing::part10_of(image, EXS_JPEGProcess1);
        auto const ours = testing::decoded_cells(part10);
        REQUIRE(ours);
        testing::TemporaryDirectory const folder;
        auto const path = folder / "image.dcm";
        testing::write_file(path, part10);
        DcmFileFormat file;
        REQUIRE(file.loadFile(path.c_str()).good());
        REQUIRE(file.getDataset()->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).good());
        Uint16 const* cells = nullptr;
        unsigned long count = 0;
        REQUIRE(file.getDataset()->findAndGetUint16Array(DCM_PixelData, cells, &count).good());
        REQUIRE(count * 2 >= image.bytes.size());
        CHECK(std::memcmp(cells, ours->data(), image.bytes.size()) == 0);
    }
}

TEST_CASE("JPEG-LS is decoded near to what it was, as near as it says (PS3.5 8.2.3)") {
    auto const image = slope(12);
    for (unsigned short const near : {static_cast<unsigned short>(1), static_cast<unsigned short>(3)}) {
        DJLSRepresentationParameter const parameter{near, OFFalse};
        auto const greatest = difference(coded(image, EXS_JPEGLSLossy, parameter), image);
        CHECK(greatest > 0);
        CHECK(greatest <= near);
    }
}

TEST_CASE("native integers of 32 bits, signed or not, are shown by their window (PS3.5 8.1.1)") {
    for (std::uint16_t const representation : {std::uint16_t{0}, std::uint16_t{1}}) {
        SampleImage image{
            .rows = 1, .columns = 3, .bits_allocated = 32, .bits_stored = 32, .pixel_representation = representation};
        double const first = representation == 1 ? -100'000 : 3'000'000'000.0;
        for (double const value : {first, first + 50'000, first + 100'000}) {
            auto const cell = static_cast<std::uint32_t>(static_cast<std::int64_t>(value));
            image.words.push_back(static_cast<std::uint16_t>(cell & 0xFFFFU));
            image.words.push_back(static_cast<std::uint16_t>(cell >> 16));
        }
        CHECK(samples_of(image) == Samples{0, 128, 255});
        image.more = [&](DcmDataset& dataset) {
            put(dataset, DCM_WindowCenter, std::to_string(static_cast<std::int64_t>(first + 50'000)).c_str());
            put(dataset, DCM_WindowWidth, "200000");
        };
        auto const samples = samples_of(image);
        REQUIRE(samples.size() == 3);
        CHECK(std::abs(samples[0] - 64) <= 1);
        CHECK(std::abs(samples[1] - 128) <= 1);
        CHECK(std::abs(samples[2] - 191) <= 1);
    }
}

TEST_CASE("double floating point pixels are shown from least to greatest (PS3.3 C.7.6.25)") {
    SampleImage image{.rows = 1, .columns = 4, .bits_allocated = 64, .bits_stored = 64};
    image.more = [](DcmDataset& dataset) {
        std::vector<Float64> const values{1e-9, 2e-9, 3e-9, -7};
        REQUIRE(dataset.putAndInsertFloat64Array(DcmTag{DCM_DoubleFloatPixelData, EVR_OD}, values.data(), 4).good());
        REQUIRE(dataset.putAndInsertFloat64(DCM_DoubleFloatPixelPaddingValue, -7).good());
    };
    CHECK(samples_of(image) == Samples{0, 128, 255, 0});
}

}  // namespace cassette
