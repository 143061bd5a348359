#pragma once

#include <string>
#include <string_view>

struct evp_pkey_st;

namespace cassette::testing {

// Header and claims of a JSON Web Token, as JSON.
struct TokenText {
    std::string header, claims;
};

// The token, signed with HMAC SHA-256 or with a private RSA key (RFC 7515 7.1).
[[nodiscard]] std::string made_token(TokenText const& text, std::string_view secret);
[[nodiscard]] std::string made_token(TokenText const& text, evp_pkey_st* key);
[[nodiscard]] std::string base64url(std::string_view bytes);

}  // namespace cassette::testing
