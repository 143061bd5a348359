#include "dicomweb/media_type.h"

#include <doctest/doctest.h>

namespace cassette::dicomweb {

TEST_CASE("a Content-Type is read with quotes or without (RFC 9110 8.3.1)") {
    for (std::string_view text : {"multipart/related; type=\"application/dicom\"; boundary=\"a b\"",
                                  "Multipart/Related;type=application/dicom;boundary=\"a b\"",
                                  "multipart/related ; Boundary=\"a \\b\" ; TYPE=application/dicom"}) {
        CAPTURE(text);
        auto const type = parse_media_type(text);
        REQUIRE(type);
        CHECK(type->essence == "multipart/related");
        CHECK(type->parameter("type") == "application/dicom");
        CHECK(type->parameter("boundary") == "a b");
        CHECK_FALSE(type->parameter("charset"));
    }
}

TEST_CASE("a boundary may hold what RFC 2046 allows in quotes") {
    auto const type = parse_media_type("multipart/related; boundary=\"gc0p4Jq0M2Yt08j34c0p=_?:,(x)\"");
    REQUIRE(type);
    CHECK(type->parameter("boundary") == "gc0p4Jq0M2Yt08j34c0p=_?:,(x)");
    CHECK(parse_media_type("multipart/related; boundary=a,b=c")->parameter("boundary") == "a,b=c");
}

TEST_CASE("what is not a media type is malformed") {
    for (std::string_view text : {"", "/", "a/", "/b", "application", "a b/c", "a/b/c", ";type=x"}) {
        CAPTURE(text);
        auto const type = parse_media_type(text);
        REQUIRE_FALSE(type);
        CHECK(type.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("a parameter may occur more than once") {
    auto const ranges = parse_media_ranges("a/b;x=1;x=\"2,;\";=3;y, , c/d;z=\"unclosed");
    REQUIRE(ranges.size() == 2);
    CHECK(ranges[0].all("x") == std::vector<std::string_view>{"1", "2,;"});
    CHECK(ranges[0].all("y").empty());
    CHECK(ranges[1].parameter("z") == "unclosed");
}

}  // namespace cassette::dicomweb
