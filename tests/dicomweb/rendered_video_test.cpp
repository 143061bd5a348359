// Pictures of a video by Retrieve Rendered, PS3.18 10.4.1.1.3 and 10.4.1.1.4.

#include "dicomweb/wado_rendered.h"

#include "tests/dicomweb/test_service.h"
#include "tests/support/encoded_video.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

namespace {

std::string const instance = "/dicom-web/studies/1.2.3/series/1.2.3.4/instances/1.2.3.4.5";
constexpr std::string_view png_signature{"\x89PNG\r\n\x1A\n", 8};
constexpr std::string_view jpeg_signature{"\xFF\xD8\xFF", 3};

struct Case {
    testing::SampleVideo video;
    char const* transfer_syntax;
    char const* media_type;
};

}  // namespace

TEST_CASE("a video is its bit stream, or images of its frames for those who ask (PS3.18 Table 8.7.4-1)") {
    for (auto const& [video, transfer_syntax, media_type] :
         {Case{{}, "1.2.840.10008.1.2.4.100", "video/mpeg"},
          Case{{.coding = "h264", .container = "mp4"}, "1.2.840.10008.1.2.4.102", "video/mp4"}}) {
        auto const stream = testing::encoded(video);
        if (!stream) continue;
        TestService service;
        service.store(testing::part10_of({video, transfer_syntax, *stream, 0}));
        for (std::string const& accept : {std::string{"*/*"}, std::string{media_type}}) {
            auto const whole = service.get_as(instance + "/rendered", accept);
            CHECK(whole.status == 200);
            CHECK(whole.fields.get("Content-Type") == media_type);
            CHECK(whole.body.starts_with(*stream));
        }
        auto const first = service.get_as(instance + "/rendered", "image/png");
        CHECK(first.status == 200);
        CHECK(first.fields.get("Content-Type") == "image/png");
        CHECK(first.body.starts_with(png_signature));
        auto const frame = service.get_as(instance + "/frames/20/rendered?viewport=32,32", "image/png");
        CHECK(frame.status == 200);
        CHECK(frame.body.starts_with(png_signature));
        CHECK(frame.body != service.get_as(instance + "/frames/3/rendered?viewport=32,32", "image/png").body);
        CHECK(service.get_as(instance + "/frames/31/rendered", "image/png").status == 404);
        for (std::string const path : {"/thumbnail", "/frames/7/thumbnail"}) {
            auto const small = service.get_as(instance + path, "image/jpeg");
            CHECK(small.status == 200);
            CHECK(small.body.starts_with(jpeg_signature));
        }
    }
}

TEST_CASE("a video that cannot be decoded is shown by its icon, and still given as it is") {
    TestService service;
    std::string const stream(4000, 'x');
    service.store(testing::part10_of({{}, "1.2.840.10008.1.2.4.100", stream, 0}));
    for (std::string const path : {"/rendered", "/thumbnail"}) {
        auto const icon = service.get_as(instance + path, "image/png");
        CHECK(icon.status == 200);
        CHECK(icon.body.starts_with(png_signature));
    }
    CHECK(service.get_as(instance + "/rendered", "video/mpeg").body == stream);
}

}  // namespace cassette::dicomweb
