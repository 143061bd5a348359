#include "dicomweb/wado_bulkdata.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string const instance = "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5";
constexpr char const* any_frames = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=\"*\"";

}  // namespace

TEST_CASE("bulk data is a single part with ranges, or a multipart (PS3.18 10.4.1.1.5)") {
    TestService service;
    service.store(part10({.private_bytes = 50'000}));
    auto const path = instance + "/bulkdata/00091001";
    auto const single = service.get(path);
    CHECK(single.body == std::string(50'000, 'p'));
    CHECK(single.fields.get("Content-Type") == "application/octet-stream");
    CHECK(service.get(path, {{"Range", "bytes=-5"}}).body == "ppppp");
    auto const parts = parts_of(service.get_as(
        path, "multipart/related; type=\"application/pdf\", multipart/related; type=\"application/octet-stream\""));
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].second == std::string(50'000, 'p'));
    CHECK(service.get(instance + "/bulkdata/00091002").status == 404);
    CHECK(service.get(instance + "/bulkdata/nonsense").status == 404);
    CHECK(service.get_as(path, "image/png").status == 406);
    CHECK(std::string{single.fields.get("Last-Modified")}.ends_with(" GMT"));
    CHECK(service.get(path, {{"Range", "bytes=0-1,5-6"}}).status == 206);
}

TEST_CASE("compressed Pixel Data as bulk data is all of its frames (PS3.18 10.4.1.1.5)") {
    TestService service;
    service.store(part10({.frames = 2, .compressed_frames = {"first frame.", "second"}}));
    auto const parts = parts_of(service.get_as(instance + "/bulkdata/7FE00010", any_frames));
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].second == "first frame.");
    CHECK(parts[1].second == "second");
}

}  // namespace cassette::dicomweb
