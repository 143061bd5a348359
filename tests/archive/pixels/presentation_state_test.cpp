#include "archive/pixels/presentation_state.h"

#include "archive/pixels/graphic_objects.h"
#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/command.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/sample_state.h"
#include "tests/support/stored_file.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace cassette {

using testing::item_of;
using testing::part10_of;
using testing::put;
using testing::put_words;
using testing::rendered_with;
using testing::sample_image_uid;
using testing::sample_state;
using testing::SampleImage;
using testing::Samples;
using testing::StateAlteration;

namespace {

// 64 columns of 48 rows of 12 bits, a ramp to the right and down.
SampleImage ramp() {
    SampleImage image{.rows = 48, .columns = 64, .bits_allocated = 16, .bits_stored = 12};
    for (unsigned y = 0; y < 48; ++y)
        for (unsigned x = 0; x < 64; ++x) image.words.push_back(static_cast<std::uint16_t>(x * 40 + y * 30));
    image.more = [](DcmDataset& dataset) {
        put(dataset, DCM_RescaleSlope, "1");
        put(dataset, DCM_RescaleIntercept, "-1000");
        put(dataset, DCM_WindowCenter, "0");
        put(dataset, DCM_WindowWidth, "100");
        put(dataset, DCM_PatientName, "Test");
    };
    return image;
}

testing::DecodedPicture shown(StateAlteration const& alter, RenderRequest const& request = {}) {
    auto const bytes = rendered_with(part10_of(ramp()), sample_state(alter), request);
    REQUIRE_MESSAGE(bytes, bytes.error().detail);
    return testing::decode_png(*bytes);
}

std::uint8_t at(testing::DecodedPicture const& picture, std::uint32_t x, std::uint32_t y) {
    return picture.samples[(std::size_t{y} * picture.width + x) * picture.channels];
}

// "P5 width height 255 <samples>".
testing::DecodedPicture read_pgm(std::string const& bytes) {
    testing::DecodedPicture picture;
    picture.channels = 1;
    std::array<std::uint32_t*, 2> const sizes{&picture.width, &picture.height};
    std::size_t at = 2;
    for (auto* const size : sizes) {
        while (at < bytes.size() && (bytes[at] < '0' || bytes[at] > '9'))
            at = bytes[at] == '#' ? bytes.find('\n', at) : at + 1;
        auto const read = std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), *size);
        at = static_cast<std::size_t>(read.ptr - bytes.data());
    }
    picture.samples.assign(bytes.end() - static_cast<std::ptrdiff_t>(std::size_t{picture.width} * picture.height),
                           bytes.end());
    return picture;
}

}  // namespace

TEST_CASE("a state's transformations take the place of the image's (PS3.4 N.2.1)") {
    auto const picture = shown({});
    // Stored 0 is -1000: ((-1000 - 599.5) / 2499 + 0.5) * 255 < 0. Stored 40 * 50 is 1000: 0.6603.
    CHECK(at(picture, 0, 0) == 0);
    CHECK(at(picture, 50, 0) == 168);
    auto const inverse = shown([](DcmDataset& state) { put(state, DCM_PresentationLUTShape, "INVERSE"); });
    CHECK(at(inverse, 50, 0) == 87);
    auto const identity = shown([](DcmDataset& state) {
        REQUIRE(state.findAndDeleteElement(DCM_SoftcopyVOILUTSequence).good());
        REQUIRE(state.findAndDeleteElement(DCM_RescaleSlope).good());
        REQUIRE(state.findAndDeleteElement(DCM_RescaleIntercept).good());
    });
    // 2000 of 4095.
    CHECK(at(identity, 50, 0) == 125);
}

