#pragma once

#include "schema/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

// A SHA-256 digest. The digest of a blob's bytes is the blob's name.
class Digest {
public:
    using Bytes = std::array<std::uint8_t, 32>;
    explicit Digest(Bytes bytes) : bytes_{bytes} {}
    // 64 hexadecimal digits, either case; ErrorCode::malformed otherwise.
    static Result<Digest> parse(std::string_view hex);
    Bytes const& bytes() const { return bytes_; }
    std::string hex() const;  // 64 lower-case digits
    auto operator<=>(Digest const&) const = default;

private:
    Bytes bytes_;
};

}  // namespace cassette
