#include "dicomweb/http/forwarded.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>

namespace cassette::http {

namespace {

using Given = std::initializer_list<std::pair<char const*, char const*>>;

Fields fields_of(Given given) {
    Fields fields;
    for (auto const& [name, value] : given) fields.add(name, value);
    return fields;
}

TrustedProxies trust(std::initializer_list<char const*> ranges) {
    TrustedProxies trusted;
    for (auto const* range : ranges) trusted.push_back(*AddressRange::parse(range));
    return trusted;
}

}  // namespace

TEST_CASE("an address range holds its addresses, IPv4 in both forms") {
    auto const v4 = AddressRange::parse("192.0.2.0/25");
    REQUIRE(v4);
    CHECK(v4->contains("192.0.2.127"));
    CHECK(v4->contains("::ffff:192.0.2.1"));
    CHECK_FALSE(v4->contains("192.0.2.128"));
    auto const v6 = AddressRange::parse("2001:db8::/33");
    REQUIRE(v6);
    CHECK(v6->contains("2001:db8:7fff::1"));
    CHECK_FALSE(v6->contains("2001:db8:8000::1"));
    CHECK(AddressRange::parse("::/0")->contains("10.0.0.1"));
    CHECK_FALSE(v6->contains("not an address"));
    for (auto const* bad : {"", "192.0.2", "192.0.2.0/33", "192.0.2.0/", "::1/129", "host", "1.2.3.4/-1"}) {
        CAPTURE(bad);
        CHECK(AddressRange::parse(bad).error().code == ErrorCode::malformed);
    }
}

TEST_CASE("how the client reached us is taken from proxies that are trusted (RFC 7239)") {
    struct Row {
        char const* what;
        Given fields;
        char const* peer;
        char const* base;
        char const* remote;
    };
    Row const rows[] = {
        {"no proxy", {{"Host", "node:8104"}}, "198.51.100.7", "http://node:8104", "198.51.100.7"},
        {"a stranger's word does not count",
         {{"Host", "node:8104"}, {"Forwarded", "proto=https;host=evil.example;for=1.2.3.4"}},
         "198.51.100.7",
         "http://node:8104",
         "198.51.100.7"},
        {"RFC 7239 4",
         {{"Host", "node:8104"}, {"Forwarded", "for=198.51.100.7;proto=https;host=pacs.example.org"}},
         "192.0.2.1",
         "https://pacs.example.org",
         "198.51.100.7"},
        {"RFC 7239 4, quoted, IPv6, several proxies",
         {{"Host", "node"},
          {"Forwarded", R"(For="[2001:db8::7]:4711";Proto=https;Host="pacs.example.org:8443", for=192.0.2.2)"}},
         "192.0.2.1",
         "https://pacs.example.org:8443",
         "2001:db8::7"},
        {"X-Forwarded-*",
         {{"Host", "node:8104"},
          {"X-Forwarded-Proto", "https"},
          {"X-Forwarded-Host", "pacs.example.org"},
          {"X-Forwarded-Port", "8443"},
          {"X-Forwarded-Prefix", "/archive/"},
          {"X-Forwarded-For", "198.51.100.7, 192.0.2.9"}},
         "192.0.2.1",
         "https://pacs.example.org:8443/archive",
         "198.51.100.7"},
        {"the usual port is left out",
         {{"Host", "pacs.example.org"}, {"X-Forwarded-Proto", "https"}, {"X-Forwarded-Port", "443"}},
         "192.0.2.1",
         "https://pacs.example.org",
         "192.0.2.1"},
        {"a forged chain ends at the first address that nobody vouches for",
         {{"Host", "node"}, {"X-Forwarded-For", "10.0.0.1, 198.51.100.7, 192.0.2.9"}},
         "192.0.2.1",
         "http://node",
         "198.51.100.7"},
        {"what is no value is ignored",
         {{"Host", "node"},
          {"X-Forwarded-Proto", "javascript"},
          {"X-Forwarded-Host", "a b/c"},
          {"X-Forwarded-Prefix", "//evil.example"},
          {"X-Forwarded-For", "unknown"}},
         "192.0.2.1",
         "http://node",
         "192.0.2.1"},
        {"no Host", {}, "198.51.100.7", "", "198.51.100.7"},
        {"a Host that is none", {{"Host", "a\"b"}}, "198.51.100.7", "", "198.51.100.7"},
    };
    auto const trusted = trust({"192.0.2.0/24"});
    for (auto const& row : rows) {
        CAPTURE(row.what);
        auto const view = view_of_client(fields_of(row.fields), row.peer, trusted);
        CHECK(view.base == row.base);
        CHECK(view.remote == row.remote);
    }
}

}  // namespace cassette::http
