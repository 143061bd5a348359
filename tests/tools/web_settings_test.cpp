#include "tools/web_settings.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("a public URL has a scheme, a host and perhaps a path") {
    CHECK(*parse_public_url("https://pacs.example.org/archive/") == "https://pacs.example.org/archive");
    CHECK(*parse_public_url("http://[2001:db8::1]:8104") == "http://[2001:db8::1]:8104");
    CHECK(parse_public_url("")->empty());
    for (auto const* bad : {"pacs.example.org", "ftp://pacs", "https://", "https://a/b?c", "https://a b"}) {
        CAPTURE(bad);
        CHECK(parse_public_url(bad).error().code == ErrorCode::malformed);
    }
}

TEST_CASE("origins are a list") {
    auto const policy = parse_origins("https://a.example, http://localhost:3000");
    REQUIRE(policy);
    CHECK(policy->allows("http://localhost:3000"));
    CHECK_FALSE(policy->allows("https://b.example"));
    CHECK(parse_origins("*")->allows("https://b.example"));
    CHECK(parse_origins("")->origins.empty());
    for (auto const* bad : {"a.example", "https://a.example/path", "https://a.example,nonsense"}) {
        CAPTURE(bad);
        CHECK(parse_origins(bad).error().code == ErrorCode::malformed);
    }
}

TEST_CASE("proxies are a list of addresses and ranges") {
    auto const proxies = parse_proxies("127.0.0.1, 10.0.0.0/8,::1");
    REQUIRE(proxies);
    CHECK(proxies->size() == 3);
    CHECK((*proxies)[1].contains("10.9.8.7"));
    CHECK(parse_proxies("10.0.0.0/8 192.0.2.1").error().code == ErrorCode::malformed);
}

}  // namespace cassette
