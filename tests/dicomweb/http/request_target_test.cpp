#include "dicomweb/http/request_target.h"

#include "dicomweb/http/percent_encoding.h"

#include <doctest/doctest.h>

#include <random>

namespace cassette::http {

namespace {

using Segments = std::vector<std::string>;
using Query = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("a path is split at '/' and then decoded") {
    CHECK(parse_request_target("/dicom-web/studies")->segments == Segments{"dicom-web", "studies"});
    CHECK(parse_request_target("/a%20b/%7Ec")->segments == Segments{"a b", "~c"});
    CHECK(parse_request_target("/")->segments.empty());
    CHECK(parse_request_target("/a/")->segments == Segments{"a", ""});
}

TEST_CASE("a query is split at '&' and '=', then decoded, and empty parameters are dropped") {
    auto const target = parse_request_target("/s?&PatientName=*a%26b*&&0020000D=1%5C2&flag&x=1=2&a+b=c+d&");
    REQUIRE(target);
    CHECK(target->query ==
          Query{{"PatientName", "*a&b*"}, {"0020000D", "1\\2"}, {"flag", ""}, {"x", "1=2"}, {"a+b", "c+d"}});
}

TEST_CASE("absolute-form and \"*\" are request targets, too (RFC 9112 3.2)") {
    CHECK(parse_request_target("http://host:80/a/b?c=d")->segments == Segments{"a", "b"});
    CHECK(parse_request_target("https://host?c=d")->query == Query{{"c", "d"}});
    CHECK(parse_request_target("http://host")->segments.empty());
    CHECK(parse_request_target("*")->segments.empty());
}

TEST_CASE("a path that could mean another one is malformed") {
    for (std::string_view bad :
         {"/..", "/a/../b", "/%2e%2E/x", "/.%2e", "/a%2Fb", "/a%00b", "/%0d%0aSet-Cookie", "/%7f", "/%zz", "/%", "",
          "a/b", "?a", "/a#b", "/a?b#c", "/a?b=%0", "/a?b=%00", "ftp://host/a", "host:443"}) {
        CAPTURE(bad);
        auto const target = parse_request_target(bad);
        REQUIRE_FALSE(target);
        CHECK(target.error().code == ErrorCode::malformed);
    }
    CHECK(parse_request_target("/a..b/.../..c"));
}

TEST_CASE("encoded segments come back as they were") {
    std::mt19937_64 generator{99};
    for (int round = 0; round < 1000; ++round) {
        Segments segments;
        std::string path;
        for (auto count = 1 + generator() % 4; count > 0; --count) {
            std::string segment(1 + generator() % 10, ' ');
            for (char& c : segment) c = static_cast<char>(0x30 + generator() % 0x4F);
            path += "/" + percent_encode(segment);
            segments.push_back(std::move(segment));
        }
        CAPTURE(path);
        auto const target = parse_request_target(path);
        REQUIRE(target);
        CHECK(target->segments == segments);
    }
}

TEST_CASE("the query is no part of the path that is logged") {
    CHECK(path_of("/studies?PatientName=x") == "/studies");
    CHECK(path_of("/studies") == "/studies");
}

}  // namespace cassette::http
