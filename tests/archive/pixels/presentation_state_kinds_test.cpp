// Presentation states of colours, of X-ray runs, and with shutters of any shape.

#include "archive/pixels/graphic_layer.h"
#include "archive/pixels/icc_profile.h"
#include "archive/pixels/presentation_state.h"
#include "archive/pixels/scene.h"
#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/sample_state.h"
#include "tests/support/stored_file.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace cassette {

using testing::item_of;
using testing::part10_of;
using testing::put;
using testing::put_palette;
using testing::rendered_with;
using testing::sample_state;
using testing::SampleImage;
using testing::Samples;
using testing::StateAlteration;

namespace {

testing::DecodedPicture shown(SampleImage const& image, StateAlteration const& alter,
                              RenderRequest const& request = {}) {
    auto const bytes = rendered_with(part10_of(image), sample_state(alter), request);
    REQUIRE_MESSAGE(bytes, bytes.error().detail);
    return testing::decode_png(*bytes);
}

std::string adobe_rgb() { return in_colour_space({1, 1, 3, {0, 0, 0}}, ColourProfile::adobe_rgb, {}).profile; }

void put_profile(DcmDataset& state) {
    auto const profile = adobe_rgb();
    auto const* const bytes = reinterpret_cast<Uint8 const*>(profile.data());
    REQUIRE(
        state.putAndInsertUint8Array(DcmTag{DCM_ICCProfile, EVR_OB}, bytes, static_cast<unsigned long>(profile.size()))
            .good());
}

void become(DcmDataset& state, char const* sop_class, std::array<Sint32, 4> const& area) {
    put(state, DCM_SOPClassUID, sop_class);
    testing::put_displayed_area(item_of(state, DCM_DisplayedAreaSelectionSequence), area);
}

// Three frames of two by one pixels of 8 bits.
SampleImage run() { return {.rows = 1, .columns = 2, .frames = 3, .bytes = {10, 20, 60, 20, 110, 70}}; }

// An XA/XRF state without any transformation of grey values but a window that shows -128 to 127.
void make_xa(DcmDataset& state) {
    become(state, UID_XAXRFGrayscaleSoftcopyPresentationStateStorage, {1, 1, 2, 1});
    put(state, DCM_RescaleIntercept, "0");
    auto& voi = item_of(state, DCM_SoftcopyVOILUTSequence);
    put(voi, DCM_WindowCenter, "0");
    put(voi, DCM_WindowWidth, "256");
}

DcmItem& subtraction(DcmDataset& state, char const* operation) {
    put(state, DCM_RecommendedViewingMode, "SUB");
    auto& item = item_of(state, DCM_MaskSubtractionSequence);
    put(item, DCM_MaskOperation, operation);
    return item;
}

}  // namespace

TEST_CASE("a colour state turns the picture and says what its colours are (PS3.3 A.33.2)") {
    SampleImage const image{
        .rows = 1, .columns = 2, .samples = 3, .photometric = "RGB", .bytes = {200, 40, 40, 10, 220, 30}};
    auto const alter = [](DcmDataset& state) {
        become(state, UID_ColorSoftcopyPresentationStateStorage, {1, 1, 2, 1});
        put(state, DCM_ImageHorizontalFlip, "Y");
        put(state, DCM_ImageRotation, std::uint16_t{0});
        put_profile(state);
    };
    CHECK(shown(image, alter).samples == Samples{10, 220, 30, 200, 40, 40});
    // What is red in Adobe RGB is more so in sRGB.
    auto const converted = shown(image, alter, {.profile = ColourProfile::srgb});
    CHECK(converted.samples[3] > 210);
    CHECK(converted.samples[4] <= 42);
    auto const bytes = rendered_with(part10_of(image), sample_state(alter), {.profile = ColourProfile::source});
    REQUIRE(bytes);
    CHECK(bytes->find("iCCP") != std::string::npos);
}

