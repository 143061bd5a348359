#pragma once

#include "archive/pixels/frame.h"
#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcitem.h>

namespace cassette {

// RGB of a frame in palette colour, RGB or one of the YBR spaces, PS3.3 C.7.6.3.1.2.
// ErrorCode::not_acceptable for a palette that is missing or does not fit its descriptor.
[[nodiscard]] Result<Raster> render_colour(Frame const& frame, DcmItem& attributes);

// A grey picture in the colours of a palette, whose entries are spread over its range from black to white.
// ErrorCode::not_acceptable likewise.
[[nodiscard]] Result<Raster> through_palette(Raster const& grey, DcmItem& attributes);

}  // namespace cassette
