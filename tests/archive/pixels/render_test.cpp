#include "archive/pixels/render.h"

#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/softcopy.h"
#include "storage/folder_rendition_cache.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcvrobow.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>

namespace cassette {

using testing::decode_jpeg;
using testing::error_of;
using testing::item_of;
using testing::part10_of;
using testing::png_of;
using testing::put;
using testing::put_words;
using testing::render;
using testing::SampleImage;
using testing::Samples;
using testing::samples_of;
using testing::SingleInstanceArchive;

namespace {

// Five values of 16 bits and a window: 1024 wide around 40, as CT has it.
SampleImage ct() {
    return {.rows = 1,
            .columns = 5,
            .bits_allocated = 16,
            .bits_stored = 12,
            .words = {0, 512, 1064, 1576, 4095},
            .more = [](DcmDataset& dataset) {
                put(dataset, DCM_RescaleIntercept, "-1024");
                put(dataset, DCM_RescaleSlope, "1");
                put(dataset, DCM_WindowCenter, "40\\300");
                put(dataset, DCM_WindowWidth, "1025\\1500");
            }};
}

}  // namespace

TEST_CASE("rescale, then the first window (PS3.3 C.11.1.1.2, C.11.2.1.2.1)") {
    // -1024 and -512 lie below 40 - 0.5 - 512; 40 is (0.5/1024 + 0.5) of 255; 552 is 1.0005; 3071 is above.
    CHECK(samples_of(ct()) == Samples{0, 0, 128, 255, 255});
}

TEST_CASE("a window in the request replaces the object's") {
    // Width 2049 around 0: -512 is (-511.5 / 2048 + 0.5) * 255 = 63.8; 40 is (40.5 / 2048 + 0.5) * 255 = 132.5; 552 is 196.3.
    CHECK(samples_of(ct(), {.window = Window{0, 2049}}) == Samples{0, 64, 133, 196, 255});
}

TEST_CASE("MONOCHROME1 is inverted (PS3.3 C.7.6.3.1.2)") {
    auto image = ct();
    image.photometric = "MONOCHROME1";
    CHECK(samples_of(image) == Samples{255, 255, 127, 0, 0});
}

TEST_CASE("without a window all values are shown, from black to white") {
    SampleImage const image{
        .rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 16, .words = {1000, 1100, 1200}};
    CHECK(samples_of(image) == Samples{0, 128, 255});
}

TEST_CASE("padding does not count among the values, and is black (PS3.3 C.7.5.1.1.2)") {
    SampleImage image{.rows = 1,
                      .columns = 4,
                      .bits_allocated = 16,
                      .bits_stored = 16,
                      .pixel_representation = 1,
                      .words = {static_cast<std::uint16_t>(-2000), 0, 100, 200}};
    image.more = [](DcmDataset& dataset) {
        REQUIRE(dataset.putAndInsertSint16(DcmTag{DCM_PixelPaddingValue, EVR_SS}, -2000).good());
    };
    CHECK(samples_of(image) == Samples{0, 0, 128, 255});
}

TEST_CASE("signed values of fewer bits than their cell are sign extended (PS3.5 8.1.1)") {
    // 12 bits: 0x800 is -2048, 0x7FF is 2047; the upper four bits are not part of the value.
    SampleImage const image{.rows = 1,
                            .columns = 4,
                            .bits_allocated = 16,
                            .bits_stored = 12,
                            .pixel_representation = 1,
                            .words = {0x0800, 0xF000, 0x0000, 0x07FF}};
    CHECK(samples_of(image) == Samples{0, 128, 128, 255});
}

TEST_CASE("a small rescale slope keeps its steps") {
    SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 16, .words = {0, 500, 1000}};
    image.more = [](DcmDataset& dataset) {
        put(dataset, DCM_RescaleIntercept, "0");
        put(dataset, DCM_RescaleSlope, "0.00001");
    };
    CHECK(samples_of(image) == Samples{0, 128, 255});
}

