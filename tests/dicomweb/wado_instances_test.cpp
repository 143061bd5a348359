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

TEST_CASE("an instance is transcoded to what was asked (PS3.18 8.7.3.5.2)") {
    TestService service;
    service.store(part10({.frames = 2}));
    auto const packed = service.get_as(instance, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5");
    REQUIRE(packed.status == 200);
    CHECK(packed.fields.get("Content-Type") == "application/dicom; transfer-syntax=1.2.840.10008.1.2.5");
    CHECK(packed.fields.get("Accept-Ranges") == "none");
    CHECK(std::string{packed.fields.get("ETag")}.starts_with("W/"));

    // Stored like that, it is what names no transfer syntax that has to be made, and `*` that is bit for bit.
    TestService other;
    other.store(packed.body);
    auto const decoded = other.get_as(instance, multipart_dicom);
    REQUIRE(decoded.status == 200);
    auto const parts = parts_of(decoded);
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].first.get("Content-Type") == "application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(other.get_as(instance, "application/dicom; transfer-syntax=*").body == packed.body);
    CHECK(other.get_as(instance, "*/*").body == packed.body);
    CHECK(other.get(instance).body == packed.body);
    CHECK(other.get_as(instance, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5").body == packed.body);
    // A client that names one and takes any gets what is stored.
    CHECK(other.get_as(instance, "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80; transfer-syntax=*").body ==
          packed.body);
}

TEST_CASE("what cannot be made is not acceptable, and the answer tells what can be had (PS3.18 8.5)") {
    TestService service;
    service.store(part10({}));
    auto const refused = service.get_as(instance, "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.102");
    CHECK(refused.status == 406);
    CHECK(refused.body.find("transfer-syntax=1.2.840.10008.1.2.1") != std::string::npos);
    CHECK(refused.body.find("transfer-syntax=1.2.840.10008.1.2.5") != std::string::npos);
    CHECK(
        service.get_as(study, "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.4.102")
            .status == 406);
}

TEST_CASE("an instance that cannot be had so is left out among others, with a Warning (PS3.18 10.4.3)") {
    TestService service;
    service.store(part10({}));
    service.store(part10({.instance = "1.2.3.4.6", .instance_number = 2, .pixels = false}));
    auto const some =
        service.get_as(study, "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.5");
    CHECK(some.status == 206);
    CHECK(parts_of(some).size() == 1);
    CHECK(std::string{some.fields.get("Warning")}.starts_with("299 http://node:8104/dicom-web: 1 "));
}

TEST_CASE("one that cannot be decoded after all leaves as it is stored, and says so (RFC 9110 12.5.1)") {
    TestService service;
    auto const broken = part10({.instance = "1.2.3.4.6", .instance_number = 2, .compressed_frames = {"jpeg"}});
    service.store(part10({}));
    service.store(broken);
    auto const all = service.get_as(study, multipart_dicom);
    CHECK(all.status == 200);
    auto const parts = parts_of(all);
    REQUIRE(parts.size() == 2);
    CHECK(parts[1].first.get("Content-Type") == "application/dicom; transfer-syntax=1.2.840.10008.1.2.4.70");
    CHECK(parts[1].second == broken);
    // Alone there is still a status to tell it with: stored where the client takes that, refused where it does not.
    std::string const alone = "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.6";
    CHECK(service.get_as(alone, "application/dicom").body == broken);
    CHECK(service.get_as(alone, "application/dicom; transfer-syntax=1.2.840.10008.1.2.5").status == 406);
}

TEST_CASE("instances as octet-stream are their bulk data, for clients of old (PS3.18 10.4.4)") {
    TestService service;
    service.store(part10({.private_bytes = 50'000}));
    auto const parts = parts_of(service.get_as(instance, "multipart/related; type=\"application/octet-stream\""));
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].first.get("Content-Location") == std::string{instance} + "/bulkdata/00091001");
}

TEST_CASE("a study and a series have a tag for each form (RFC 9110 8.8.3)") {
    TestService service;
    service.store(part10({}));
    auto const tag = [&](char const* accept) { return std::string{service.get_as(study, accept).fields.get("ETag")}; };
    auto const before = tag(multipart_dicom);
    CHECK(before.starts_with("W/"));
    CHECK(before == tag(multipart_dicom));
    CHECK(before != tag("application/zip"));
    CHECK(before != tag("multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.5"));
    service.store(part10({.instance = "1.2.3.4.6"}));
    CHECK(before != tag(multipart_dicom));
}

}  // namespace cassette::dicomweb
