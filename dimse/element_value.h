#pragma once

#include "archive/part10/character_set.h"

#include <optional>
#include <string>
#include <string_view>

namespace cassette::dimse {

// Values between the wire and what the archive speaks: UTF-8 text, several values separated by backslash, numbers in decimal
// and attribute tags in hexadecimal whatever their VR. Binary values (OB, OW, UN, ...) are empty text.

// The value of a key, without padding.
[[nodiscard]] std::string text_of(std::string_view vr, std::string_view wire, CharacterSet const& character_set);

// nullopt when the character set does not have a character of it. What a VR cannot hold is left out.
[[nodiscard]] std::optional<std::string> wire_of(std::string_view vr, std::string_view text,
                                                 CharacterSet const& character_set);

}  // namespace cassette::dimse
