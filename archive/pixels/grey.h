#pragma once

#include "archive/pixels/frame.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/render.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <optional>

namespace cassette {

// The grayscale pipeline of PS3.4 N.2: Modality LUT or rescale; then `window`, or else the VOI LUT, or else the first
// window, or else all values there are, padding excluded; MONOCHROME1 inverted. `attributes` holds those of this frame.
// ErrorCode::not_acceptable for a table that does not fit its descriptor.
[[nodiscard]] Result<Raster> render_grey(Frame const& frame, DcmItem& attributes, std::optional<Window> window);

}  // namespace cassette
