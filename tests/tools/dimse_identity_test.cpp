#include "tools/dimse_identity.h"

#include "tests/tools/made_token.h"

#include <doctest/doctest.h>

#include <crypt.h>

namespace cassette {

namespace {

using dimse::IdentityType;
using dimse::UserIdentity;
constexpr std::string_view secret = "a secret of thirty-two bytes or so";
std::chrono::system_clock::time_point const now{std::chrono::seconds{1'700'000'000}};

KnownUsers known() {
    crypt_data scratch{};
    std::string const hash = crypt_r("open sesame", "$6$rounds=1000$salt", &scratch);
    return {.users = {{.name = "alice", .passcode_hash = hash, .permissions = {.commit = false}}, {.name = "scanner"}},
            .tokens = TokenPolicy{TokenAlgorithm::hs256, std::string{secret}},
            .now = [] { return now; }};
}

std::string token_for(std::string const& subject) {
    return testing::made_token({R"({"alg":"HS256"})", R"({"exp":1700000100,"sub":")" + subject + "\"}"}, secret);
}

}  // namespace

TEST_CASE("a user is known by its passcode, by its name where it has none, or by a token (PS3.7 D.3.3.7)") {
    auto const verify = identity_verifier(known());
    auto const alice = verify({IdentityType::username_and_passcode, true, "alice", "open sesame"});
    REQUIRE(alice);
    CHECK(alice->principal.name == "alice");
    CHECK(alice->permissions == dimse::PeerPermissions{.commit = false});
    CHECK(alice->response.empty());
    auto const scanner = verify({IdentityType::username, false, "scanner", ""});
    REQUIRE(scanner);
    CHECK(scanner->principal.name == "scanner");
    auto const by_token = verify({IdentityType::jwt, false, token_for("alice"), ""});
    REQUIRE(by_token);
    CHECK(by_token->principal.name == "alice");
    CHECK(by_token->permissions == dimse::PeerPermissions{.commit = false});
    auto const unlisted = verify({IdentityType::jwt, false, token_for("bob"), ""});
    REQUIRE(unlisted);
    CHECK(unlisted->principal.name == "bob");
    CHECK(unlisted->permissions == dimse::PeerPermissions{});
}

TEST_CASE("everybody else is not authorized, and nothing of what was said is repeated") {
    auto const verify = identity_verifier(known());
    for (auto const& identity :
         {UserIdentity{IdentityType::username_and_passcode, true, "alice", "wrong"},
          UserIdentity{IdentityType::username_and_passcode, true, "alice", ""},
          UserIdentity{IdentityType::username_and_passcode, true, "alice", std::string{"open sesame\0x", 13}},
          UserIdentity{IdentityType::username_and_passcode, true, "scanner", ""},
          UserIdentity{IdentityType::username_and_passcode, true, "mallory", "open sesame"},
          UserIdentity{IdentityType::username, true, "alice", ""},
          UserIdentity{IdentityType::username, true, "mallory", ""},
          UserIdentity{IdentityType::jwt, true, token_for("alice") + "x", ""},
          UserIdentity{IdentityType::kerberos, true, "ticket", ""},
          UserIdentity{IdentityType::saml, true, "<xml/>", ""},
          UserIdentity{static_cast<IdentityType>(0), true, "", ""}}) {
        CAPTURE(identity.primary);
        auto const verified = verify(identity);
        REQUIRE_FALSE(verified);
        CHECK(verified.error().code == ErrorCode::not_authorized);
        for (std::string const said : {"alice", "mallory", "sesame", "ticket"})
            CHECK(verified.error().detail.find(said) == std::string::npos);
    }
    auto without_key = known();
    without_key.tokens.reset();
    CHECK_FALSE(identity_verifier(without_key)({IdentityType::jwt, true, token_for("alice"), ""}));
}

}  // namespace cassette