TEST_CASE("a VOI LUT item holds for the images that it names (PS3.3 C.11.8)") {
    auto const picture = shown([](DcmDataset& state) {
        auto& voi = item_of(state, DCM_SoftcopyVOILUTSequence);
        put(item_of(voi, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, "9.9");
        auto& other = item_of(state, DCM_SoftcopyVOILUTSequence, 1);
        put(item_of(other, DCM_ReferencedImageSequence), DCM_ReferencedSOPInstanceUID, sample_image_uid);
        put(other, DCM_WindowCenter, "1000");
        put(other, DCM_WindowWidth, "1");
    });
    CHECK(at(picture, 49, 0) == 0);
    CHECK(at(picture, 51, 0) == 255);
}

TEST_CASE("a Presentation LUT maps what the window gives (PS3.3 C.11.4)") {
    auto const picture = shown([](DcmDataset& state) {
        REQUIRE(state.findAndDeleteElement(DCM_PresentationLUTShape).good());
        auto& table = item_of(state, DCM_PresentationLUTSequence);
        put_words(table, DCM_LUTDescriptor, {4, 0, 16});
        put_words(table, DCM_LUTData, {0, 0x4000, 0x8000, 0xFFFF});
    });
    CHECK(at(picture, 0, 0) == 0);
    // 0.66 of the three steps is the third entry.
    CHECK(at(picture, 50, 0) == 128);
}

TEST_CASE("pictures are cut to the displayed area, then turned and flipped (PS3.3 C.10.4, C.10.6)") {
    auto const picture = shown([](DcmDataset& state) {
        testing::put_displayed_area(item_of(state, DCM_DisplayedAreaSelectionSequence), {11, 46, 40, 5});
        put(state, DCM_ImageRotation, std::uint16_t{90});
        put(state, DCM_ImageHorizontalFlip, "N");
    });
    CHECK(picture.width == 42);
    CHECK(picture.height == 30);
    auto const plain = shown({});
    // Turned by 90 degrees, the bottom left pixel is at the top left.
    CHECK(at(picture, 0, 0) == at(plain, 10, 45));
    CHECK(at(picture, 41, 29) == at(plain, 39, 4));
}

TEST_CASE("shutters of the three shapes hide what is outside (PS3.3 C.7.6.11)") {
    auto const with = [](char const* shape, StateAlteration const& more) {
        return shown([=](DcmDataset& state) {
            put(state, DCM_ShutterShape, shape);
            put(state, DCM_ShutterPresentationValue, std::uint16_t{0x8000});
            more(state);
        });
    };
    auto const rectangle = with("RECTANGULAR", [](DcmDataset& state) {
        put(state, DCM_ShutterLeftVerticalEdge, "10");
        put(state, DCM_ShutterRightVerticalEdge, "60");
        put(state, DCM_ShutterUpperHorizontalEdge, "5");
        put(state, DCM_ShutterLowerHorizontalEdge, "40");
    });
    CHECK(at(rectangle, 9, 20) == 128);
    CHECK(at(rectangle, 50, 1) == 128);
    CHECK(at(rectangle, 50, 20) > 200);
    auto const circle = with("CIRCULAR", [](DcmDataset& state) {
        put(state, DCM_CenterOfCircularShutter, "24\\32");
        put(state, DCM_RadiusOfCircularShutter, "10");
    });
    CHECK(at(circle, 31, 10) == 128);
    CHECK(at(circle, 31, 23) != 128);
    auto const polygon = with(
        "POLYGONAL", [](DcmDataset& state) { put(state, DCM_VerticesOfThePolygonalShutter, "1\\1\\1\\64\\48\\64"); });
    CHECK(at(polygon, 3, 40) == 128);
    CHECK(at(polygon, 60, 10) != 128);
}

TEST_CASE("graphics are drawn where the frame's points are, text where it may be seen (PS3.3 C.10.5)") {
    auto const draw = [](DcmDataset& state) {
        put(state, DCM_ImageRotation, std::uint16_t{180});
        auto& layer = item_of(state, DCM_GraphicLayerSequence);
        put(layer, DCM_GraphicLayer, "ONE");
        put(layer, DCM_GraphicLayerOrder, "1");
        auto& annotation = item_of(state, DCM_GraphicAnnotationSequence);
        put(annotation, DCM_GraphicLayer, "ONE");
        auto& line = item_of(annotation, DCM_GraphicObjectSequence);
        put(line, DCM_GraphicAnnotationUnits, "PIXEL");
        put(line, DCM_GraphicType, "POLYLINE");
        std::array<Float32, 4> const points{2, 3.5, 20, 3.5};
        REQUIRE(line.putAndInsertFloat32Array(DcmTag{DCM_GraphicData, EVR_FL}, points.data(), 4).good());
        auto& text = item_of(annotation, DCM_TextObjectSequence);
        put(text, DCM_BoundingBoxAnnotationUnits, "DISPLAY");
        std::array<Float32, 2> const corner{0.1F, 0.5F};
        std::array<Float32, 2> const other{0.9F, 0.9F};
        REQUIRE(
            text.putAndInsertFloat32Array(DcmTag{DCM_BoundingBoxTopLeftHandCorner, EVR_FL}, corner.data(), 2).good());
        REQUIRE(text.putAndInsertFloat32Array(DcmTag{DCM_BoundingBoxBottomRightHandCorner, EVR_FL}, other.data(), 2)
                    .good());
        put(text, DCM_UnformattedTextValue, "HERE");
    };
    auto const plain = shown([](DcmDataset& state) { put(state, DCM_ImageRotation, std::uint16_t{180}); });
    auto const drawn = shown(draw);
    // Row 3 from the top is row 44 after half a turn.
    CHECK(at(drawn, 50, 44) == 255);
    CHECK(at(drawn, 50, 40) == at(plain, 50, 40));
    auto const changed = [&](testing::DecodedPicture const& picture) {
        std::size_t count = 0;
        for (std::uint32_t y = 24; y < 40; ++y)
            for (std::uint32_t x = 6; x < 58; ++x) count += at(picture, x, y) != at(plain, x, y) ? 1U : 0U;
        return count;
    };
    CHECK(changed(drawn) > 40);
    auto const thumbnail = shown(draw, {.purpose = Purpose::thumbnail});
    CHECK(changed(thumbnail) == 0);
}

TEST_CASE("a state is only for what it refers to") {
    auto const state = sample_state([](DcmDataset& dataset) {
        auto& image = item_of(item_of(dataset, DCM_ReferencedSeriesSequence), DCM_ReferencedImageSequence);
        put(image, DCM_ReferencedFrameNumber, "2\\3");
    });
    auto const failed = rendered_with(part10_of(ramp()), state, {});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::not_acceptable);
    testing::ArchiveOnDisk holder;
    (void)testing::stored_file(holder.archive(), state);
    auto const images = presented_images(holder.archive(), local_operator(),
                                         testing::located(holder.archive(), "1.2.3.4.8", "1.2.3.4.9"));
    REQUIRE(images);
    REQUIRE(images->size() == 1);
    CHECK(images->front().instance.str() == sample_image_uid);
    CHECK(images->front().frames == std::vector<std::uint32_t>{2, 3});
}

