#include "storage/sha256.h"

#include <openssl/evp.h>

#include <cstdlib>

namespace cassette {

namespace {

// OpenSSL's SHA-256 fails only where memory has run out; a wrong digest must not live on.
void require(bool done) {
    if (!done) std::abort();
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* state) const noexcept { EVP_MD_CTX_free(state); }

Sha256::Sha256() : state_{EVP_MD_CTX_new()} {
    require(state_ != nullptr);
    require(EVP_DigestInit_ex(state_.get(), EVP_sha256(), nullptr) == 1);
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
