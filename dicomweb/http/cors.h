#pragma once

#include "dicomweb/http/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette::http {

// Which web pages of other origins may use the server (Fetch standard, CORS protocol).
struct CrossOriginPolicy {
    std::vector<std::string> origins;  // "https://viewer.example.org"; "*" allows every one; empty: none

    bool allows(std::string_view origin) const;
};

// An origin as the Origin field writes it: scheme, host and perhaps a port, nothing behind.
[[nodiscard]] bool is_origin(std::string_view text);

// Lets an allowed page read the response, errors included, and answers its preflight: a 204 to OPTIONS with
// Access-Control-Request-Method then tells the methods of Allow. Without an Origin field, or for one that is not allowed,
// only Vary is set.
void apply_cross_origin(CrossOriginPolicy const& policy, Request const& request, Response& response);

}  // namespace cassette::http
