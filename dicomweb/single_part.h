#pragma once

#include "dicomweb/byte_ranges.h"
#include "dicomweb/http/message.h"
#include "dicomweb/pieces.h"

#include <string>

namespace cassette::dicomweb {

// One representation that is its own body.
struct SinglePart {
    std::string content_type;
    std::string etag;  // quoted, strong
    Pieces pieces;
    std::string last_modified = {};  // IMF-fixdate, "" when not known
};

// The whole; or the range that was asked for; or several as multipart/byteranges (RFC 9110 14.6; If-Range honoured); or 416.
[[nodiscard]] http::Response single_part(http::Request const& request, SinglePart part);

}  // namespace cassette::dicomweb
