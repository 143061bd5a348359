#include "schema/utf8.h"

#include <algorithm>

namespace cassette {

namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if ((lead >> 5) == 0x06) return 2;
    if ((lead >> 4) == 0x0E) return 3;
    return (lead >> 3) == 0x1E ? 4 : 0;
}

}  // namespace

Utf8CodePoint first_code_point(std::string_view text) {
    auto const lead = static_cast<unsigned char>(text[0]);
    std::size_t const length = sequence_length(lead);
    if (length == 0 || text.size() < length) return {0, 0};
    constexpr std::uint32_t lead_mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    std::uint32_t code_point = lead & lead_mask[length];
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(text[i])) return {0, 0};
        code_point = (code_point << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    bool const surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < least[length] || surrogate || code_point > 0x10FFFF) return {0, 0};
    return {code_point, length};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        auto const length = first_code_point(text).length;
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    while (!text.empty()) {
        auto const length = first_code_point(text).length;
        repaired += length == 0 ? replacement_character : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return repaired;
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && is_continuation(text[bytes])) --bytes;
    return text.substr(0, bytes);
}

}  // namespace cassette
