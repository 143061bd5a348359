#pragma once

#include "archive/pixels/render.h"
#include "dicomweb/http/message.h"
#include "schema/result.h"

#include <string>
#include <string_view>

namespace cassette::dicomweb {

// "W,H" or "W,H,,,,": PS3.18 8.3.5.1.3. ErrorCode::malformed, also for a source region, which is not offered.
[[nodiscard]] Result<Viewport> parse_viewport(std::string_view text);
// "center,width" or "center,width,linear": PS3.18 8.3.5.1.4. ErrorCode::malformed, also for other functions.
[[nodiscard]] Result<Window> parse_window(std::string_view text);

// The picture that viewport, window, quality, and the Accept of the request ask for; of frame 1. A client that asks a
// rendered resource for a multipart or for bytes gets JPEG: some send one Accept for everything. ErrorCode::malformed;
// not_acceptable for other media types.
[[nodiscard]] Result<RenderRequest> parse_rendering(http::Request const& request);

[[nodiscard]] std::string_view media_type_of(RenderedType type);
// Tells one rendering of a frame from another, in characters that an entity tag may have.
[[nodiscard]] std::string fingerprint(RenderRequest const& request);

}  // namespace cassette::dicomweb
