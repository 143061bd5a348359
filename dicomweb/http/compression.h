#pragma once

#include "dicomweb/http/message.h"

#include <string_view>

namespace cassette::http {

// Whether an Accept-Encoding field lets gzip through (RFC 9110 12.5.3): named, or by "*", with a weight above 0, and not
// less wanted than identity.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);
// Adds Vary: Accept-Encoding to a response whose body is worth compressing: text (JSON, XML, text/*) of at least 1 KiB that is
// held in memory and has no Content-Encoding yet. Whatever a request accepts, 304 included, has the same Vary.
void vary_by_encoding(Response& response);
// Compresses such a body when the request allows it. Weakens a strong ETag, for the bytes are then others (RFC 9110 8.8.1).
void compress_body(Request const& request, Response& response);

}  // namespace cassette::http