TEST_CASE("VOI LUT functions (PS3.3 C.11.2.1.3)") {
    SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 8, .bits_stored = 8, .bytes = {50, 100, 150, 0}};
    char const* function = "LINEAR_EXACT";
    image.more = [&](DcmDataset& dataset) {
        put(dataset, DCM_WindowCenter, "100");
        put(dataset, DCM_WindowWidth, "200");
        put(dataset, DCM_VOILUTFunction, function);
    };
    // (50 - 100) / 200 + 0.5 = 0.25
    CHECK(samples_of(image) == Samples{64, 128, 191});
    function = "SIGMOID";
    // 1 / (1 + exp(1)) = 0.269, 0.5, 0.731
    CHECK(samples_of(image) == Samples{69, 128, 186});
}

TEST_CASE("a Modality LUT comes first, a VOI LUT before a window (PS3.4 N.2.1)") {
    SampleImage image{.rows = 1, .columns = 4, .bits_allocated = 8, .bits_stored = 8, .bytes = {9, 10, 11, 12}};
    bool with_voi = false;
    image.more = [&](DcmDataset& dataset) {
        auto& modality = item_of(dataset, DCM_ModalityLUTSequence);
        put_words(modality, DCM_LUTDescriptor, {3, 10, 16});
        put_words(modality, DCM_LUTData, {100, 200, 300, 0});
        put(dataset, DCM_WindowCenter, "200");
        put(dataset, DCM_WindowWidth, "201");
        if (!with_voi) return;
        auto& voi = item_of(dataset, DCM_VOILUTSequence);
        put_words(voi, DCM_LUTDescriptor, {4, 99, 8});
        put_words(voi, DCM_LUTData, {255, 51, 102, 153});
    };
    // 9 maps to the first entry: 100 is (100 - 199.5) / 200 + 0.5 = 0.0025, 200 is 0.5025, 300 is 1.0025.
    CHECK(samples_of(image) == Samples{1, 1, 128, 255});
    with_voi = true;
    // 100 is entry 1; 200 and 300 lie beyond the last.
    CHECK(samples_of(image) == Samples{51, 51, 153, 153});
}

TEST_CASE("a table longer than a header takes is read back from the blob") {
    for (auto const syntax : {EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit}) {
        SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 16, .words = {0, 1, 65535}};
        image.more = [&](DcmDataset& dataset) {
            auto& voi = item_of(dataset, DCM_VOILUTSequence);
            put_words(voi, DCM_LUTDescriptor, {0, 0, 16});
            std::vector<std::uint16_t> table(65536, 0x8080);
            table[0] = 0xFFFF;
            table[1] = 0x3333;
            put_words(voi, DCM_LUTData, table);
        };
        CAPTURE(DcmXfer{syntax}.getXferName());
        CHECK(png_of(part10_of(image, syntax)).samples == Samples{255, 51, 128});
    }
}

TEST_CASE("palette colour, 16 and 8 bits an entry (PS3.3 C.7.6.3.1.5)") {
    std::uint16_t bits = 16;
    SampleImage image{.rows = 1,
                      .columns = 3,
                      .bits_allocated = 8,
                      .bits_stored = 8,
                      .photometric = "PALETTE COLOR",
                      .bytes = {0, 1, 2, 0}};
    image.more = [&](DcmDataset& dataset) {
        auto const factor = static_cast<std::uint16_t>(bits == 16 ? 257 : 1);
        auto const channel = [&](DcmTagKey const& descriptor, DcmTagKey const& data,
                                 std::vector<std::uint16_t> entries) {
            for (auto& entry : entries) entry = static_cast<std::uint16_t>(entry * factor);
            put_words(dataset, descriptor, {4, 0, bits});
            put_words(dataset, data, entries);
        };
        channel(DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData, {255, 0, 10, 0});
        channel(DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData, {0, 255, 20, 0});
        channel(DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData, {0, 0, 30, 0});
    };
    CHECK(samples_of(image) == Samples{255, 0, 0, 0, 255, 0, 10, 20, 30});
    bits = 8;
    CHECK(samples_of(image) == Samples{255, 0, 0, 0, 255, 0, 10, 20, 30});
}

TEST_CASE("RGB by pixel and by plane (PS3.3 C.7.6.3.1.3)") {
    SampleImage image{.rows = 1, .columns = 2, .samples = 3, .photometric = "RGB", .bytes = {1, 2, 3, 4, 5, 6}};
    CHECK(samples_of(image) == Samples{1, 2, 3, 4, 5, 6});
    image.planar_configuration = 1;
    image.bytes = {1, 4, 2, 5, 3, 6};
    CHECK(samples_of(image) == Samples{1, 2, 3, 4, 5, 6});
}