TEST_CASE("a pseudo-colour state gives grey values the colours of its palette (PS3.3 A.33.3)") {
    SampleImage const image{.rows = 1, .columns = 3, .bytes = {0, 128, 255, 0}};
    auto const alter = [](DcmDataset& state) {
        become(state, UID_PseudoColorSoftcopyPresentationStateStorage, {1, 1, 3, 1});
        put(state, DCM_RescaleIntercept, "0");
        REQUIRE(state.findAndDeleteElement(DCM_SoftcopyVOILUTSequence).good());
        put_palette(state);
        put_profile(state);
    };
    CHECK(shown(image, alter).samples == Samples{0, 255, 10, 128, 127, 10, 255, 0, 10});
    auto const converted = shown(image, alter, {.profile = ColourProfile::srgb});
    CHECK(converted.samples != shown(image, alter).samples);
    auto const without_palette =
        rendered_with(part10_of(image), sample_state([](DcmDataset& state) {
                          become(state, UID_PseudoColorSoftcopyPresentationStateStorage, {1, 1, 3, 1});
                      }),
                      {});
    REQUIRE_FALSE(without_palette);
    CHECK(without_palette.error().code == ErrorCode::not_acceptable);
}

TEST_CASE("an XA/XRF state subtracts a mask from a frame (PS3.3 A.33.6, PS3.4 N.2.1.2)") {
    // Unsubtracted, 60 is ((60 + 0.5) / 255 + 0.5) * 255 = 188, 20 is 148.
    CHECK(shown(run(), make_xa, {.frame = 2}).samples == Samples{188, 148});
    auto const averaged = [](DcmDataset& state) {
        make_xa(state);
        auto& item = subtraction(state, "AVG_SUB");
        put(item, DCM_MaskFrameNumbers, std::uint16_t{1});
    };
    // 60 - 10 = 50 and 20 - 20 = 0.
    CHECK(shown(run(), averaged, {.frame = 2}).samples == Samples{178, 128});
    CHECK(shown(run(), averaged, {.frame = 3}).samples == Samples{228, 178});
    auto const differenced = [](DcmDataset& state) {
        make_xa(state);
        (void)subtraction(state, "TID");
    };
    CHECK(shown(run(), differenced, {.frame = 3}).samples == Samples{178, 178});
    // Before the first frame there is no mask.
    CHECK(shown(run(), differenced, {.frame = 1}).samples == Samples{138, 148});
    auto const as_stored = [&](DcmDataset& state) {
        averaged(state);
        put(state, DCM_RecommendedViewingMode, "NAT");
    };
    CHECK(shown(run(), as_stored, {.frame = 2}).samples == Samples{188, 148});
}

TEST_CASE("an XA/XRF state may have a shutter for each frame (PS3.3 C.11.20)") {
    auto const alter = [](DcmDataset& state) {
        make_xa(state);
        put(state, DCM_ShutterPresentationValue, std::uint16_t{0x4000});
        auto& item = item_of(state, DCM_FrameDisplayShutterSequence);
        auto& image = item_of(item, DCM_ReferencedImageSequence);
        put(image, DCM_ReferencedSOPInstanceUID, testing::sample_image_uid);
        put(image, DCM_ReferencedFrameNumber, "2");
        put(item, DCM_ShutterShape, "CIRCULAR");
        put(item, DCM_CenterOfCircularShutter, "1\\1");
        put(item, DCM_RadiusOfCircularShutter, "1");
        auto& other = item_of(state, DCM_FrameDisplayShutterSequence, 1);
        auto& other_image = item_of(other, DCM_ReferencedImageSequence);
        put(other_image, DCM_ReferencedSOPInstanceUID, testing::sample_image_uid);
        put(other_image, DCM_ReferencedFrameNumber, "3");
        put(other, DCM_ShutterShape, "RECTANGULAR");
        put(other, DCM_ShutterLeftVerticalEdge, "1");
        put(other, DCM_ShutterRightVerticalEdge, "3");
        put(other, DCM_ShutterUpperHorizontalEdge, "0");
        put(other, DCM_ShutterLowerHorizontalEdge, "2");
    };
    CHECK(shown(run(), alter, {.frame = 1}).samples == Samples{138, 148});
    CHECK(shown(run(), alter, {.frame = 2}).samples == Samples{188, 148});
    CHECK(shown(run(), alter, {.frame = 3}).samples == Samples{0x40, 198});
}

