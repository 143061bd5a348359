#include "archive/pixels/shutter.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

namespace cassette {

using testing::put;

namespace {

using Samples = std::vector<std::uint8_t>;

Raster nine() { return {3, 3, 1, Samples(9, 200)}; }

}  // namespace

TEST_CASE("the edges of a rectangular shutter belong to it (PS3.3 C.7.6.11)") {
    DcmDataset attributes;
    put(attributes, DCM_ShutterShape, "RECTANGULAR");
    put(attributes, DCM_ShutterLeftVerticalEdge, "1");
    put(attributes, DCM_ShutterRightVerticalEdge, "3");
    put(attributes, DCM_ShutterUpperHorizontalEdge, "0");
    put(attributes, DCM_ShutterLowerHorizontalEdge, "3");
    auto raster = nine();
    close_shutter(attributes, raster);
    CHECK(raster.samples == Samples{0, 200, 0, 0, 200, 0, 0, 0, 0});
}

TEST_CASE("shutters that make no sense hide nothing") {
    DcmDataset attributes;
    put(attributes, DCM_ShutterShape, "RECTANGULAR\\CIRCULAR\\POLYGONAL");
    put(attributes, DCM_ShutterLeftVerticalEdge, "3");
    put(attributes, DCM_ShutterRightVerticalEdge, "1");
    put(attributes, DCM_RadiusOfCircularShutter, "-5");
    put(attributes, DCM_VerticesOfThePolygonalShutter, "1\\1");
    auto raster = nine();
    close_shutter(attributes, raster);
    CHECK(raster.samples == nine().samples);
}

TEST_CASE("two shapes hide what is outside either") {
    DcmDataset attributes;
    put(attributes, DCM_ShutterShape, "CIRCULAR\\RECTANGULAR");
    put(attributes, DCM_CenterOfCircularShutter, "2\\2");
    put(attributes, DCM_RadiusOfCircularShutter, "1");
    put(attributes, DCM_ShutterLeftVerticalEdge, "0");
    put(attributes, DCM_ShutterRightVerticalEdge, "3");
    put(attributes, DCM_ShutterUpperHorizontalEdge, "0");
    put(attributes, DCM_ShutterLowerHorizontalEdge, "4");
    put(attributes, DCM_ShutterPresentationValue, std::uint16_t{0xFFFF});
    auto raster = nine();
    close_shutter(attributes, raster);
    CHECK(raster.samples == Samples{255, 200, 255, 200, 200, 255, 255, 200, 255});
}

}  // namespace cassette