TEST_CASE("YBR_FULL and YBR_FULL_422 become RGB (PS3.3 C.7.6.3.1.2)") {
    // Pure red is Y 76.245, CB 84.97, CR 255.5; grey has CB and CR 128.
    SampleImage image{
        .rows = 1, .columns = 2, .samples = 3, .photometric = "YBR_FULL", .bytes = {76, 85, 255, 100, 128, 128}};
    CHECK(samples_of(image) == Samples{254, 0, 0, 100, 100, 100});
    image.photometric = "YBR_FULL_422";
    image.bytes = {100, 76, 85, 255};  // two pixels share CB and CR
    CHECK(samples_of(image) == Samples{255, 24, 24, 254, 0, 0});
}

TEST_CASE("one bit a pixel, in frames that do not lie on bytes (PS3.5 8.1.1)") {
    // Two frames of 3 x 3, from the least significant bit on: 101010101, then 111000111.
    SampleImage const image{
        .rows = 3, .columns = 3, .bits_allocated = 1, .bits_stored = 1, .frames = 2, .bytes = {0x55, 0x8F, 0x03, 0x00}};
    CHECK(samples_of(image) == Samples{255, 0, 255, 0, 255, 0, 255, 0, 255});
    CHECK(samples_of(image, {.frame = 2}) == Samples{255, 255, 255, 0, 0, 0, 255, 255, 255});
}

TEST_CASE("each frame is rendered from its own bytes; beyond the last is not_found") {
    SampleImage const image{.rows = 1, .columns = 2, .frames = 3, .bytes = {0, 50, 100, 0, 0, 0}};
    CHECK(samples_of(image, {.frame = 1}) == Samples{0, 255});
    CHECK(samples_of(image, {.frame = 2}) == Samples{255, 0});
    CHECK(error_of(image, {.frame = 4}) == ErrorCode::not_found);
    CHECK(error_of(image, {.frame = 0}) == ErrorCode::not_found);
}

TEST_CASE("functional groups say it for all frames, or for one (PS3.3 C.7.6.16)") {
    SampleImage image{.rows = 1, .columns = 2, .frames = 2, .bytes = {0, 100, 0, 100}};
    image.more = [](DcmDataset& dataset) {
        auto& shared = item_of(dataset, DCM_SharedFunctionalGroupsSequence);
        auto& transformation = item_of(shared, DCM_PixelValueTransformationSequence);
        put(transformation, DCM_RescaleIntercept, "-100");
        put(transformation, DCM_RescaleSlope, "2");
        for (signed long frame = 0; frame < 2; ++frame) {
            auto& group = item_of(dataset, DCM_PerFrameFunctionalGroupsSequence, frame);
            auto& voi = item_of(group, DCM_FrameVOILUTSequence);
            put(voi, DCM_WindowCenter, frame == 0 ? "0.5" : "100.5");
            put(voi, DCM_WindowWidth, "201");
        }
    };
    // Values -100 and 100: in the first frame 0 and 1 of the window, in the second 0 (below) and 0.5.
    CHECK(samples_of(image, {.frame = 1}) == Samples{0, 255});
    CHECK(samples_of(image, {.frame = 2}) == Samples{0, 128});
}

TEST_CASE("every lossless transfer syntax gives the same picture") {
    SampleImage grey{.rows = 8, .columns = 8, .bits_allocated = 16, .bits_stored = 12};
    SampleImage colour{.rows = 8, .columns = 8, .samples = 3, .photometric = "RGB"};
    SampleImage odd{.rows = 3, .columns = 3, .frames = 3};
    for (std::uint16_t i = 0; i < 64; ++i) grey.words.push_back(static_cast<std::uint16_t>(i * i));
    for (unsigned i = 0; i < 192; ++i) colour.bytes.push_back(static_cast<std::uint8_t>(i * 37));
    for (unsigned i = 0; i < 28; ++i) odd.bytes.push_back(static_cast<std::uint8_t>(i * i));
    for (auto const syntax : {EXS_LittleEndianImplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit,
                              EXS_RLELossless, EXS_JPEGProcess14SV1, EXS_JPEGLSLossless}) {
        CAPTURE(DcmXfer{syntax}.getXferName());
        CHECK(png_of(part10_of(grey, syntax)).samples == samples_of(grey));
        CHECK(png_of(part10_of(colour, syntax)).samples == samples_of(colour));
        for (std::uint32_t frame = 1; frame <= 3; ++frame)
            CHECK(png_of(part10_of(odd, syntax), {.frame = frame}).samples == samples_of(odd, {.frame = frame}));
    }
}

