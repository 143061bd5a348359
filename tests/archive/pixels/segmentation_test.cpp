#include "archive/pixels/segmentation.h"

#include "archive/pixels/scene.h"
#include "archive/pixels/source_frame.h"
#include "archive/retrieve/referenced_instance.h"
#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/stored_file.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace cassette {

using testing::item_of;
using testing::part10_of;
using testing::put;
using testing::SampleImage;
using testing::Samples;

namespace {

constexpr std::array<Uint16, 3> red{35580, 53665, 50855};
constexpr std::array<Uint16, 3> green{57552, 12520, 53707};

// Two by two pixels of 8 bits, shown as they are.
SampleImage source() {
    return {.rows = 2, .columns = 2, .bytes = {0, 100, 200, 255}, .more = [](DcmDataset& dataset) {
                put(dataset, DCM_SOPInstanceUID, "1.2.3.4.5");
                put(dataset, DCM_SeriesInstanceUID, "1.2.3.4.6");
            }};
}

void add_segment(DcmDataset& dataset, std::uint16_t number, std::array<Uint16, 3> const& colour) {
    auto& segment = item_of(dataset, DCM_SegmentSequence, number - 1);
    put(segment, DCM_SegmentNumber, number);
    REQUIRE(segment.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, colour.data(), 3).good());
}

void add_frame(DcmDataset& dataset, signed long frame, std::uint16_t segment) {
    auto& groups = item_of(dataset, DCM_PerFrameFunctionalGroupsSequence, frame);
    put(item_of(groups, DCM_SegmentIdentificationSequence), DCM_ReferencedSegmentNumber, segment);
    auto& reference = item_of(item_of(groups, DCM_DerivationImageSequence), DCM_SourceImageSequence);
    put(reference, DCM_ReferencedSOPInstanceUID, "1.2.3.4.5");
}

// Two frames, of segments 1 and 2, on the same image. `bytes` are of bits_allocated.
SampleImage segmentation(char const* type, std::uint16_t bits, std::vector<std::uint8_t> bytes) {
    return {.rows = 2,
            .columns = 2,
            .bits_allocated = bits,
            .bits_stored = bits,
            .frames = 2,
            .bytes = std::move(bytes),
            .more = [type](DcmDataset& dataset) {
                put(dataset, DCM_SOPClassUID, UID_SegmentationStorage);
                put(dataset, DCM_SegmentationType, type);
                add_segment(dataset, 1, red);
                add_segment(dataset, 2, green);
                add_frame(dataset, 0, 1);
                add_frame(dataset, 1, 2);
            }};
}

