#pragma once

#include "schema/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace cassette {

// What signs tokens, RFC 7518 3.1.
enum class TokenAlgorithm { hs256, rs256 };

// Whose tokens are believed. Empty issuer and audience: of anybody, for anybody.
struct TokenPolicy {
    TokenAlgorithm algorithm = TokenAlgorithm::rs256;
    std::string key;  // the secret of HS256, at least 32 bytes; the public key of RS256 as PEM
    std::string issuer = {};
    std::string audience = {};
};

// Reads the key: of RS256 when it is a PEM public key, otherwise of HS256 (without the line's end). ErrorCode::malformed when it
// is too short or cannot be read.
[[nodiscard]] Result<TokenPolicy> read_token_key(std::filesystem::path const& file);

// The subject of a JSON Web Token (RFC 7519) in compact serialization that the key has signed and that is valid now (exp is
// required; a minute of leeway). ErrorCode::not_authorized with the reason, which quotes nothing of the token.
[[nodiscard]] Result<std::string> verify_token(std::string_view token, TokenPolicy const& policy,
                                               std::chrono::system_clock::time_point now);

}  // namespace cassette
