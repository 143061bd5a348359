#include "storage/sha256.h"

#include <openssl/evp.h>

#include <cstdlib>

namespace cassette {

namespace {

// OpenSSL's SHA-256 fails only where memory has run out; a wrong digest must not live on.
void require(bool done) {
    if (!done) std::abort();
}

// Looked up once: OpenSSL would search its providers for each new state.
EVP_MD const* algorithm() {
    struct Free {
        void operator()(EVP_MD* found) const noexcept { EVP_MD_free(found); }
    };
    static std::unique_ptr<EVP_MD, Free> const found{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    return found.get();
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* state) const noexcept { EVP_MD_CTX_free(state); }

Sha256::Sha256() : state_{EVP_MD_CTX_new()} {
    require(state_ != nullptr);
    require(EVP_DigestInit_ex(state_.get(), algorithm(), nullptr) == 1);
}

void Sha256::update(std::span<std::byte const> bytes) {
    require(EVP_DigestUpdate(state_.get(), bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() {
    Digest::Bytes bytes{};
    require(EVP_DigestFinal_ex(state_.get(), bytes.data(), nullptr) == 1);
    require(EVP_DigestInit_ex(state_.get(), nullptr, nullptr) == 1);
    return Digest{bytes};
}

Digest sha256(std::span<std::byte const> bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

}  // namespace cassette