// Segment 1 is the first pixel, segment 2 the first two.
SampleImage binary() { return segmentation("BINARY", 1, {0b0011'0001, 0}); }

InstanceLocation located(Archive const& archive, char const* series, char const* instance) {
    auto const found = locate_instance(
        archive, local_operator(),
        {*StudyInstanceUID::parse("1.2.3.4.2"), *SeriesInstanceUID::parse(series), *SOPInstanceUID::parse(instance)});
    REQUIRE(found);
    return *found;
}

testing::DecodedPicture decoded(Archive const& archive, InstanceLocation const& location, RenderRequest request) {
    request.type = RenderedType::png;
    auto const blob = rendered(archive, local_operator(), location, request);
    REQUIRE_MESSAGE(blob, blob.error().detail);
    std::string bytes((*blob)->size(), '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    return testing::decode_png(bytes);
}

// Over the source when it is stored, too.
testing::DecodedPicture shown(SampleImage const& segments, SampleImage const& below, RenderRequest request = {}) {
    testing::ArchiveOnDisk holder;
    (void)testing::stored_file(holder.archive(), part10_of(below));
    (void)testing::stored_file(holder.archive(), part10_of(segments));
    auto const location = located(holder.archive(), "1.2.3.4.3", "1.2.3.4.1");
    auto underlying = underlying_frame(holder.archive(), local_operator(), {location, request.frame});
    REQUIRE(underlying);
    request.underlying = *std::move(underlying);
    return decoded(holder.archive(), location, std::move(request));
}

// Whether it has colours that the other picture has not.
bool is_coloured(testing::DecodedPicture const& picture, testing::DecodedPicture const& plain) {
    for (std::size_t i = 0; i < picture.samples.size(); ++i)
        if (std::abs(picture.samples[i] - plain.samples[plain.channels == 3 ? i : i / 3]) > 8) return true;
    return false;
}

bool is_near(Samples const& samples, Samples const& expected) {
    if (samples.size() != expected.size()) return false;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (std::abs(samples[i] - expected[i]) > 2) return false;
    return true;
}

}  // namespace

TEST_CASE("without its source a segmentation is its segments, in their colours on black (PS3.3 C.8.20.2)") {
    CHECK(is_near(testing::samples_of(binary()), {255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    CHECK(is_near(testing::samples_of(binary(), {.frame = 2}), {0, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0}));
}

TEST_CASE("segments are mixed into the image they were made of (PS3.3 C.7.6.16.2.6)") {
    auto const first = shown(binary(), source());
    CHECK(is_near(first.samples, {128, 0, 0, 100, 100, 100, 200, 200, 200, 255, 255, 255}));
    auto const second = shown(binary(), source(), {.frame = 2});
    CHECK(is_near(second.samples, {0, 128, 0, 50, 178, 50, 200, 200, 200, 255, 255, 255}));
    // A thumbnail has all that lies there.
    auto const all = shown(binary(), source(), {.purpose = Purpose::thumbnail});
    CHECK(is_near(all.samples, {64, 128, 0, 50, 178, 50, 200, 200, 200, 255, 255, 255}));
    // A window is the image's.
    auto const windowed = shown(binary(), source(), {.window = Window{100, 1}});
    CHECK(is_near(windowed.samples, {128, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255}));
}

TEST_CASE("fractions take so much of the colour (PS3.3 C.8.20.2.3)") {
    auto image = segmentation("FRACTIONAL", 8, {100, 50, 0, 0, 0, 0, 0, 0});
    auto const more = image.more;
    image.more = [&](DcmDataset& dataset) {
        more(dataset);
        put(dataset, DCM_MaximumFractionalValue, std::uint16_t{100});
    };
    CHECK(is_near(testing::samples_of(image), {255, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0}));
    CHECK(is_near(shown(image, source()).samples, {128, 0, 0, 139, 75, 75, 200, 200, 200, 255, 255, 255}));
}

TEST_CASE("values of a label map are segments; background is 0, or what is padding") {
    auto image = segmentation("LABELMAP", 8, {0, 1, 2, 5, 0, 0, 0, 0});
    auto const more = image.more;
    image.more = [&](DcmDataset& dataset) {
        more(dataset);
        put(dataset, DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.7");
        put(dataset, DCM_PixelPaddingValue, std::uint16_t{5});
    };
    CHECK(is_near(testing::samples_of(image), {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 0}));
}

TEST_CASE("a label map may have a palette") {
    SampleImage image{
        .rows = 1, .columns = 3, .photometric = "PALETTE COLOR", .bytes = {0, 1, 2, 0}, .more = [](DcmDataset& data) {
            put(data, DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.7");
            put(data, DCM_SegmentationType, "LABELMAP");
            std::array const descriptors{DCM_RedPaletteColorLookupTableDescriptor,
                                         DCM_GreenPaletteColorLookupTableDescriptor,
                                         DCM_BluePaletteColorLookupTableDescriptor};
            std::array const tables{DCM_RedPaletteColorLookupTableData, DCM_GreenPaletteColorLookupTableData,
                                    DCM_BluePaletteColorLookupTableData};
            for (std::size_t i = 0; i < 3; ++i) {
                testing::put_words(data, descriptors[i], {4, 0, 16});
                testing::put_words(data, tables[i], {0x9999, static_cast<std::uint16_t>(i * 0x4040), 0xFFFF, 0});
            }
        }};
    CHECK(testing::samples_of(image) == Samples{0, 0, 0, 0, 64, 128, 255, 255, 255});
}

TEST_CASE("segments lie where their plane is, and not at all over a tilted one (PS3.3 C.7.6.2.1.1)") {
    auto const placed = [](SampleImage image, char const* position, char const* orientation) {
        auto const more = image.more;
        image.more = [=](DcmDataset& dataset) {
            if (more) more(dataset);
            put(dataset, DCM_ImagePositionPatient, position);
            put(dataset, DCM_ImageOrientationPatient, orientation);
            put(dataset, DCM_PixelSpacing, "1\\1");
        };
        return image;
    };
    constexpr char const* axial = "1\\0\\0\\0\\1\\0";
    // The segmentation begins one millimetre to the right, and down.
    auto const moved = shown(placed(binary(), "1\\1\\0", axial), placed(source(), "0\\0\\0", axial));
    CHECK(is_near(moved.samples, {0, 0, 0, 100, 100, 100, 200, 200, 200, 255, 128, 128}));
    auto const tilted = shown(placed(binary(), "0\\0\\0", "1\\0\\0\\0\\0\\-1"), placed(source(), "0\\0\\0", axial));
    CHECK(is_near(tilted.samples, {255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    // Of another size, and without planes: nobody knows where.
    SampleImage wide{.rows = 1, .columns = 4, .bytes = {1, 2, 3, 4}, .more = source().more};
    CHECK(shown(binary(), wide).width == 2);
}

TEST_CASE("segments without a colour have one that differs from their neighbours'") {
    auto image = segmentation("LABELMAP", 8, {1, 2, 3, 4, 0, 0, 0, 0});
    auto const more = image.more;
    image.more = [&](DcmDataset& dataset) {
        more(dataset);
        put(dataset, DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.7");
        REQUIRE(dataset.findAndDeleteElement(DCM_SegmentSequence).good());
    };
    auto const samples = testing::samples_of(image);
    for (std::size_t one = 0; one < 4; ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            int difference = 0;
            for (std::size_t i = 0; i < 3; ++i) difference += std::abs(samples[one * 3 + i] - samples[other * 3 + i]);
            CHECK(difference > 60);
        }
    }
}

TEST_CASE("the sources of a frame are named by its groups, by those of all, or by being the only one") {
    DcmDataset dataset;
    CHECK(source_frames(dataset, 1).empty());
    auto& series = item_of(dataset, DCM_ReferencedSeriesSequence);
    put(item_of(series, DCM_ReferencedInstanceSequence), DCM_ReferencedSOPInstanceUID, "1.2.1");
    REQUIRE(source_frames(dataset, 3).size() == 1);
    CHECK(source_frames(dataset, 3).front().number == 3);
    put(item_of(series, DCM_ReferencedInstanceSequence, 1), DCM_ReferencedSOPInstanceUID, "1.2.2");
    CHECK(source_frames(dataset, 3).empty());
    add_frame(dataset, 0, 1);
    add_frame(dataset, 1, 1);
    auto& groups = item_of(dataset, DCM_PerFrameFunctionalGroupsSequence, 1);
    auto& reference = item_of(item_of(groups, DCM_DerivationImageSequence), DCM_SourceImageSequence);
    put(reference, DCM_ReferencedFrameNumber, "7");
    CHECK(source_frames(dataset, 1).front().number == 1);
    CHECK(source_frames(dataset, 2).front().number == 7);
    CHECK(frames_beside(dataset, 1, 2) == std::vector<std::uint32_t>{1});
    put(reference, DCM_ReferencedFrameNumber, "1");
    CHECK(frames_beside(dataset, 2, 2) == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("real segmentations are in colour over their real sources") {
    auto const folder = std::filesystem::path{CASSETTE_SOURCE_DIR} / "../shared/data/objects";
    if (!std::filesystem::is_directory(folder)) {
        MESSAGE("SKIPPED: ../shared/data is not there");
        return;
    }
    struct Pair {
        char const* segmentation;
        char const* source;
    };
    for (auto const& [segmentation, source] : {
             Pair{"ImagingDataCommons-highdicom/test_files_seg_image_ct_binary_single_frame.dcm",
                  "ImagingDataCommons-highdicom/test_files_ct_image.dcm"},
             Pair{"ImagingDataCommons-highdicom/test_files_seg_image_ct_true_fractional.dcm",
                  "pydicom-pydicom/CT2_17136"},
             Pair{"ImagingDataCommons-highdicom/test_files_seg_image_cr_binary.dcm", "pydicom-pydicom/CR1_6154"},
             Pair{"ImagingDataCommons-highdicom/test_files_seg_image_sm_control_labelmap_palette_color.dcm",
                  "ImagingDataCommons-highdicom/test_files_sm_image.dcm"},
             Pair{"QIICR-dcmqi/seg_label.seg", "QIICR-dcmqi/image_IMG0002.dcm_"},
         }) {
        CAPTURE(std::string{segmentation});
        testing::ArchiveOnDisk holder;
        auto& archive = holder.archive();
        (void)testing::stored_file(archive, testing::read_file(folder / source));
        auto const stored = testing::stored_file(archive, testing::read_file(folder / segmentation));
        auto const location = locate_referenced(archive, local_operator(), stored.instance);
        REQUIRE(location);
        bool any_colour = false;
        for (std::uint32_t frame = 1; frame <= std::min(location->frames, 20U) && !any_colour; ++frame) {
            auto const below = underlying_frame(archive, local_operator(), {*location, frame});
            REQUIRE(below);
            if (!*below) continue;
            auto const picture = decoded(archive, *location, {.frame = frame, .underlying = *below});
            auto const plain = decoded(archive, (*below)->location, {.frame = (*below)->number});
            CHECK(picture.width == plain.width);
            CHECK(picture.height == plain.height);
            CHECK(picture.channels == 3);
            any_colour = is_coloured(picture, plain);
        }
        CHECK(any_colour);
    }
}

TEST_CASE("pixels that are no segmentation's are refused") {
    DcmDataset none;
    Frame frame;
    frame.description.rows = 1;
    frame.description.columns = 4;
    CHECK(segmented_frame(frame, none).error().code == ErrorCode::not_acceptable);
    frame.bytes = "abcd";
    CHECK(segmented_frame(frame, none));
    frame.description.rows = frame.description.columns = 10'000;
    frame.bytes.resize(100'000'000);
    CHECK(segmented_frame(frame, none).error().code == ErrorCode::too_large);
    frame.description.samples = 3;
    CHECK(segmented_frame(frame, none).error().code == ErrorCode::not_acceptable);
}

}  // namespace cassette
