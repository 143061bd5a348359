#pragma once

#include "dicomweb/http/message.h"
#include "schema/result.h"

#include <string_view>

namespace cassette::http {

// The status of PS3.18 8.5 for an error.
[[nodiscard]] unsigned http_status(ErrorCode code);
// application/problem+json (RFC 9457) with the request's id. `detail` goes out: it holds no patient data (schema/result.h).
[[nodiscard]] Response problem(Request const& request, Error const& error);
// The same for what only HTTP knows: 405, 408, 431, 501 ...
[[nodiscard]] Response problem(Request const& request, unsigned status, std::string_view detail);

}  // namespace cassette::http
