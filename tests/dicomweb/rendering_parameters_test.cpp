#include "dicomweb/rendering_parameters.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

Result<RenderRequest> parse(std::vector<std::pair<std::string, std::string>> query, std::string const& accept = {}) {
    http::Request request;
    request.query = std::move(query);
    if (!accept.empty()) request.fields.add("Accept", accept);
    return parse_rendering(request);
}

}  // namespace

TEST_CASE("viewport is a size to fit into (PS3.18 8.3.5.1.3)") {
    for (char const* text : {"256,128", " 256 , 128 ", "256,128,,,,"}) {
        auto const viewport = parse_viewport(text);
        REQUIRE(viewport);
        CHECK(viewport->width == 256);
        CHECK(viewport->height == 128);
    }
    for (char const* text :
         {"", "256", "256,", ",256", "0,1", "1,0", "-1,1", "1.5,1", "16385,1", "1,2,3,4", "1,2,0,0,5,5", "a,b"}) {
        CAPTURE(text);
        auto const viewport = parse_viewport(text);
        REQUIRE_FALSE(viewport);
        CHECK(viewport.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("window is a center and a width (PS3.18 8.3.5.1.4)") {
    for (char const* text : {"40,400", "40,400,linear", "40,400,LINEAR", "40.0,4e2,"}) {
        auto const window = parse_window(text);
        REQUIRE(window);
        CHECK(window->center == 40);
        CHECK(window->width == 400);
    }
    for (char const* text :
         {"", "40", "40,0.5", "40,-1", "nan,400", "40,inf", "40,400,sigmoid", "40,400,linear,x", "a,b"}) {
        CAPTURE(text);
        auto const window = parse_window(text);
        REQUIRE_FALSE(window);
        CHECK(window.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("the type of a picture is negotiated, and bytes or multiparts are no reason to refuse (PS3.18 8.7.3.2)") {
    using enum RenderedType;
    CHECK(parse({})->type == jpeg);
    CHECK(parse({}, "image/png")->type == png);
    CHECK(parse({}, "image/jpeg, image/png")->type == jpeg);
    CHECK(parse({}, "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8")->type == jpeg);
    CHECK(parse({{"accept", "image/jpeg"}}, "multipart/related; type=\"application/octet-stream\"")->type == jpeg);
    CHECK(parse({}, "multipart/related; type=\"application/octet-stream\"")->type == jpeg);
    CHECK(parse({}, "multipart/related; type=\"image/png\"")->type == png);
    CHECK(parse({}, "application/octet-stream")->type == jpeg);
    for (char const* accept : {"video/mp4", "image/gif", "application/dicom+json"}) {
        CAPTURE(accept);
        auto const rendering = parse({}, accept);
        REQUIRE_FALSE(rendering);
        CHECK(rendering.error().code == ErrorCode::not_acceptable);
    }
}

TEST_CASE("quality is from 1 to 100, and other parameters do not matter (PS3.18 8.3.5.1.2)") {
    CHECK(parse({{"quality", "75"}, {"iccprofile", "yes"}, {"annotation", "patient"}})->quality == 75);
    for (char const* text : {"", "0", "101", "x"})
        CHECK(parse({{"quality", text}}).error().code == ErrorCode::malformed);
    CHECK(parse({{"viewport", "x"}}).error().code == ErrorCode::malformed);
    CHECK(parse({{"window", "x"}}).error().code == ErrorCode::malformed);
}

TEST_CASE("every rendering has a fingerprint of its own") {
    std::vector<RenderRequest> requests(6);
    requests[1].frame = 2;
    requests[2].type = RenderedType::png;
    requests[3].quality = 50;
    requests[4].viewport = Viewport{256, 256};
    requests[5].window = Window{40, 400};
    for (std::size_t i = 0; i < requests.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) CHECK(fingerprint(requests[i]) != fingerprint(requests[j]));
    CHECK(fingerprint(requests[5]) == "f1-jpeg90-w40.400");
}

}  // namespace cassette::dicomweb
