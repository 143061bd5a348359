#pragma once

#include "dicomweb/http/cors.h"
#include "dicomweb/http/forwarded.h"
#include "schema/result.h"

#include <string>
#include <string_view>

namespace cassette {

// What the HTTP door is to others. Each is parsed from the text of one key; a list is separated by commas.

// "https://pacs.example.org/archive" without a slash at the end; empty for none. ErrorCode::malformed.
[[nodiscard]] Result<std::string> parse_public_url(std::string_view text);
// ErrorCode::malformed for what is neither an origin nor "*".
[[nodiscard]] Result<http::CrossOriginPolicy> parse_origins(std::string_view text);
// ErrorCode::malformed for what is neither an address nor a range of them.
[[nodiscard]] Result<http::TrustedProxies> parse_proxies(std::string_view text);

}  // namespace cassette