TEST_CASE("a bitmap shutter hides the pixels under its dots, in thumbnails too (PS3.3 C.7.6.15)") {
    auto const shut = [](DcmDataset& state) {
        put(state, DCM_ShutterShape, "BITMAP");
        put(state, DCM_ShutterOverlayGroup, std::uint16_t{0x6002});
        put(state, DCM_ShutterPresentationValue, std::uint16_t{0x8000});
        std::array<Uint16, 3> const blue{19377, 50449, 4098};
        REQUIRE(state.putAndInsertUint16Array(DCM_ShutterPresentationColorCIELabValue, blue.data(), 3).good());
        put(state, DcmTagKey{0x6002, 0x0010}, std::uint16_t{1});
        put(state, DcmTagKey{0x6002, 0x0011}, std::uint16_t{2});
        std::array<Sint16, 2> const origin{1, 1};
        REQUIRE(state.putAndInsertSint16Array(DcmTag{0x6002, 0x0050, EVR_SS}, origin.data(), 2).good());
        put(state, DcmTagKey{0x6002, 0x0100}, std::uint16_t{1});
        std::array<Uint16, 1> const dots{0b10};
        REQUIRE(state.putAndInsertUint16Array(DcmTag{0x6002, 0x3000, EVR_OW}, dots.data(), 1).good());
    };
    auto const grey = [&](DcmDataset& state) {
        make_xa(state);
        shut(state);
    };
    CHECK(shown(run(), grey).samples == Samples{138, 128});
    CHECK(shown(run(), grey, {.purpose = Purpose::thumbnail}).samples == Samples{138, 128});
    auto const colour = [&](DcmDataset& state) {
        become(state, UID_ColorSoftcopyPresentationStateStorage, {1, 1, 2, 1});
        shut(state);
    };
    SampleImage const rgb{
        .rows = 1, .columns = 2, .samples = 3, .photometric = "RGB", .bytes = {200, 40, 40, 10, 220, 30}};
    auto const picture = shown(rgb, colour);
    CHECK(picture.samples[0] == 200);
    CHECK(picture.samples[3] <= 2);
    CHECK(picture.samples[5] >= 253);
}

TEST_CASE("a state's overlay is shown by the layer that activates it, and only then (PS3.3 C.11.7)") {
    char const* layer = "";
    auto const alter = [&](DcmDataset& state) {
        make_xa(state);
        auto& item = item_of(state, DCM_GraphicLayerSequence);
        put(item, DCM_GraphicLayer, "DOTS");
        put(item, DCM_GraphicLayerOrder, "1");
        put(item, DCM_GraphicLayerRecommendedDisplayGrayscaleValue, std::uint16_t{0x2000});
        put(state, DcmTagKey{0x6000, 0x0010}, std::uint16_t{1});
        put(state, DcmTagKey{0x6000, 0x0011}, std::uint16_t{2});
        put(state, DcmTagKey{0x6000, 0x0100}, std::uint16_t{1});
        put(state, DcmTagKey{0x6000, 0x1001}, layer);
        std::array<Uint16, 1> const dots{0b01};
        REQUIRE(state.putAndInsertUint16Array(DcmTag{0x6000, 0x3000, EVR_OW}, dots.data(), 1).good());
    };
    CHECK(shown(run(), alter).samples == Samples{138, 148});
    layer = "DOTS";
    CHECK(shown(run(), alter).samples == Samples{0x20, 148});
}

TEST_CASE("layers have their order, and on colour pictures their colour (PS3.3 C.10.7)") {
    DcmDataset state;
    auto& upper = item_of(state, DCM_GraphicLayerSequence);
    put(upper, DCM_GraphicLayer, "UPPER");
    put(upper, DCM_GraphicLayerOrder, "2");
    std::array<Uint16, 3> const red{35580, 53665, 50855};
    REQUIRE(upper.putAndInsertUint16Array(DCM_GraphicLayerRecommendedDisplayCIELabValue, red.data(), 3).good());
    auto& lower = item_of(state, DCM_GraphicLayerSequence, 1);
    put(lower, DCM_GraphicLayer, "LOWER");
    put(lower, DCM_GraphicLayerOrder, "1");
    put(lower, DCM_GraphicLayerRecommendedDisplayGrayscaleValue, std::uint16_t{0x8000});
    auto const layers = graphic_layers(state);
    REQUIRE(layers.size() == 2);
    CHECK(layers[0].name == "LOWER");
    Raster const grey{1, 1, 1, {0}};
    Raster const colour{1, 1, 3, {0, 0, 0}};
    CHECK(colour_on(layers[0], colour).green == 128);
    CHECK(colour_on(layers[1], grey).green == 255);
    CHECK(colour_on(layers[1], colour).red >= 253);
    CHECK(colour_on(layers[1], colour).green <= 2);
}

}  // namespace cassette
