#include "schema/digest.h"

namespace cassette {

namespace {

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Result<Digest> Digest::parse(std::string_view hex) {
    Bytes bytes{};
    if (hex.size() != 2 * bytes.size()) return fail(ErrorCode::malformed, "a digest has 64 hexadecimal digits");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        int const high = digit_value(hex[2 * i]);
        int const low = digit_value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return fail(ErrorCode::malformed, "a digest has 64 hexadecimal digits");
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return Digest{bytes};
}

std::string Digest::hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes_.size());
    for (auto const byte : bytes_) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace cassette
