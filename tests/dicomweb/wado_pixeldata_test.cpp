#include "dicomweb/wado_pixeldata.h"

#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::string const study = "/dicom-web/studies/1.2.3";
std::string const first = study + "/series/1.2.3.4/instances/1.2.3.4.5";
std::string const second = study + "/series/1.2.3.5/instances/1.2.3.5.1";
constexpr char const* bytes = "multipart/related; type=\"application/octet-stream\"";
constexpr char const* any = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

std::string frame(int number) { return std::string(std::size_t{test_rows} * test_columns, static_cast<char>(number)); }

std::string in_hierarchical_jpeg(std::string part10) {
    std::string const stored = "1.2.840.10008.1.2.4.70";
    return part10.replace(part10.find(stored), stored.size(), "1.2.840.10008.1.2.4.65");
}

void store_two(TestService& service) {
    service.store(part10({.frames = 2, .private_bytes = 40'000}));
    service.store(part10({.series = "1.2.3.5",
                          .instance = "1.2.3.5.1",
                          .series_number = 2,
                          .frames = 2,
                          .compressed_frames = {"first frame.", "second"}}));
    service.store(part10({.series = "1.2.3.6", .instance = "1.2.3.6.1", .series_number = 3, .pixels = false}));
}

}  // namespace

TEST_CASE("pixeldata of a study is that of all its images, native whole and compressed by frame (PS3.18 10.4.1.1.6)") {
    TestService service;
    store_two(service);
    auto const answer = service.get_as(study + "/pixeldata", any);
    CHECK(answer.status == 200);
    auto const parts = parts_of(answer);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].second == frame(1) + frame(2));
    CHECK(parts[0].first.get("Content-Location") == first + "/bulkdata/7FE00010");
    CHECK(parts[0].first.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    CHECK(parts[1].second == "first frame.");
    CHECK(parts[2].first.get("Content-Location") == second + "/frames/2");
    CHECK(parts[2].first.get("Content-Type") == "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.70");
    CHECK(parts_of(service.get_as(study + "/series/1.2.3.5/pixeldata", any)).size() == 2);
    CHECK(parts_of(service.get_as(first + "/pixeldata", any)).size() == 1);
    CHECK(service.get_as(first + "/pixeldata", any).fields.has("Last-Modified"));
}

TEST_CASE("pixeldata is made in what was asked; what cannot be had is left out, with a Warning (PS3.18 10.4.3)") {
    TestService service;
    store_two(service);
    auto const jls = parts_of(service.get_as(first + "/pixeldata", "multipart/related; type=\"image/jls\""));
    REQUIRE(jls.size() == 2);
    CHECK(jls[1].first.get("Content-Location") == first + "/frames/2");
    // One that nobody here decodes.
    TestService mixed;
    mixed.store(part10({}));
    mixed.store(in_hierarchical_jpeg(part10({.instance = "1.2.3.4.6", .compressed_frames = {"x"}})));
    auto const some = mixed.get_as(study + "/pixeldata", bytes);
    CHECK(some.status == 206);
    CHECK(std::string{some.fields.get("Warning")}.starts_with("299 http://node:8104/dicom-web: 1 "));
    CHECK(parts_of(some).size() == 1);
    CHECK(mixed.get_as(study + "/series/1.2.3.4/instances/1.2.3.4.6/pixeldata", bytes).status == 406);
    CHECK(service.get_as(study + "/pixeldata", "multipart/related; type=\"image/png\"").status == 406);
    CHECK(service.get_as(study + "/pixeldata", "application/octet-stream").status == 406);
}

TEST_CASE("bulkdata is all bulk data, at the places that metadata name (PS3.18 10.4.1.1.5, 10.4.3.3.5)") {
    TestService service;
    store_two(service);
    auto const parts = parts_of(service.get_as(first + "/bulkdata", bytes));
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].first.get("Content-Location") == first + "/bulkdata/00091001");
    CHECK(parts[0].second == std::string(40'000, 'p'));
    CHECK(parts[1].first.get("Content-Location") == first + "/bulkdata/7FE00010");
    for (auto const& [fields, body] : parts) CHECK(service.get(fields.get("Content-Location")).body == body);
    CHECK(parts_of(service.get_as(study + "/bulkdata", any)).size() == 4);
    CHECK(parts_of(service.get_as(study + "/series/1.2.3.4/bulkdata", any)).size() == 2);
}

TEST_CASE("what has no bulk data is not found") {
    TestService service;
    store_two(service);
    CHECK(service.get(study + "/series/1.2.3.6/pixeldata").status == 404);
    CHECK(service.get(study + "/series/1.2.3.6/bulkdata").status == 404);
    CHECK(service.get("/dicom-web/studies/9.9/pixeldata").status == 404);
    CHECK(service.get("/dicom-web/studies/a..b/bulkdata").status == 400);
}

}  // namespace cassette::dicomweb
