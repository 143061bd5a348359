#include "archive/pixels/functional_groups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <array>

namespace cassette {

namespace {

struct Lifted {
    DcmTagKey group;
    DcmTagKey attribute;
};

// PS3.3 C.7.6.16.2: each group that says how a frame is shown or where it lies.
std::array<Lifted, 25> const& lifted_attributes() {
    static std::array<Lifted, 25> const attributes{{
        {DCM_PixelValueTransformationSequence, DCM_RescaleIntercept},
        {DCM_PixelValueTransformationSequence, DCM_RescaleSlope},
        {DCM_FrameVOILUTSequence, DCM_WindowCenter},
        {DCM_FrameVOILUTSequence, DCM_WindowWidth},
        {DCM_FrameVOILUTSequence, DCM_WindowCenterWidthExplanation},
        {DCM_FrameVOILUTSequence, DCM_VOILUTFunction},
        {DCM_FrameVOILUTSequence, DCM_VOILUTSequence},
        {DCM_PixelMeasuresSequence, DCM_PixelSpacing},
        {DCM_PixelMeasuresSequence, DCM_SliceThickness},
        {DCM_PlanePositionSequence, DCM_ImagePositionPatient},
        {DCM_PlaneOrientationSequence, DCM_ImageOrientationPatient},
        {DCM_StoredValueColorRangeSequence, DCM_MinimumStoredValueMapped},
        {DCM_StoredValueColorRangeSequence, DCM_MaximumStoredValueMapped},
        {DCM_SegmentIdentificationSequence, DCM_ReferencedSegmentNumber},
        {DCM_MRImageFrameTypeSequence, DCM_PixelPresentation},
        {DCM_CTImageFrameTypeSequence, DCM_PixelPresentation},
        {DCM_ParametricMapFrameTypeSequence, DCM_PixelPresentation},
        {DCM_FrameDisplayShutterSequence, DCM_ShutterShape},
        {DCM_FrameDisplayShutterSequence, DCM_ShutterLeftVerticalEdge},
        {DCM_FrameDisplayShutterSequence, DCM_ShutterRightVerticalEdge},
        {DCM_FrameDisplayShutterSequence, DCM_ShutterUpperHorizontalEdge},
        {DCM_FrameDisplayShutterSequence, DCM_ShutterLowerHorizontalEdge},
        {DCM_FrameDisplayShutterSequence, DCM_CenterOfCircularShutter},
        {DCM_FrameDisplayShutterSequence, DCM_RadiusOfCircularShutter},
        {DCM_FrameDisplayShutterSequence, DCM_VerticesOfThePolygonalShutter},
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
    // PS3.3 C.7.6.16.2.11: this one is the same sequence in an image without groups.
    if (item->tagExists(DCM_RealWorldValueMappingSequence))
        (void)item->findAndInsertCopyOfElement(DCM_RealWorldValueMappingSequence, &dataset, OFTrue);
}

}  // namespace

void lift_functional_groups(DcmDataset& dataset, std::uint32_t frame) {
    lift_from(dataset, DCM_SharedFunctionalGroupsSequence, 0);
    lift_from(dataset, DCM_PerFrameFunctionalGroupsSequence, static_cast<signed long>(frame) - 1);
}

}  // namespace cassette
