#include "archive/pixels/blending.h"

#include "archive/pixels/presentation_state.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/sample_state.h"
#include "tests/support/stored_file.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cassette {

using testing::item_of;
using testing::part10_of;
using testing::put;
using testing::put_palette;
using testing::SampleImage;
using testing::Samples;
using testing::StateAlteration;

namespace {

constexpr char const* underlying_series = "1.2.3.4.3";
constexpr char const* superimposed_series = "1.2.3.4.20";

struct Plane {
    std::string position = "0\\0\\0";
    std::string spacing = "1\\1";
    std::string orientation = "1\\0\\0\\0\\1\\0";
    std::string reference = "1.2.3.9";
};

void put_plane(DcmDataset& dataset, Plane const& plane) {
    put(dataset, DCM_ImagePositionPatient, plane.position.c_str());
    put(dataset, DCM_ImageOrientationPatient, plane.orientation.c_str());
    put(dataset, DCM_PixelSpacing, plane.spacing.c_str());
    put(dataset, DCM_FrameOfReferenceUID, plane.reference.c_str());
}

// One row of 8 bits.
SampleImage underlying(std::vector<std::uint8_t> const& row, std::optional<Plane> const& plane = Plane{}) {
    return {.rows = 1,
            .columns = static_cast<std::uint16_t>(row.size()),
            .bytes = row,
            .more = [plane](DcmDataset& dataset) {
                if (plane) put_plane(dataset, *plane);
            }};
}

SampleImage superimposed(std::vector<std::uint8_t> const& row, std::optional<Plane> const& plane = Plane{},
                         std::string const& instance = "1.2.3.4.21") {
    auto image = underlying(row);
    image.more = [plane, instance](DcmDataset& dataset) {
        put(dataset, DCM_SeriesInstanceUID, superimposed_series);
        put(dataset, DCM_SOPInstanceUID, instance.c_str());
        if (plane) put_plane(dataset, *plane);
    };
    return image;
}

DcmItem& set_of(DcmDataset& state, signed long number, char const* position) {
    auto& set = item_of(state, DCM_BlendingSequence, number);
    put(set, DCM_BlendingPosition, position);
    put(set, DCM_StudyInstanceUID, "1.2.3.4.2");
    return set;
}

void refer(DcmItem& set, char const* series, std::string const& instance, signed long number = 0) {
    auto& referenced = item_of(set, DCM_ReferencedSeriesSequence);
    put(referenced, DCM_SeriesInstanceUID, series);
    auto& image = item_of(referenced, DCM_ReferencedImageSequence, number);
    put(image, DCM_ReferencedSOPClassUID, UID_SecondaryCaptureImageStorage);
    put(image, DCM_ReferencedSOPInstanceUID, instance.c_str());
}

void put_opacity(DcmDataset& state, float opacity) {
    REQUIRE(state.putAndInsertFloat32(DCM_RelativeOpacity, opacity).good());
}

// Shows one image through the other, half and half, and the whole of a row.
std::string blending_state(Sint32 columns, StateAlteration const& alter = {}) {
    return testing::sample_state([&](DcmDataset& state) {
        put(state, DCM_SOPClassUID, UID_BlendingSoftcopyPresentationStateStorage);
        testing::put_displayed_area(item_of(state, DCM_DisplayedAreaSelectionSequence), {1, 1, columns, 1});
        for (auto const& key : {DCM_SoftcopyVOILUTSequence, DCM_ReferencedSeriesSequence, DCM_RescaleSlope,
                                DCM_RescaleIntercept, DCM_RescaleType, DCM_PresentationLUTShape})
            REQUIRE(state.findAndDeleteElement(key).good());
        refer(set_of(state, 0, "UNDERLYING"), underlying_series, testing::sample_image_uid);
        refer(set_of(state, 1, "SUPERIMPOSED"), superimposed_series, "1.2.3.4.21");
        put_opacity(state, 0.5F);
        put_palette(state);
        if (alter) alter(state);
    });
}

struct Stored {
    testing::ArchiveOnDisk holder;

