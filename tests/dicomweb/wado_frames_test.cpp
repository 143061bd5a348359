#include "dicomweb/wado_frames.h"

#include "dicomweb/wado_bulkdata.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string const instance = "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5";
constexpr char const* any_frames = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=\"*\"";

std::string frame(int number) { return std::string(std::size_t{test_rows} * test_columns, static_cast<char>(number)); }

}  // namespace

TEST_CASE("native frames are ranges of the Pixel Data (PS3.18 10.4.1.1.6)") {
    TestService service;
    service.store(part10({.frames = 5}));
    auto const one = service.get(instance + "/frames/3");
    CHECK(one.status == 200);
    CHECK(one.body == frame(3));
    CHECK(one.fields.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");

    auto const parts = parts_of(service.get_as(instance + "/frames/5,1-2", any_frames));
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].second == frame(5));
    CHECK(parts[1].second == frame(1));
    CHECK(parts[2].second == frame(2));
    CHECK(parts[0].first.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(parts[0].first.get("Content-Location") == instance + "/frames/5");
    // Several frames are a multipart even for those who take anything.
    CHECK(parts_of(service.get(instance + "/frames/1,2")).size() == 2);
}

TEST_CASE("compressed frames leave as they are, with their transfer syntax (PS3.18 8.7.3)") {
    TestService service;
    service.store(part10({.frames = 2, .compressed_frames = {"first frame.", "second"}}));
    auto const bytes = parts_of(service.get_as(instance + "/frames/2", any_frames));
    REQUIRE(bytes.size() == 1);
    CHECK(bytes[0].second == "second");
    CHECK(bytes[0].first.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.70");

    auto const image = service.get_as(instance + "/frames/1", "image/jpeg");
    CHECK(image.body == "first frame.");
    CHECK(image.fields.get("Content-Type") == "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.70");

    auto const refused = service.get_as(instance + "/frames/1", "multipart/related; type=\"application/octet-stream\"");
    CHECK(refused.status == 406);
    CHECK(refused.body.find("1.2.840.10008.1.2.4.70") != std::string::npos);
}

TEST_CASE("frames beyond the last are not found, and other lists are bad requests") {
    TestService service;
    service.store(part10({.frames = 2}));
    CHECK(service.get(instance + "/frames/3").status == 404);
    CHECK(service.get(instance + "/frames/1,3").status == 404);
    for (char const* list : {"0", "x", "1,,2", "2-1", "-"}) {
        CAPTURE(list);
        CHECK(service.get(instance + "/frames/" + list).status == 400);
    }
    service.store(part10({.instance = "1.2.3.4.9", .pixels = false}));
    CHECK(service.get("/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.9/frames/1").status == 404);
}

TEST_CASE("a range of one frame is served, and its tag is the blob's with the frame") {
    TestService service;
    service.store(part10({.frames = 2}));
    auto const part = service.get(instance + "/frames/2", {{"Range", "bytes=10-19"}});
    CHECK(part.status == 206);
    CHECK(part.body == std::string(10, '\x02'));
    CHECK(part.fields.get("Content-Range") == "bytes 10-19/128");
    CHECK(service.get(instance + "/frames/1").fields.get("ETag") !=
          service.get(instance + "/frames/2").fields.get("ETag"));
}

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