TEST_CASE("JPEG baseline in colour is close to what it was") {
    SampleImage image{.rows = 16, .columns = 16, .samples = 3, .photometric = "RGB"};
    for (unsigned i = 0; i < 256; ++i)
        for (unsigned const value : {200U, i / 2, 100U}) image.bytes.push_back(static_cast<std::uint8_t>(value));
    auto const picture = png_of(part10_of(image, EXS_JPEGProcess1));
    REQUIRE(picture.samples.size() == image.bytes.size());
    for (std::size_t i = 0; i < picture.samples.size(); ++i) CHECK(std::abs(picture.samples[i] - image.bytes[i]) <= 12);
}

TEST_CASE("the JPEG of a picture is close to its PNG") {
    SampleImage image{.rows = 32, .columns = 32};
    for (unsigned i = 0; i < 1024; ++i) image.bytes.push_back(static_cast<std::uint8_t>(i / 4));
    auto const bytes = render(part10_of(image), {.type = RenderedType::jpeg, .quality = 100});
    REQUIRE(bytes);
    auto const picture = decode_jpeg(*bytes);
    auto const exact = samples_of(image);
    CHECK(picture.width == 32);
    CHECK(picture.channels == 1);
    REQUIRE(picture.samples.size() == exact.size());
    for (std::size_t i = 0; i < exact.size(); ++i) CHECK(std::abs(picture.samples[i] - exact[i]) <= 3);
}

TEST_CASE("a viewport is filled as far as the proportions allow, those of pixels included (PS3.18 8.3.5.1.3)") {
    SampleImage image{.rows = 40, .columns = 80};
    for (unsigned i = 0; i < 3200; ++i) image.bytes.push_back(static_cast<std::uint8_t>(i % 2 * 255));
    auto const part10 = part10_of(image);
    auto const reduced = png_of(part10, {.viewport = Viewport{20, 20}});
    CHECK(reduced.width == 20);
    CHECK(reduced.height == 10);
    // Every second pixel is white: the mean is the middle.
    for (auto const sample : reduced.samples) CHECK(std::abs(sample - 128) <= 1);
    auto const enlarged = png_of(part10, {.viewport = Viewport{200, 90}});
    CHECK(enlarged.width == 180);
    CHECK(enlarged.height == 90);
    image.more = [](DcmDataset& dataset) { put(dataset, DCM_PixelSpacing, "2\\1"); };
    auto const square = png_of(part10_of(image), {.viewport = Viewport{20, 30}});
    CHECK(square.width == 20);
    CHECK(square.height == 20);
    // Half as high as wide (PS3.3 C.7.6.3.1.7); spacing in millimetres would say more.
    image.more = [](DcmDataset& dataset) { put(dataset, DCM_PixelAspectRatio, "1\\2"); };
    CHECK(png_of(part10_of(image), {.viewport = Viewport{20, 30}}).height == 5);
}

TEST_CASE("a rendition is cached under everything that changes it") {
    testing::TemporaryDirectory const folder;
    auto const stored = SingleInstanceArchive::holding(part10_of(ct()));
    REQUIRE(stored);
    auto const cache = open_folder_rendition_cache(folder.path());
    REQUIRE(cache);
    auto const& inner = (*stored)->archive();
    Archive const archive{inner.blobs, inner.index, **cache, inner.settings};
    std::uint64_t bytes = 0;
    for (auto const& request :
         {RenderRequest{}, RenderRequest{.type = RenderedType::png}, RenderRequest{.quality = 50},
          RenderRequest{.viewport = Viewport{2, 2}}, RenderRequest{.viewport = Viewport{2, 3}},
          RenderRequest{.window = Window{1, 2}}, RenderRequest{.window = Window{1, 2.0000000000000004}}}) {
        auto const made = rendered(archive, local_operator(), (*stored)->location(), request);
        REQUIRE(made);
        CHECK((*cache)->bytes() == bytes + (*made)->size());
        bytes = (*cache)->bytes();
        CHECK(rendered(archive, local_operator(), (*stored)->location(), request));
        CHECK((*cache)->bytes() == bytes);
    }
}