    explicit Stored(std::vector<std::string> const& files) {
        for (auto const& file : files) (void)testing::stored_file(holder.archive(), file);
    }
    InstanceLocation state() { return testing::located(holder.archive(), "1.2.3.4.8", "1.2.3.4.9"); }
    InstanceLocation image() {
        return testing::located(holder.archive(), underlying_series, testing::sample_image_uid);
    }
    std::optional<LocatedFrame> superimposed(std::uint32_t frame = 1) {
        auto found = superimposed_frame(holder.archive(), local_operator(), state(), {image(), frame});
        REQUIRE_MESSAGE(found, found.error().detail);
        return *found;
    }
    Result<testing::DecodedPicture> shown(RenderRequest request = {}) {
        request.type = RenderedType::png;
        request.presentation = state();
        request.superimposed = superimposed(request.frame);
        auto const blob = rendered(holder.archive(), local_operator(), image(), request);
        if (!blob) return fail(blob.error());
        std::string bytes((*blob)->size(), '\0');
        REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
        return testing::decode_png(bytes);
    }
};

Samples shown(SampleImage const& below, SampleImage const& above, StateAlteration const& alter = {}) {
    Stored stored{{part10_of(below), part10_of(above), blending_state(below.columns, alter)}};
    auto const picture = stored.shown();
    REQUIRE_MESSAGE(picture, picture.error().detail);
    return picture->samples;
}

ErrorCode error_of(SampleImage const& below, SampleImage const& above, StateAlteration const& alter = {}) {
    Stored stored{{part10_of(below), part10_of(above), blending_state(below.columns, alter)}};
    auto const picture = stored.shown();
    REQUIRE_FALSE(picture);
    return picture.error().code;
}

}  // namespace

TEST_CASE("colours of the superimposed values are mixed with the underlying grey by Relative Opacity (PS3.4 N.2.4.3)") {
    auto const below = underlying({0, 100, 200});
    auto const above = superimposed({0, 128, 255});
    // 0.5 of 0,255,10 and 128,127,10 and 255,0,10.
    CHECK(shown(below, above) == Samples{0, 128, 5, 114, 114, 55, 228, 100, 105});
    auto const opaque = [](DcmDataset& state) { put_opacity(state, 1); };
    CHECK(shown(below, above, opaque) == Samples{0, 255, 10, 128, 127, 10, 255, 0, 10});
    auto const transparent = [](DcmDataset& state) { put_opacity(state, 0); };
    CHECK(shown(below, above, transparent) == Samples{0, 0, 0, 100, 100, 100, 200, 200, 200});
    auto const quarter = [](DcmDataset& state) { put_opacity(state, 0.25F); };
    CHECK(shown(below, above, quarter) == Samples{0, 64, 3, 107, 107, 78, 214, 150, 153});
}

TEST_CASE("each set has its own Modality and VOI transformation (PS3.3 C.11.14)") {
    auto const alter = [](DcmDataset& state) {
        put_opacity(state, 0.5F);
        // Underlying: 10 is black, 20 white. Superimposed: twice the value, less 100.
        auto& window = item_of(set_of(state, 0, "UNDERLYING"), DCM_SoftcopyVOILUTSequence);
        put(window, DCM_WindowCenter, "15");
        put(window, DCM_WindowWidth, "10");
        put(window, DCM_VOILUTFunction, "LINEAR_EXACT");
        auto& above = set_of(state, 1, "SUPERIMPOSED");
        put(above, DCM_RescaleSlope, "2");
        put(above, DCM_RescaleIntercept, "-100");
        auto& other = item_of(above, DCM_SoftcopyVOILUTSequence);
        put(other, DCM_WindowCenter, "50");
        put(other, DCM_WindowWidth, "100");
        put(other, DCM_VOILUTFunction, "LINEAR_EXACT");
    };
    CHECK(shown(underlying({10, 20}), superimposed({100, 50}), alter) == Samples{128, 0, 5, 128, 255, 133});
}

TEST_CASE("the superimposed image lies where its plane is, the underlying alone elsewhere (PS3.3 C.7.6.2.1.1)") {
    // One pixel twice as large, over the second and third.
    auto const above = superimposed({255}, Plane{"1.5\\0\\0", "2\\2"});
    CHECK(shown(underlying({100, 100, 100, 100}), above) ==
          Samples{100, 100, 100, 178, 50, 55, 178, 50, 55, 100, 100, 100});
    // Between two pixels there is what is between their values.
    auto const wide = superimposed({0, 200}, Plane{"0\\0\\0", "2\\2"});
    auto const opaque = [](DcmDataset& state) { put_opacity(state, 1); };
    CHECK(shown(underlying({0, 0, 0}), wide, opaque) == Samples{0, 255, 10, 100, 155, 10, 200, 55, 10});
}

