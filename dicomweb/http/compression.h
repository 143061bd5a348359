#pragma once

#include "dicomweb/http/message.h"

#include <optional>
#include <string_view>

namespace cassette::http {

enum class ContentCoding { identity, gzip, zstd };

// The coding that an Accept-Encoding field wants most (RFC 9110 12.5.3): by weight; among equals gzip, then zstd (RFC 8878),
// then identity, which counts as least wanted where the field does not name it. nullopt when it excludes all three.
[[nodiscard]] std::optional<ContentCoding> choose_coding(std::string_view accept_encoding);
// Whether it lets gzip through and does not want identity more: for what lies compressed already.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);
// The name for Content-Encoding; "" for identity.
[[nodiscard]] std::string_view name_of(ContentCoding coding);

// The text in that coding; nullopt for identity, for 2 GiB and more, and without memory. `plain` is not changed.
[[nodiscard]] std::optional<std::string> compressed(ContentCoding coding, std::string& plain);

// Adds Vary: Accept-Encoding to a response whose body is worth compressing: text (JSON, XML, text/*) of at least 1 KiB that is
// held in memory and has no Content-Encoding yet. Whatever a request accepts, 304 included, has the same Vary.
void vary_by_encoding(Response& response);
// Compresses such a body in the chosen coding, a smaller one too where the request excludes identity; 406 where it excludes
// everything (RFC 9110 12.5.3). Weakens a strong ETag, for the bytes are then others (RFC 9110 8.8.1).
void compress_body(Request const& request, Response& response);

}  // namespace cassette::http
