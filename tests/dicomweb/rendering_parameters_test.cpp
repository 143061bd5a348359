#include "dicomweb/rendering_parameters.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

Result<ParsedRendering> parse(std::vector<std::pair<std::string, std::string>> query,
                              Purpose purpose = Purpose::rendered) {
    http::Request request;
    request.query = std::move(query);
    return parse_rendering(request, purpose);
}

}  // namespace

TEST_CASE("viewport is a size to fit into (PS3.18 8.3.5.1.3)") {
    for (char const* text : {"256,128", " 256 , 128 ", "256,128,,,,"}) {
        CAPTURE(text);
        auto const parsed = parse_viewport(text);
        REQUIRE(parsed);
        CHECK(parsed->viewport.width == 256);
        CHECK(parsed->viewport.height == 128);
        CHECK_FALSE(parsed->region);
    }
}

TEST_CASE("viewport may have a source region, whose values may be elided (PS3.18 8.3.5.1.3)") {
    auto const all = parse_viewport("512,512,1,2.5,-100,50");
    REQUIRE(all);
    REQUIRE(all->region);
    CHECK(all->region->x == 1);
    CHECK(all->region->y == 2.5);
    CHECK(all->region->width == -100);
    CHECK(all->region->height == 50);
    auto const some = parse_viewport("512,512,,,512,512");
    REQUIRE(some);
    CHECK(some->region->x == 0);
    CHECK(some->region->width == 512);
    auto const corner = parse_viewport("512,512,10");
    REQUIRE(corner);
    CHECK(corner->region->x == 10);
    CHECK_FALSE(corner->region->width);
}

TEST_CASE("a viewport that is ill-formed is a bad request that names it (PS3.18 8.3.5.1.3)") {
    for (char const* text : {"", "256", "256,", ",256", "0,1", "1,0", "-1,1", "1.5,1", "16385,1", "a,b", "1,1,x",
                             "1,1,0,0,0,5", "1,1,nan", "1,1,,,inf", "1,1,2,3,4,5,6", "1,1,,,,,"}) {
        CAPTURE(text);
        auto const parsed = parse_viewport(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::malformed);
        CHECK(parsed.error().detail.starts_with("viewport"));
    }
}

TEST_CASE("window is a center, a width and a function (PS3.18 8.3.5.1.4)") {
    struct Case {
        char const* text;
        double width;
        VoiFunction function;
    };
    for (auto const& [text, width, function] : {
             Case{"40,400,linear", 400, VoiFunction::linear},
             Case{"40.0,4e2,LINEAR", 400, VoiFunction::linear},
             Case{"+40,0.5,linear-exact", 0.5, VoiFunction::linear_exact},
             Case{" 40 , 400 , sigmoid ", 400, VoiFunction::sigmoid},
         }) {
        CAPTURE(text);
        auto const window = parse_window(text);
        REQUIRE(window);
        CHECK(window->center == 40);
        CHECK(window->width == width);
        CHECK(window->function == function);
    }
    for (char const* text : {"", "40", "40,400", "40,400,", "40,0.5,linear", "40,-1,sigmoid", "40,0,linear-exact",
                             "nan,400,linear", "40,inf,linear", "40,400,cubic", "40,400,linear,x", "a,b,linear"}) {
        CAPTURE(text);
        auto const window = parse_window(text);
        REQUIRE_FALSE(window);
        CHECK(window.error().code == ErrorCode::malformed);
        CHECK(window.error().detail.starts_with("window"));
    }
}

TEST_CASE("quality is from 1 to 100 (PS3.18 8.3.5.1.2)") {
    CHECK(parse({{"quality", "75"}})->request.quality == 75);
    for (char const* text : {"", "0", "101", "x", "50.5"}) {
        auto const parsed = parse({{"quality", text}});
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().detail.starts_with("quality"));
    }
}

TEST_CASE("iccprofile is one of five (PS3.18 8.3.5.1.5)") {
    CHECK(parse({})->request.profile == ColourProfile::unspecified);
    CHECK(*parse_colour_profile("no") == ColourProfile::none);
    CHECK(*parse_colour_profile("yes") == ColourProfile::source);
    CHECK(*parse_colour_profile("srgb") == ColourProfile::srgb);
    CHECK(*parse_colour_profile("adobergb") == ColourProfile::adobe_rgb);
    CHECK(*parse_colour_profile("rommrgb") == ColourProfile::romm_rgb);
    for (char const* text : {"", "SRGB", "p3", "no,yes"}) {
        auto const parsed = parse({{"iccprofile", text}});
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().detail.starts_with("iccprofile"));
    }
}

TEST_CASE("annotation is a list of keywords; those not known are told apart (PS3.18 8.3.5.1.1)") {
    auto const both = parse({{"annotation", "patient, technique,measurements"}});
    REQUIRE(both);
    CHECK(both->request.annotations.patient);
    CHECK(both->request.annotations.technique);
    CHECK(both->unsupported_annotations == std::vector<std::string>{"measurements"});
    CHECK_FALSE(parse({{"annotation", "technique"}})->request.annotations.patient);
    for (char const* text : {"", "patient,", "a b", "<x>"}) {
        auto const parsed = parse({{"annotation", text}});
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().detail.starts_with("annotation"));
    }
}

TEST_CASE("to a thumbnail only a viewport of two values matters (PS3.18 8.3.5.2)") {
    auto const parsed = parse({{"viewport", "64,64"}, {"window", "x"}, {"annotation", "patient"}, {"quality", "0"}},
                              Purpose::thumbnail);
    REQUIRE(parsed);
    CHECK(parsed->request.viewport->width == 64);
    CHECK_FALSE(parsed->request.annotations.patient);
    CHECK(parse({{"viewport", "64,64,0,0,5,5"}}, Purpose::thumbnail).error().code == ErrorCode::malformed);
}

TEST_CASE("a presentation state takes neither window nor region (PS3.18 8.3.5.1.3, 8.3.5.1.4)") {
    CHECK(check_for_presentation(parse({{"viewport", "64,64"}})->request));
    CHECK(check_for_presentation(parse({{"window", "1,2,linear"}})->request).error().code == ErrorCode::malformed);
    CHECK(check_for_presentation(parse({{"viewport", "1,1,1"}})->request).error().code == ErrorCode::malformed);
}

}  // namespace cassette::dicomweb
