#pragma once

#include "dicomweb/http/message.h"

#include <string_view>

namespace cassette::http {

// Whether an If-None-Match field names this entity tag, by weak comparison (RFC 9110 8.8.3.2, 13.1.2); "*" names every one.
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);
// Turns a 200 to GET or HEAD into 304 without a body when the client holds what the handler's ETag names (RFC 9110 13.2).
void apply_conditions(Request const& request, Response& response);

}  // namespace cassette::http
