#include "archive/pixels/functional_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

void put_in_group(DcmDataset& dataset, DcmTagKey const& groups, signed long frame, char const* center) {
    DcmItem* item = nullptr;
    DcmItem* voi = nullptr;
    REQUIRE(dataset.findOrCreateSequenceItem(DcmTag{groups}, item, frame).good());
    REQUIRE(item->findOrCreateSequenceItem(DcmTag{DCM_FrameVOILUTSequence}, voi, 0).good());
    REQUIRE(voi->putAndInsertString(DCM_WindowCenter, center).good());
}

std::string center_of(DcmDataset dataset, std::uint32_t frame) {
    lift_functional_groups(dataset, frame);
    OFString text;
    (void)dataset.findAndGetOFString(DCM_WindowCenter, text);
    return text.c_str();
}

}  // namespace

TEST_CASE("a frame's own group comes before the shared one, and that before the top level (PS3.3 C.7.6.16)") {
    DcmDataset dataset;
    CHECK(center_of(dataset, 1).empty());
    REQUIRE(dataset.putAndInsertString(DCM_WindowCenter, "1").good());
    CHECK(center_of(dataset, 1) == "1");
    put_in_group(dataset, DCM_SharedFunctionalGroupsSequence, 0, "2");
    CHECK(center_of(dataset, 1) == "2");
    put_in_group(dataset, DCM_PerFrameFunctionalGroupsSequence, 0, "3");
    put_in_group(dataset, DCM_PerFrameFunctionalGroupsSequence, 1, "4");
    CHECK(center_of(dataset, 1) == "3");
    CHECK(center_of(dataset, 2) == "4");
    // A frame that the groups forget has the shared values.
    CHECK(center_of(dataset, 3) == "2");
    CHECK(center_of(dataset, 4'000'000'000U) == "2");
}

TEST_CASE("groups say where a frame lies, what it shows and what is shut off (PS3.3 C.7.6.16.2)") {
    DcmDataset dataset;
    DcmItem* frame = nullptr;
    REQUIRE(dataset.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 0).good());
    auto const put_at = [&](DcmTagKey const& group, DcmTagKey const& key, char const* value) {
        DcmItem* item = nullptr;
        REQUIRE(frame->findOrCreateSequenceItem(DcmTag{group}, item, 0).good());
        REQUIRE(item->putAndInsertString(key, value).good());
    };
    put_at(DCM_PlanePositionSequence, DCM_ImagePositionPatient, "1\\2\\3");
    put_at(DCM_PlaneOrientationSequence, DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
    put_at(DCM_PixelMeasuresSequence, DCM_PixelSpacing, "0.5\\0.25");
    put_at(DCM_FrameDisplayShutterSequence, DCM_ShutterShape, "CIRCULAR");
    put_at(DCM_FrameVOILUTSequence, DCM_WindowCenterWidthExplanation, "LUNG");
    put_at(DCM_MRImageFrameTypeSequence, DCM_PixelPresentation, "COLOR");
    put_at(DCM_RealWorldValueMappingSequence, DCM_LUTLabel, "T1");
    lift_functional_groups(dataset, 1);
    for (auto const& key : {DCM_ImagePositionPatient, DCM_ImageOrientationPatient, DCM_PixelSpacing, DCM_ShutterShape,
                            DCM_WindowCenterWidthExplanation, DCM_PixelPresentation, DCM_RealWorldValueMappingSequence})
        CHECK(dataset.tagExists(key));
}

}  // namespace cassette