TEST_CASE("what does not lie in one plane is not blended, and why is said") {
    for (auto const& plane : {Plane{.position = "0\\0\\3"}, Plane{.orientation = "1\\0\\0\\0\\0\\1"},
                              Plane{.reference = "1.2.3.10"}, Plane{.reference = ""}}) {
        CAPTURE(plane.position);
        CAPTURE(plane.orientation);
        CAPTURE(plane.reference);
        CHECK(error_of(underlying({1, 2}), superimposed({1, 2}, plane)) == ErrorCode::not_acceptable);
    }
    CHECK(error_of(underlying({1, 2}), superimposed({1, 2}, std::nullopt)) == ErrorCode::not_acceptable);
    CHECK(error_of(underlying({1, 2}, std::nullopt), superimposed({1}, std::nullopt)) == ErrorCode::not_acceptable);
}

TEST_CASE("without planes images of one size are blended as they are") {
    CHECK(shown(underlying({0, 100, 200}, std::nullopt), superimposed({0, 128, 255}, std::nullopt)) ==
          Samples{0, 128, 5, 114, 114, 55, 228, 100, 105});
}

TEST_CASE("of several superimposed images the nearest within half a slice is shown (PS3.3 C.11.14.1.1)") {
    auto below = underlying({0});
    below.more = [](DcmDataset& dataset) {
        put_plane(dataset, {.position = "0\\0\\4.6"});
        put(dataset, DCM_SliceThickness, "1");
    };
    auto const three = blending_state(1, [](DcmDataset& state) {
        auto& set = set_of(state, 1, "SUPERIMPOSED");
        refer(set, superimposed_series, "1.2.3.4.22", 1);
        refer(set, superimposed_series, "1.2.3.4.23", 2);
    });
    std::vector const files{part10_of(below), part10_of(superimposed({0}, Plane{"0\\0\\0"}, "1.2.3.4.21")),
                            part10_of(superimposed({0}, Plane{"0\\0\\5"}, "1.2.3.4.22")),
                            part10_of(superimposed({0}, Plane{"0\\0\\4.3"}, "1.2.3.4.23")), three};
    Stored stored{files};
    auto const found = stored.superimposed();
    REQUIRE(found);
    CHECK(found->number == 1);
    CHECK(found->location.instance.str() == "1.2.3.4.23");
    Stored fewer{{files[0], files[1], three}};
    CHECK_FALSE(fewer.superimposed());
}

TEST_CASE("frames of two sets without planes go together by their places") {
    SampleImage below{.rows = 1, .columns = 1, .frames = 2, .bytes = {0, 100}};
    auto above = superimposed({0}, std::nullopt);
    above.frames = 2;
    above.bytes = {255, 0};
    Stored stored{{part10_of(below), part10_of(above), blending_state(1)}};
    CHECK(stored.superimposed(2)->number == 2);
    auto const picture = stored.shown({.frame = 2});
    REQUIRE_MESSAGE(picture, picture.error().detail);
    CHECK(picture->samples == Samples{50, 178, 55});
}

TEST_CASE("colours are not blended, nor is anything without an opacity or a palette") {
    SampleImage coloured = superimposed({0, 0, 0});
    coloured.columns = 1;
    coloured.samples = 3;
    coloured.photometric = "RGB";
    CHECK(error_of(underlying({1}), coloured) == ErrorCode::not_acceptable);
    auto const too_opaque = [](DcmDataset& state) { put_opacity(state, 1.5F); };
    CHECK(error_of(underlying({1}), superimposed({1}), too_opaque) == ErrorCode::not_acceptable);
    auto const colourless = [](DcmDataset& state) {
        REQUIRE(state.findAndDeleteElement(DCM_RedPaletteColorLookupTableDescriptor).good());
    };
    CHECK(error_of(underlying({1}), superimposed({1}), colourless) == ErrorCode::not_acceptable);
}

TEST_CASE("the images of a blending state are those of its underlying set") {
    Stored stored{{part10_of(underlying({1})), blending_state(1)}};
    CHECK(is_blending_state(stored.state().sop_class.str()));
    CHECK(is_presentation_state(stored.state().sop_class.str()));
    auto const images = presented_images(stored.holder.archive(), local_operator(), stored.state());
    REQUIRE(images);
    REQUIRE(images->size() == 1);
    CHECK(images->front().instance.str() == testing::sample_image_uid);
}

}  // namespace cassette
