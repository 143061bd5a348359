#include "dicomweb/wado_instances.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/sha256_of.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

constexpr char const* study = "/dicom-web/studies/1.2.3";
constexpr char const* instance = "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5";
constexpr char const* multipart_dicom = "multipart/related; type=\"application/dicom\"";

}  // namespace

TEST_CASE("an instance comes back bit for bit, by itself or in a multipart (PS3.18 10.4.1.1.1)") {
    TestService service;
    auto const sent = part10({});
    service.store(sent);
    auto const single = service.get(instance);
    CHECK(single.status == 200);
    CHECK(single.body == sent);
    CHECK(single.fields.get("Content-Type") == "application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(single.fields.get("ETag") == "\"" + testing::sha256_of(sent) + "\"");
    CHECK(single.fields.get("Content-Location") == instance);
    CHECK(std::string{single.fields.get("Last-Modified")}.ends_with(" GMT"));

    auto const parts = parts_of(service.get_as(instance, multipart_dicom));
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].second == sent);
    CHECK(parts[0].first.get("Content-Type") == "application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
}

TEST_CASE("a range of an instance is served (RFC 9110 14)") {
    TestService service;
    auto const sent = part10({});
    service.store(sent);
    auto const part = service.get(instance, {{"Range", "bytes=128-131"}});
    CHECK(part.status == 206);
    CHECK(part.body == "DICM");
}

TEST_CASE("a study and a series are a multipart of their instances (PS3.18 10.4.1.1.1)") {
    TestService service;
    auto const first = part10({});
    auto const second = part10({.instance = "1.2.3.4.6", .instance_number = 2});
    auto const third = part10({.series = "1.2.3.5", .instance = "1.2.3.5.1", .series_number = 2});
    for (auto const& sent : {first, second, third}) service.store(sent);
    auto const whole = service.get_as(study, "multipart/related;type=\"application/dicom\";transfer-syntax=*");
    auto const parts = parts_of(whole);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].second == first);
    CHECK(parts[1].second == second);
    CHECK(parts[2].second == third);
    CHECK(parts_of(service.get(std::string{study} + "/series/1.2.3.4")).size() == 2);
}

TEST_CASE("what is not there is not found, and what is no UID is a bad request") {
    TestService service;
    service.store(part10({}));
    for (char const* path : {"/dicom-web/studies/9.9", "/dicom-web/studies/1.2.3/series/9.9",
                             "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/9.9",
                             "/dicom-web/studies/9.9/series/1.2.3.4/instances/1.2.3.4.5"}) {
        CAPTURE(path);
        CHECK(service.get(path).status == 404);
        CHECK(service.get_as(path, multipart_dicom).status == 404);
    }
    CHECK(service.get("/dicom-web/studies/a..b").status == 400);
}

TEST_CASE("another transfer syntax is not acceptable alone and left out among others (PS3.18 10.4.3.1)") {
    TestService service;
    service.store(part10({}));
    service.store(part10({.instance = "1.2.3.4.6", .instance_number = 2, .compressed_frames = {"jpeg"}}));
    auto const lossless = "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.4.70";
    auto const refused = service.get_as(instance, lossless);
    CHECK(refused.status == 406);
    CHECK(refused.body.find("transfer-syntax=1.2.840.10008.1.2.1") != std::string::npos);
    auto const some = service.get_as(study, lossless);
    CHECK(some.status == 206);
    CHECK(parts_of(some).size() == 1);
    CHECK(service.get_as(study, "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.5")
              .status == 406);
}

}  // namespace cassette::dicomweb
