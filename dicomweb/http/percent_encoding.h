#pragma once

#include "schema/result.h"

#include <string>
#include <string_view>

namespace cassette::http {

// Replaces each %XX by its byte (RFC 3986 2.1); '+' stays '+'. ErrorCode::malformed when a '%' is not followed by two
// hexadecimal digits.
[[nodiscard]] Result<std::string> percent_decode(std::string_view text);
// Keeps the unreserved characters (RFC 3986 2.3) and encodes every other byte: percent_decode(percent_encode(x)) == x.
[[nodiscard]] std::string percent_encode(std::string_view bytes);

}  // namespace cassette::http
