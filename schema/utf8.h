#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

struct Utf8CodePoint {
    std::uint32_t code_point;
    std::size_t length;  // bytes; 0 when the text does not start with UTF-8
};

// The first code point of a text that is not empty. RFC 3629: overlong forms, surrogates and values beyond U+10FFFF are not
// UTF-8.
[[nodiscard]] Utf8CodePoint first_code_point(std::string_view text);
[[nodiscard]] bool is_utf8(std::string_view text);
[[nodiscard]] bool is_ascii(std::string_view text);
// The text with U+FFFD for each byte that is not UTF-8.
[[nodiscard]] std::string repaired_utf8(std::string_view text);
// At most `bytes` bytes of it, never half a character.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

}  // namespace cassette
