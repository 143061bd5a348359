#include "tools/json_web_token.h"

#include "archive/part10/base64.h"

#include <boost/json.hpp>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>

namespace cassette {

namespace {

constexpr std::size_t token_size_max = 16 * 1024;
constexpr std::size_t secret_size_min = 32;  // RFC 7518 3.2
constexpr std::int64_t leeway_seconds = 60;

struct Free {
    void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* digest) const noexcept { EVP_MD_CTX_free(digest); }
    void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};
using PublicKey = std::unique_ptr<EVP_PKEY, Free>;

Failure refused(std::string why) { return fail(ErrorCode::not_authorized, std::move(why)); }

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

PublicKey parse_public_key(std::string const& pem) {
    std::unique_ptr<BIO, Free> const bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    return PublicKey{bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr};
}

// RFC 7515 2: base64url, without padding.
std::optional<std::string> decode(std::string_view text) {
    std::string base64{text};
    std::ranges::replace(base64, '-', '+');
    std::ranges::replace(base64, '_', '/');
    base64.resize((base64.size() + 3) / 4 * 4, '=');
    return decode_base64(base64);
}

std::optional<boost::json::object> decode_object(std::string_view text) {
    auto const json = decode(text);
    if (!json) return std::nullopt;
    boost::json::error_code error;
    auto value = boost::json::parse(*json, error);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

std::string_view text_at(boost::json::object const& object, std::string_view key) {
    auto const* const value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string_view{value->get_string()} : std::string_view{};
}

// RFC 7519 2: NumericDate, seconds, perhaps with a fraction.
std::optional<double> date_at(boost::json::object const& object, std::string_view key) {
    auto const* const value = object.if_contains(key);
    if (value == nullptr || !value->is_number()) return std::nullopt;
    return value->to_number<double>();
}

bool has_hmac(std::string_view text, std::string_view signature, std::string const& secret) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
    unsigned size = 0;
    auto const* const done = HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(text),
                                  text.size(), made.data(), &size);
    return done != nullptr && size == signature.size() && CRYPTO_memcmp(made.data(), signature.data(), size) == 0;
}

bool has_rsa_signature(std::string_view text, std::string_view signature, std::string const& pem) {
    auto const key = parse_public_key(pem);
    std::unique_ptr<EVP_MD_CTX, Free> const digest{EVP_MD_CTX_new()};
    return key && digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
        EVP_DigestVerify(digest.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) == 1;
}

bool is_signed(std::string_view text, std::string_view signature, TokenPolicy const& policy) {
    switch (policy.algorithm) {
        case TokenAlgorithm::hs256: return has_hmac(text, signature, policy.key);
        case TokenAlgorithm::rs256: return has_rsa_signature(text, signature, policy.key);
    }
    return false;
}

std::string_view name_of(TokenAlgorithm algorithm) { return algorithm == TokenAlgorithm::hs256 ? "HS256" : "RS256"; }

bool is_for(boost::json::object const& claims, std::string const& audience) {
    auto const* const value = claims.if_contains("aud");
    if (value == nullptr) return false;
    if (value->is_string()) return std::string_view{value->get_string()} == audience;
    auto const* const list = value->if_array();
    auto const names = [&](boost::json::value const& item) {
        return item.is_string() && std::string_view{item.get_string()} == audience;
    };
    return list != nullptr && std::ranges::any_of(*list, names);
}

Result<std::string> subject_of(boost::json::object const& claims, TokenPolicy const& policy,
                               std::chrono::system_clock::time_point now) {
    auto const seconds = std::chrono::duration<double>(now.time_since_epoch()).count();
    auto const expires = date_at(claims, "exp");
    if (!expires || *expires + leeway_seconds < seconds) return refused("a token that has expired, or never does");
    auto const begins = date_at(claims, "nbf");
    if (begins && *begins - leeway_seconds > seconds) return refused("a token that is not valid yet");
    if (!policy.issuer.empty() && text_at(claims, "iss") != policy.issuer) return refused("a token of another issuer");
    if (!policy.audience.empty() && !is_for(claims, policy.audience)) return refused("a token for another audience");
    auto const subject = text_at(claims, "sub");
    if (subject.empty()) return refused("a token without a subject");
    return std::string{subject};
}

}  // namespace

Result<TokenPolicy> read_token_key(std::filesystem::path const& file) {
    std::ifstream stream{file};
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) return fail(ErrorCode::malformed, "cannot read " + file.string());
    auto key = text.str();
    if (parse_public_key(key)) return TokenPolicy{TokenAlgorithm::rs256, std::move(key)};
    while (!key.empty() && (key.back() == '\n' || key.back() == '\r')) key.pop_back();
    if (key.size() < secret_size_min)
        return fail(ErrorCode::malformed, file.string() + " is neither a public key nor a secret of 32 bytes");
    return TokenPolicy{TokenAlgorithm::hs256, std::move(key)};
}

Result<std::string> verify_token(std::string_view token, TokenPolicy const& policy,
                                 std::chrono::system_clock::time_point now) {
    auto const first = token.find('.');
    auto const last = token.rfind('.');
    if (token.size() > token_size_max || first == std::string_view::npos || first == last)
        return refused("not a JSON Web Token");
    auto const header = decode_object(token.substr(0, first));
    auto const claims = decode_object(token.substr(first + 1, last - first - 1));
    auto const signature = decode(token.substr(last + 1));
    if (!header || !claims || !signature) return refused("not a JSON Web Token");
    // RFC 8725 3.1: the algorithm is ours to say, not the token's. RFC 7515 4.1.11: what is critical must be understood.
    if (text_at(*header, "alg") != name_of(policy.algorithm) || header->contains("crit"))
        return refused("a token signed in another way");
    if (!is_signed(token.substr(0, last), *signature, policy)) return refused("a token whose signature is not good");
    return subject_of(*claims, policy, now);
}

}  // namespace cassette
