#pragma once

#include "archive/ingest/bulk_parts.h"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace cassette {

// Pixel Data that came as compressed parts.
struct CompressedPixels {
    std::string transfer_syntax;
    std::vector<BulkPart> fragments;  // code streams alone, in frame order; a long video is cut into several
};

// PS3.18 10.5.2: the transfer syntax that the parts name, else that of their code streams, else what `hint` says when it goes
// with their media type, else the media type's own. ErrorCode::unsupported_media_type when there is none; malformed when the
// parts differ in it.
[[nodiscard]] Result<CompressedPixels> compressed_pixels(std::vector<BulkPart const*> const& frames,
                                                         BulkParts const& parts, std::string const& hint);

// Whether a part of this media type is a compressed image or video, as opposed to plain bytes.
[[nodiscard]] bool is_compressed_media_type(std::string_view media_type);

// Completes the Image Pixel Description Macro (PS3.3 C.7.6.3) and Number of Frames from the first frame, where it is missing.
[[nodiscard]] Result<void> complete_image_description(boost::json::object& metadata, CompressedPixels const& pixels,
                                                      BulkParts const& parts);

}  // namespace cassette
