#include "tests/support/sha256_of.h"

#include <openssl/evp.h>

#include <fstream>
#include <memory>
#include <vector>

namespace cassette::testing {

namespace {

struct FreeDigest {
    void operator()(EVP_MD_CTX* digest) const noexcept { EVP_MD_CTX_free(digest); }
};
using Sha256 = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

Sha256 begin() {
    Sha256 digest{EVP_MD_CTX_new()};
    EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
    return digest;
}

std::string hexadecimal(Sha256 const& digest) {
    unsigned char bytes[32];
    EVP_DigestFinal_ex(digest.get(), bytes, nullptr);
    std::string text;
    for (auto const byte : bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
    auto const digest = begin();
    EVP_DigestUpdate(digest.get(), bytes.data(), bytes.size());
    return hexadecimal(digest);
}

std::string sha256_of_file(std::filesystem::path const& path) {
    std::ifstream stream{path, std::ios::binary};
    std::vector<char> buffer(std::size_t{1} << 20);
    auto const digest = begin();
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
        EVP_DigestUpdate(digest.get(), buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return hexadecimal(digest);
}

}  // namespace cassette::testing
