#include "tests/tools/made_token.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <memory>

namespace cassette::testing {

namespace {

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

struct Free {
    void operator()(EVP_MD_CTX* digest) const noexcept { EVP_MD_CTX_free(digest); }
};

std::string unsigned_part(TokenText const& text) { return base64url(text.header) + '.' + base64url(text.claims); }

}  // namespace

std::string base64url(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    auto const size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes_of(bytes), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    while (text.ends_with('=')) text.pop_back();
    for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

std::string made_token(TokenText const& text, std::string_view secret) {
    auto const part = unsigned_part(text);
    std::array<unsigned char, EVP_MAX_MD_SIZE> signature{};
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(part), part.size(), signature.data(),
         &size);
    return part + '.' + base64url({reinterpret_cast<char const*>(signature.data()), size});
}

std::string made_token(TokenText const& text, evp_pkey_st* key) {
    auto const part = unsigned_part(text);
    std::unique_ptr<EVP_MD_CTX, Free> const digest{EVP_MD_CTX_new()};
    EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key);
    std::size_t size = 0;
    EVP_DigestSign(digest.get(), nullptr, &size, bytes_of(part), part.size());
    std::string signature(size, '\0');
    EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(part),
                   part.size());
    return part + '.' + base64url(signature.substr(0, size));
}

}  // namespace cassette::testing
