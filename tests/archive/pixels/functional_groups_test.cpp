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

}  // namespace cassette
