#include "dicomweb/store_response.h"

#include "dicomweb/dicom_xml.h"
#include "schema/failure_reason.h"
#include "tests/dicomweb/golden.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

StoredInstance stored(std::string const& study, std::string const& instance, std::vector<StoreWarning> warnings = {}) {
    return {*StudyInstanceUID::parse(study),
            *SeriesInstanceUID::parse("1.2.3"),
            *SOPInstanceUID::parse(instance),
            *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.2"),
            Digest{{}},
            Committed::added,
            std::move(warnings)};
}

constexpr char const* ct_image_storage = "1.2.840.10008.5.1.4.1.1.2";

}  // namespace

TEST_CASE("a store response tells of stored, warned, failed and unidentified instances (PS3.18 I.2)") {
    StoreReport report{"http://node:8104/dicom-web"};
    report.stored(stored("1.2", "1.2.3.1"));
    report.stored(stored("1.2", "1.2.3.2", {StoreWarning::no_preamble, StoreWarning::trailing_bytes}));
    report.failed({ct_image_storage, "1.2.3.3"}, ErrorCode::nonconformant);
    report.failed({ct_image_storage, "../etc/passwd"}, ErrorCode::malformed);
    report.failed({}, ErrorCode::malformed);
    CHECK(report.outcome() == Outcome::accepted_with_failures);
    check_golden("dicomweb/store_response.json", report.json());
    auto const xml = native_dicom_model(report.json());
    REQUIRE(xml);
    check_golden("dicomweb/store_response.xml", *xml);
}

TEST_CASE("sequences without items are left out (PS3.18 Table I.2-1)") {
    StoreReport report{""};
    report.stored(stored("1.2", "1.2.3.1"));
    CHECK(report.json().find("00081198") == std::string::npos);
    CHECK(report.json().find("0008119A") == std::string::npos);

    StoreReport failed{""};
    failed.failed({}, ErrorCode::malformed);
    CHECK(failed.json() ==
          R"({"00081190":{"vr":"UR"},"0008119A":{"vr":"SQ","Value":[{"00081197":{"vr":"US","Value":[49152]}}]}})");
}

TEST_CASE("the status says how many were stored (PS3.18 Table 10.5.3-1)") {
    StoreReport report{""};
    CHECK(report.empty());
    SUBCASE("all") {
        report.stored(stored("1.2", "1.2.3.1"));
        CHECK(http_status(report.outcome()) == 200);
    }
    SUBCASE("all, one untidy") {
        report.stored(stored("1.2", "1.2.3.1", {StoreWarning::odd_length}));
        CHECK(http_status(report.outcome()) == 202);
    }
    SUBCASE("some") {
        report.stored(stored("1.2", "1.2.3.1"));
        report.failed({}, ErrorCode::malformed);
        CHECK(http_status(report.outcome()) == 202);
    }
    SUBCASE("none") {
        report.failed({ct_image_storage, "1.2.3.1"}, ErrorCode::conflict);
        CHECK(http_status(report.outcome()) == 409);
    }
    SUBCASE("none, for lack of storage or other resources") {
        report.failed({ct_image_storage, "1.2.3.1"}, ErrorCode::out_of_resources);
        CHECK(http_status(report.outcome()) == 507);
        report.failed({}, ErrorCode::unavailable);
        CHECK(http_status(report.outcome()) == 503);
        report.failed({}, ErrorCode::too_large);
        CHECK(http_status(report.outcome()) == 409);
    }
    SUBCASE("none, all too large") {
        report.failed({ct_image_storage, "1.2.3.1"}, ErrorCode::too_large);
        CHECK(http_status(report.outcome()) == 413);
    }
    CHECK_FALSE(report.empty());
}

TEST_CASE("the study's Retrieve URL has a value while there is one study (PS3.18 Table I.1-1, type 2)") {
    StoreReport report{"/dicom-web"};
    report.stored(stored("1.2", "1.2.3.1"));
    CHECK(report.json().starts_with(R"({"00081190":{"vr":"UR","Value":["/dicom-web/studies/1.2"]})"));
    report.stored(stored("1.9", "1.2.3.2"));
    CHECK(report.json().starts_with(R"({"00081190":{"vr":"UR"},"00081199")"));
    report.stored(stored("1.2", "1.2.3.3"));
    CHECK(report.json().starts_with(R"({"00081190":{"vr":"UR"},"00081199")"));
}

}  // namespace cassette::dicomweb