TEST_CASE("a displayed area beyond all memory is refused") {
    auto const state = sample_state([](DcmDataset& dataset) {
        testing::put_displayed_area(item_of(dataset, DCM_DisplayedAreaSelectionSequence),
                                    {-2000000000, 1, 2000000000, 2000000000});
    });
    auto const failed = rendered_with(part10_of(ramp()), state, {});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::too_large);
}

TEST_CASE("states look as DCMTK's dcmp2pgm shows them, within one grey level (PS3.4 N.2)") {
    struct Case {
        char const* name;
        StateAlteration alter;
    };
    auto const nothing = [](DcmDataset&) {};
    std::vector<Case> const cases{
        {"window", nothing},
        {"inverse", [](DcmDataset& state) { put(state, DCM_PresentationLUTShape, "INVERSE"); }},
        {"turned",
         [](DcmDataset& state) {
             put(state, DCM_ImageRotation, std::uint16_t{90});
             put(state, DCM_ImageHorizontalFlip, "N");
         }},
        {"flipped",
         [](DcmDataset& state) {
             put(state, DCM_ImageRotation, std::uint16_t{270});
             put(state, DCM_ImageHorizontalFlip, "Y");
         }},
        {"VOI LUT",
         [](DcmDataset& state) {
             put(state, DCM_RescaleIntercept, "0");
             auto& voi = item_of(state, DCM_SoftcopyVOILUTSequence);
             REQUIRE(voi.findAndDeleteElement(DCM_WindowCenter).good());
             REQUIRE(voi.findAndDeleteElement(DCM_WindowWidth).good());
             auto& table = item_of(voi, DCM_VOILUTSequence);
             std::vector<std::uint16_t> entries;
             for (unsigned i = 0; i < 4096; ++i) entries.push_back(static_cast<std::uint16_t>(i * i / 4096));
             put_words(table, DCM_LUTDescriptor, {4096, 0, 12});
             put_words(table, DCM_LUTData, entries);
         }},
    };
    testing::TemporaryDirectory const folder;
    auto const image = part10_of(ramp());
    testing::write_file(folder / "image.dcm", image);
    for (auto const& [name, alter] : cases) {
        CAPTURE(name);
        auto const state = sample_state(alter);
        testing::write_file(folder / "state.dcm", state);
        auto const run =
            testing::run_command({"dcmp2pgm", "-p", folder / "state.dcm", folder / "image.dcm", folder / "out.pgm"});
        if (run.exit_code == 127) {
            MESSAGE("SKIPPED: there is no dcmp2pgm");
            return;
        }
        REQUIRE_MESSAGE(run.exit_code == 0, run.all());
        auto const reference = read_pgm(testing::read_file(folder / "out.pgm"));
        auto const bytes = rendered_with(image, state, {});
        REQUIRE(bytes);
        auto const picture = testing::decode_png(*bytes);
        REQUIRE(picture.width == reference.width);
        REQUIRE(picture.height == reference.height);
        double difference = 0;
        for (std::size_t i = 0; i < picture.samples.size(); ++i)
            difference += std::abs(picture.samples[i] - reference.samples[i]);
        CHECK(difference / static_cast<double>(picture.samples.size()) < 1);
    }
}

}  // namespace cassette
