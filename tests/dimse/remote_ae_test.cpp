#include "dimse/remote_ae.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;

namespace {

Address address(std::string_view text) { return parse_address_range(text)->address; }

}  // namespace

TEST_CASE("an address range is an address, or one and a number of bits") {
    struct Row {
        char const* range;
        char const* inside;
        char const* outside;
    };
    for (auto const& row :
         {Row{"192.0.2.7", "192.0.2.7", "192.0.2.8"}, Row{"192.0.2.0/24", "192.0.2.255", "192.0.3.0"},
          Row{"10.0.0.0/9", "10.127.0.1", "10.128.0.1"}, Row{"0.0.0.0/0", "203.0.113.5", "2001:db8::1"},
          Row{"2001:db8::/32", "2001:db8:1::2", "2001:db9::2"}, Row{"::1", "::1", "127.0.0.1"},
          Row{"::ffff:192.0.2.7", "192.0.2.7", "192.0.2.8"}}) {
        CAPTURE(row.range);
        auto const range = parse_address_range(row.range);
        REQUIRE(range);
        CHECK(contains(*range, address(row.inside)));
        CHECK_FALSE(contains(*range, address(row.outside)));
    }
}

TEST_CASE("what is no address range is malformed") {
    for (auto const* text :
         {"", "host", "192.0.2", "192.0.2.0/33", "192.0.2.0/", "192.0.2.0/x", "::/129", "/8", "1.2.3.4/-1"}) {
        CAPTURE(text);
        auto const range = parse_address_range(text);
        REQUIRE_FALSE(range);
        CHECK(range.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("a remote AE is found by its title alone") {
    std::vector<RemoteAE> const remotes{{.ae_title = *AETitle::parse("ONE")}, {.ae_title = *AETitle::parse("TWO")}};
    CHECK(find_remote_ae(remotes, "TWO") == &remotes[1]);
    CHECK(find_remote_ae(remotes, "two") == nullptr);
    CHECK(find_remote_ae({}, "ONE") == nullptr);
}
