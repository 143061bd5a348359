#include "dicomweb/rendered_representation.h"

#include "tests/dicomweb/altered_object.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace cassette::dicomweb {

namespace {

std::string const study = "/dicom-web/studies/1.2.3";
std::string const instance = study + "/series/1.2.3.4/instances/1.2.3.4.5";

}  // namespace

TEST_CASE("a grey PNG has 16 bits for those who ask, and there is no JPEG of them") {
    TestService service;
    service.store(part10({}));
    auto const deep = service.get(instance + "/rendered?bitdepth=16");
    REQUIRE(deep.status == 200);
    CHECK(deep.fields.get("Content-Type") == "image/png");
    CHECK(deep.body[24] == 16);
    CHECK(service.get_as(instance + "/frames/1/rendered?bitdepth=16", "image/png").body[24] == 16);
    CHECK(service.get_as(instance + "/rendered?bitdepth=16", "image/jpeg").status == 406);
    CHECK(service.get_as(instance + "/rendered?bitdepth=8", "image/png").body[24] == 8);
    CHECK(service.get(instance + "/rendered?bitdepth=12").status == 400);
}

TEST_CASE("one of the image's own windows is asked for by number or name") {
    TestService service;
    service.store(altered(part10({}), [](DcmDataset& image) {
        put(image, DCM_WindowCenter, "1\\100");
        put(image, DCM_WindowWidth, "2\\400");
        put(image, DCM_WindowCenterWidthExplanation, "NARROW\\WIDE");
    }));
    auto const first = service.get_as(instance + "/rendered", "image/png");
    auto const second = service.get_as(instance + "/rendered?voi=2", "image/png");
    REQUIRE(second.status == 200);
    CHECK(second.body != first.body);
    CHECK(second.fields.get("ETag") != first.fields.get("ETag"));
    CHECK(service.get_as(instance + "/rendered?voi=wide", "image/png").body == second.body);
    CHECK(service.get_as(instance + "/rendered?voi=1", "image/png").body == first.body);
    for (char const* bad : {"?voi=3", "?voi=LUNG", "?voi=", "?voi=1&window=1,2,linear"}) {
        CAPTURE(bad);
        CHECK(service.get(instance + "/rendered" + bad).status == 400);
    }
}

TEST_CASE("a segmentation lies over its source as soon as that is here") {
    TestService service;
    std::string const segmentation = study + "/series/1.2.3.8/instances/1.2.3.8.1";
    service.store(
        altered(part10({.series = "1.2.3.8", .instance = "1.2.3.8.1", .modality = "SEG"}), [](DcmDataset& object) {
            put(object, DCM_SOPClassUID, UID_SegmentationStorage);
            put(object, DCM_SegmentationType, "BINARY");
            auto& groups = item_of(object, DCM_PerFrameFunctionalGroupsSequence);
            auto& derivation = item_of(groups, DCM_DerivationImageSequence);
            auto& reference = item_of(derivation, DCM_SourceImageSequence);
            put(reference, DCM_ReferencedSOPInstanceUID, "1.2.3.4.5");
        }));
    auto const alone = service.get_as(segmentation + "/rendered", "image/png");
    REQUIRE(alone.status == 200);
    service.store(part10({}));
    auto const over = service.get_as(segmentation + "/rendered", "image/png");
    REQUIRE(over.status == 200);
    CHECK(over.body != alone.body);
    CHECK(over.fields.get("ETag") != alone.fields.get("ETag"));
    CHECK(service.get(segmentation + "/thumbnail").status == 200);
    CHECK(service.get(segmentation + "/frames/1/rendered").status == 200);
}

}  // namespace cassette::dicomweb
