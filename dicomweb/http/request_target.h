#pragma once

#include "schema/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cassette::http {

// A request-target (RFC 9112 3.2) taken apart and percent-decoded, as http::Request holds it.
struct RequestTarget {
    std::vector<std::string> segments;
    std::vector<std::pair<std::string, std::string>> query;
};

// Takes origin-form, absolute-form and "*". ErrorCode::malformed for a bad percent-encoding, for a path whose decoded
// segments hold '/', a control character or are "..", for NUL in the query, and for a fragment.
[[nodiscard]] Result<RequestTarget> parse_request_target(std::string_view target);
// What may be logged of a target: all before the query.
[[nodiscard]] std::string_view path_of(std::string_view target);

}  // namespace cassette::http
