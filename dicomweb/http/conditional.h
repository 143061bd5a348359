#pragma once

#include "dicomweb/http/message.h"

#include <string_view>

namespace cassette::http {

// Whether an If-None-Match field names this entity tag, by weak comparison (RFC 9110 8.8.3.2, 13.1.2); "*" names every one.
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);

// What tells one state of a representation from another; either may be empty.
struct Validators {
    std::string_view etag;
    std::string_view last_modified;  // IMF-fixdate
};
// Whether the client holds this state already: If-None-Match, or without one If-Modified-Since (RFC 9110 13.2.2). False for
// methods other than GET and HEAD.
[[nodiscard]] bool not_modified(Request const& request, Validators const& validators);

// Turns a 200 or 206 to GET or HEAD into 412 when If-Match or If-Unmodified-Since want another state, and a 200 into 304
// without a body when the client holds what the handler's ETag or Last-Modified names (RFC 9110 13.2).
void apply_conditions(Request const& request, Response& response);

}  // namespace cassette::http
