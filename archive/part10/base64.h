#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// The bytes of a base64 text (RFC 4648 4), as InlineBinary has it (PS3.18 F.2.7); white space is passed over. nullopt for any
// other character, and for a length that no bytes have.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace cassette
