#include "archive/part10/base64.h"

#include <cstdint>

namespace cassette {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

int value_of(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == alphabet[62]) return 62;
    return c == alphabet[63] ? 63 : -1;
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t group = 0;
    int digits = 0;
    int padding = 0;
    for (char const c : text) {
        if (is_space(c)) continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        int const value = value_of(c);
        if (value < 0 || padding > 0) return std::nullopt;
        group = group << 6 | static_cast<std::uint32_t>(value);
        if (++digits < 4) continue;
        bytes += static_cast<char>(group >> 16 & 0xFFU);
        bytes += static_cast<char>(group >> 8 & 0xFFU);
        bytes += static_cast<char>(group & 0xFFU);
        digits = 0;
        group = 0;
    }
    if (digits == 1 || padding > 2 || (padding > 0 && digits + padding != 4)) return std::nullopt;
    if (digits >= 2) bytes += static_cast<char>(group >> (digits == 2 ? 4 : 10) & 0xFFU);
    if (digits == 3) bytes += static_cast<char>(group >> 2 & 0xFFU);
    return bytes;
}

}  // namespace cassette
