#include "archive/pixels/voi_selection.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

using testing::item_of;
using testing::put;
using testing::put_words;
using testing::SampleImage;
using testing::Samples;
using testing::samples_of;

namespace {

// Two VOI LUTs of 8 bits that give 51 and 102 for everything, and two windows.
SampleImage with_views() {
    return {.rows = 1, .columns = 2, .bytes = {50, 150}, .more = [](DcmDataset& dataset) {
                for (std::uint16_t i = 0; i < 2; ++i) {
                    auto& lut = item_of(dataset, DCM_VOILUTSequence, i);
                    auto const value = static_cast<std::uint16_t>(51 * (i + 1));
                    put_words(lut, DCM_LUTDescriptor, {2, 0, 8});
                    put_words(lut, DCM_LUTData, {value, value});
                    put(lut, DCM_LUTExplanation, i == 0 ? "NORMAL" : "HARDER");
                }
                put(dataset, DCM_WindowCenter, "100.5\\50.5");
                put(dataset, DCM_WindowWidth, "201\\101");
                put(dataset, DCM_WindowCenterWidthExplanation, "WIDE\\Bone window");
            }};
}

}  // namespace

TEST_CASE("a view is chosen by its number, VOI LUTs before windows, or by its explanation (PS3.3 C.11.2)") {
    CHECK(samples_of(with_views()) == Samples{51, 51});
    struct Case {
        char const* wanted;
        Samples samples;
    };
    // 50 and 150 of the window from 0 to 200, and of that from 0 to 100.
    for (auto const& [wanted, samples] :
         {Case{"1", {51, 51}}, Case{"2", {102, 102}}, Case{"3", {64, 191}}, Case{"4", {128, 255}},
          Case{"HARDER", {102, 102}}, Case{"wide", {64, 191}}, Case{" bone WINDOW ", {128, 255}}}) {
        CAPTURE(wanted);
        CHECK(samples_of(with_views(), {.voi = wanted}) == samples);
    }
}

TEST_CASE("a view that there is not is a bad request") {
    for (char const* wanted : {"0", "5", "99999999999999999999", "LUNG", "-1"}) {
        CAPTURE(wanted);
        CHECK(testing::error_of(with_views(), {.voi = wanted}) == ErrorCode::malformed);
    }
    SampleImage const plain{.rows = 1, .columns = 2, .bytes = {0, 9}};
    CHECK(testing::error_of(plain, {.voi = "1"}) == ErrorCode::malformed);
}

TEST_CASE("the views of a frame are those of its functional groups (PS3.3 C.7.6.16.2.10)") {
    SampleImage image{.rows = 1, .columns = 2, .frames = 2, .bytes = {50, 150, 50, 150}};
    image.more = [](DcmDataset& dataset) {
        for (signed long frame = 0; frame < 2; ++frame) {
            auto& groups = item_of(dataset, DCM_PerFrameFunctionalGroupsSequence, frame);
            auto& voi = item_of(groups, DCM_FrameVOILUTSequence);
            put(voi, DCM_WindowCenter, frame == 0 ? "100.5\\50.5" : "100.5\\150.5");
            put(voi, DCM_WindowWidth, "201\\101");
            put(voi, DCM_WindowCenterWidthExplanation, "WIDE\\NARROW");
        }
    };
    CHECK(samples_of(image, {.frame = 1, .voi = "narrow"}) == Samples{128, 255});
    CHECK(samples_of(image, {.frame = 2, .voi = "narrow"}) == Samples{0, 128});
    CHECK(samples_of(image, {.frame = 2, .voi = "1"}) == Samples{64, 191});
}

}  // namespace cassette
