#include "dicomweb/wado_rendered.h"

#include "dicomweb/representative_instance.h"
#include "tests/dicomweb/test_instance.h"
#include "tests/dicomweb/test_service.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace cassette::dicomweb {

namespace {

std::string const study = "/dicom-web/studies/1.2.3";
std::string const series = study + "/series/1.2.3.4";
std::string const instance = series + "/instances/1.2.3.4.5";
constexpr std::string_view png_signature = "\x89PNG\r\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

// Width and height from a PNG's IHDR.
std::pair<int, int> size_of(std::string const& png) {
    REQUIRE(png.size() > 24);
    auto const number = [&](std::size_t at) {
        return (static_cast<unsigned char>(png[at + 2]) << 8) | static_cast<unsigned char>(png[at + 3]);
    };
    return {number(16), number(20)};
}

Result<InstanceLocation> representative(TestService& service, char const* in_series = nullptr) {
    RetrieveScope scope{*StudyInstanceUID::parse("1.2.3"), std::nullopt, std::nullopt};
    if (in_series != nullptr) scope.series = *SeriesInstanceUID::parse(in_series);
    return representative_instance(service.service().archive, local_operator(), scope);
}

}  // namespace

TEST_CASE("a picture is JPEG by default and PNG for those who ask (PS3.18 10.4.1.1.3)") {
    TestService service;
    service.store(part10({.frames = 3}));
    auto const jpeg = service.get(instance + "/rendered");
    CHECK(jpeg.status == 200);
    CHECK(jpeg.fields.get("Content-Type") == "image/jpeg");
    CHECK(jpeg.body.starts_with(jpeg_signature));
    auto const png = service.get_as(instance + "/frames/2/rendered", "image/png");
    CHECK(png.fields.get("Content-Type") == "image/png");
    CHECK(png.body.starts_with(png_signature));
    CHECK((size_of(png.body) == std::pair<int, int>{test_columns, test_rows}));
}

TEST_CASE("thumbnails are there at every level, whatever the Accept (PS3.18 10.4.1.1.4)") {
    TestService service;
    service.store(part10({.frames = 3}));
    for (auto const& path : {study, series, instance, instance + "/frames/3"}) {
        CAPTURE(path);
        for (char const* accept : {"*/*", "image/jpeg", "multipart/related; type=\"application/octet-stream\"",
                                   "image/avif,image/webp,image/*,*/*;q=0.8"}) {
            CAPTURE(accept);
            auto const answer = service.get_as(path + "/thumbnail", accept);
            CHECK(answer.status == 200);
            CHECK(answer.fields.get("Content-Type") == "image/jpeg");
            CHECK(answer.body.starts_with(jpeg_signature));
        }
        CHECK(service.get(path + "/rendered").status == 200);
    }
}

TEST_CASE("viewport scales, aspect kept, and the accept parameter wins (PS3.18 8.3.3.1, 8.3.5.1.3)") {
    TestService service;
    service.store(part10({}));
    auto const answer = service.get_as(instance + "/thumbnail?accept=image%2Fpng&viewport=64%2C64",
                                       "multipart/related; type=\"application/octet-stream\"");
    CHECK(answer.status == 200);
    CHECK(answer.fields.get("Content-Type") == "image/png");
    CHECK((size_of(answer.body) == std::pair{32, 64}));
    CHECK(answer.fields.get("ETag") != service.get_as(instance + "/rendered", "image/png").fields.get("ETag"));
}

TEST_CASE("parameters that cannot be read are bad requests, frames that are not there are not found") {
    TestService service;
    service.store(part10({.frames = 2}));
    CHECK(service.get(instance + "/rendered?viewport=x").status == 400);
    CHECK(service.get(instance + "/rendered?window=1,0").status == 400);
    CHECK(service.get(instance + "/rendered?quality=0").status == 400);
    CHECK(service.get(instance + "/frames/1,2/rendered").status == 400);
    CHECK(service.get(instance + "/frames/0/rendered").status == 400);
    CHECK(service.get(instance + "/frames/3/rendered").status == 404);
    CHECK(service.get_as(instance + "/rendered", "video/mp4").status == 406);
    CHECK(service.get(study + "9/thumbnail").status == 404);
    CHECK(service.get(study + "/series/9.9/thumbnail").status == 404);
}

TEST_CASE("what has no pixels has no picture, and the problem says so") {
    TestService service;
    service.store(part10({.modality = "SR", .pixels = false}));
    for (auto const& path : {study, series, instance}) {
        CAPTURE(path);
        CHECK(service.get(path + "/thumbnail").status == 406);
    }
}

TEST_CASE("the middle instance stands for a series, and a series of pictures for a study") {
    TestService service;
    service.store(
        part10({.series = "1.2.3.1", .instance = "1.2.3.1.1", .modality = "SR", .series_number = 1, .pixels = false}));
    service.store(part10({.series = "1.2.3.2",
                          .instance = "1.2.3.2.1",
                          .image_type = "ORIGINAL\\PRIMARY\\LOCALIZER",
                          .series_number = 2}));
    for (int number = 1; number <= 3; ++number)
        service.store(part10({.series = "1.2.3.3",
                              .instance = "1.2.3.3." + std::to_string(number),
                              .series_number = 3,
                              .instance_number = number}));
    auto const of_study = representative(service);
    REQUIRE(of_study);
    CHECK(of_study->instance.str() == "1.2.3.3.2");
    auto const of_localizer = representative(service, "1.2.3.2");
    REQUIRE(of_localizer);
    CHECK(of_localizer->instance.str() == "1.2.3.2.1");
    CHECK(representative(service, "1.2.3.1").error().code == ErrorCode::not_acceptable);
    CHECK(representative(service, "9.9").error().code == ErrorCode::not_found);
}

TEST_CASE("a study of localizers alone still has a picture") {
    TestService service;
    service.store(part10({.image_type = "ORIGINAL\\PRIMARY\\LOCALIZER"}));
    CHECK(representative(service));
}

}  // namespace cassette::dicomweb
