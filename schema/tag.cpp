#include "schema/tag.h"

#include <charconv>

namespace cassette {

std::string to_hex(Tag tag) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text(8, '0');
    std::uint32_t value = (static_cast<std::uint32_t>(tag.group) << 16) | tag.element;
    for (std::size_t i = 8; i-- > 0; value >>= 4) text[i] = digits[value & 15U];
    return text;
}

std::optional<Tag> parse_tag(std::string_view hex) {
    std::uint32_t value = 0;
    if (hex.size() != 8) return std::nullopt;
    auto const [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    if (error != std::errc{} || end != hex.data() + hex.size()) return std::nullopt;
    return Tag{static_cast<std::uint16_t>(value >> 16), static_cast<std::uint16_t>(value & 0xFFFFU)};
}

}  // namespace cassette
