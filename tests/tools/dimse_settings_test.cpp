#include "tools/dimse_settings.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("a peer has an address, permissions and limits") {
    auto const peer = parse_peer({{"ae_title", {"WORKSTATION"}},
                                  {"host", {"192.0.2.10"}},
                                  {"port", {"11112"}},
                                  {"addresses", {"192.0.2.0/24", "2001:db8::7"}},
                                  {"permissions", {"query", "retrieve"}},
                                  {"tls", {"true"}},
                                  {"parallel_associations", {"4"}},
                                  {"associations_max", {"2"}}});
    REQUIRE(peer);
    CHECK(peer->ae_title.str() == "WORKSTATION");
    CHECK(peer->host == "192.0.2.10");
    CHECK(peer->port == 11112);
    CHECK(peer->addresses ==
          std::vector{*dimse::parse_address_range("192.0.2.0/24"), *dimse::parse_address_range("2001:db8::7")});
    CHECK(peer->permissions == dimse::PeerPermissions{.store = false, .commit = false});
    CHECK(peer->tls.has_value());
    CHECK(peer->parallel_associations == 4);
    CHECK(peer->associations_max == 2);
}

TEST_CASE("a peer needs its AE title alone, and may do everything") {
    auto const peer = parse_peer({{"ae_title", {"MODALITY"}}});
    REQUIRE(peer);
    CHECK(peer->port == 104);
    CHECK(peer->permissions == dimse::PeerPermissions{});
    CHECK_FALSE(peer->tls);
    auto const harmless = parse_peer({{"ae_title", {"MODALITY"}}, {"permissions", {}}});
    REQUIRE(harmless);
    CHECK(harmless->permissions == dimse::PeerPermissions{false, false, false, false});
}

TEST_CASE("what is wrong in a peer or a user is named by its key") {
    for (auto const& [key, value] : {std::pair{"ae_title", "A TITLE THAT IS TOO LONG"},
                                     {"host", ""},
                                     {"port", "0"},
                                     {"port", "x"},
                                     {"addresses", "anywhere"},
                                     {"permissions", "everything"},
                                     {"tls", "perhaps"},
                                     {"parallel_associations", "0"},
                                     {"associations_max", "-1"},
                                     {"colour", "red"}}) {
        CAPTURE(key);
        RuleTable table{{"ae_title", {"A"}}};
        table[key] = {value};
        auto const peer = parse_peer(table);
        REQUIRE_FALSE(peer);
        CHECK(peer.error().code == ErrorCode::malformed);
        CHECK(peer.error().detail.starts_with(key));
    }
    CHECK_FALSE(parse_peer({}));
    for (auto const& [key, value] :
         {std::pair{"name", ""}, {"passcode", "in clear"}, {"permissions", "everything"}, {"colour", "red"}}) {
        CAPTURE(key);
        RuleTable table{{"name", {"alice"}}};
        table[key] = {value};
        auto const user = parse_user(table);
        REQUIRE_FALSE(user);
        CHECK(user.error().detail.starts_with(key));
    }
    CHECK_FALSE(parse_user({{"passcode", {"$6$salt$hash"}}}));
}

}  // namespace cassette
