#include "archive/pixels/functional_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <array>

namespace cassette {

namespace {

struct Lifted {
    DcmTagKey group;
    DcmTagKey attribute;
};

// PS3.3 C.7.6.16.2.9, C.7.6.16.2.10 and C.7.6.16.2.1.
std::array<Lifted, 7> const& lifted_attributes() {
    static std::array<Lifted, 7> const attributes{{
        {DCM_PixelValueTransformationSequence, DCM_RescaleIntercept},
        {DCM_PixelValueTransformationSequence, DCM_RescaleSlope},
        {DCM_FrameVOILUTSequence, DCM_WindowCenter},
        {DCM_FrameVOILUTSequence, DCM_WindowWidth},
        {DCM_FrameVOILUTSequence, DCM_VOILUTFunction},
        {DCM_FrameVOILUTSequence, DCM_VOILUTSequence},
        {DCM_PixelMeasuresSequence, DCM_PixelSpacing},
    }};
    return attributes;
}

void lift_from(DcmDataset& dataset, DcmTagKey const& groups, signed long item_number) {
    DcmItem* item = nullptr;
    if (dataset.findAndGetSequenceItem(groups, item, item_number).bad() || item == nullptr) return;
    for (auto const& lifted : lifted_attributes()) {
        DcmItem* group = nullptr;
        if (item->findAndGetSequenceItem(lifted.group, group, 0).bad() || group == nullptr) continue;
        if (group->tagExists(lifted.attribute))
            (void)group->findAndInsertCopyOfElement(lifted.attribute, &dataset, OFTrue);
    }
}

}  // namespace

void lift_functional_groups(DcmDataset& dataset, std::uint32_t frame) {
    lift_from(dataset, DCM_SharedFunctionalGroupsSequence, 0);
    lift_from(dataset, DCM_PerFrameFunctionalGroupsSequence, static_cast<signed long>(frame) - 1);
}

}  // namespace cassette
