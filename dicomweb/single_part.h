#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/pieces.h"

#include <optional>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// One representation that is its own body.
struct SinglePart {
    std::string content_type;
    std::string etag;  // quoted, strong
    Pieces pieces;
};

// The Range field applied to so many bytes, RFC 9110 14.2.
struct RangeRequest {
    enum class Kind { none, satisfiable, unsatisfiable } kind = Kind::none;
    ByteRange range;
};

// A single byte range; `none` for several ranges, other units and what cannot be read: the whole is sent then.
[[nodiscard]] RangeRequest parse_range(std::string_view field, std::uint64_t length);

// The whole, or the range that was asked for (RFC 9110 14.1.2; If-Range honoured), or 416.
[[nodiscard]] http::Response single_part(http::Request const& request, SinglePart part);

}  // namespace cassette::dicomweb
