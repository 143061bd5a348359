#pragma once

#include "dicomweb/http/message.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette::http {

enum class Version { http_1_0, http_1_1 };

// How the recipient finds the end of the body (RFC 9112 6.3).
enum class Delimiter { none, content_length, chunked, close };

// What the connection, and not the handler, decides about a response.
struct Framing {
    Version version = Version::http_1_1;  // of the request
    bool keep_alive = true;
    Delimiter delimiter = Delimiter::none;
    std::uint64_t length = 0;  // for Delimiter::content_length
};

// The status line and the fields with the empty line after them. Fields that frame the message, and Date, Server and
// X-Request-Id, come from here whatever the handler set; a field whose name or value would break the header is dropped.
[[nodiscard]] std::string response_head(Response const& response, std::string_view request_id, Framing const& framing);

}  // namespace cassette::http