TEST_CASE("a window whose VR the sender did not know is a window (PS3.5 6.2.2)") {
    auto image = ct();
    auto const with_unknown_vr = [](DcmDataset& dataset, DcmTagKey const& key, std::string_view text) {
        auto element = std::make_unique<DcmOtherByteOtherWord>(DcmTag{key, EVR_UN});
        auto const* const bytes = reinterpret_cast<Uint8 const*>(text.data());
        REQUIRE(element->putUint8Array(bytes, static_cast<unsigned long>(text.size())).good());
        REQUIRE(dataset.insert(element.get()).good());
        (void)element.release();  // the data set owns it now
    };
    image.more = [&](DcmDataset& dataset) {
        with_unknown_vr(dataset, DCM_RescaleIntercept, "-1024 ");
        with_unknown_vr(dataset, DCM_WindowCenter, "40\\30 ");
        with_unknown_vr(dataset, DCM_WindowWidth, " 1025 ");
    };
    CHECK(samples_of(image) == Samples{0, 0, 128, 255, 255});
}

TEST_CASE("grey can be had with 16 bits, which keep what 8 do not; colours and JPEG have 8") {
    // A window of 1024 values: 40 is (0.5/1024 + 0.5) of 65535, and one value is 64 steps.
    auto image = ct();
    image.words = {1064, 1065, 0, 4095, 1000};
    auto const bytes = render(part10_of(image), {.type = RenderedType::png, .depth = SampleDepth::sixteen});
    REQUIRE(bytes);
    CHECK(testing::deep_samples(*bytes) == std::vector<std::uint16_t>{32799, 32863, 0, 65535, 28704});
    auto const half = render(part10_of(image),
                             {.type = RenderedType::png,
                              .viewport = Viewport{10, 10},
                              .depth = SampleDepth::sixteen,
                              .region = SourceRegion{0, 0, -2, 1}});
    REQUIRE(half);
    CHECK(testing::deep_samples(*half).size() == 50);
    CHECK(render(part10_of(image), {.depth = SampleDepth::sixteen})->starts_with("\xFF\xD8"));
    SampleImage const colour{.rows = 1, .columns = 1, .samples = 3, .photometric = "RGB", .bytes = {1, 2, 3, 0}};
    CHECK(samples_of(colour, {.depth = SampleDepth::sixteen}) == Samples{1, 2, 3});
}

TEST_CASE("values that mean nothing in the world do not make the window (PS3.3 C.7.6.16.2.11)") {
    SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 16, .words = {1000, 1100, 60000}};
    image.more = [](DcmDataset& dataset) {
        auto& shared = item_of(dataset, DCM_SharedFunctionalGroupsSequence);
        auto& mapping = item_of(shared, DCM_RealWorldValueMappingSequence);
        put(mapping, DCM_RealWorldValueFirstValueMapped, std::uint16_t{0});
        put(mapping, DCM_RealWorldValueLastValueMapped, std::uint16_t{1200});
    };
    CHECK(samples_of(image) == Samples{0, 128, 255});
}

TEST_CASE("floating point pixels are shown by their window, or from least to greatest (PS3.3 C.7.6.24)") {
    bool with_window = true;
    SampleImage image{.rows = 1, .columns = 4, .bits_allocated = 32, .bits_stored = 32};
    image.more = [&](DcmDataset& dataset) {
        std::vector<Float32> const values{0.25F, 0.5F, 0.75F, -1.0F};
        REQUIRE(dataset.putAndInsertFloat32Array(DcmTag{DCM_FloatPixelData, EVR_OF}, values.data(), 4).good());
        REQUIRE(dataset.putAndInsertFloat32(DCM_FloatPixelPaddingValue, -1.0F).good());
        if (!with_window) return;
        put(dataset, DCM_WindowCenter, "0.5");
        put(dataset, DCM_WindowWidth, "1");
    };
    CHECK(samples_of(image) == Samples{64, 128, 191, 0});
    with_window = false;
    CHECK(samples_of(image) == Samples{0, 128, 255, 0});
}

}  // namespace cassette
