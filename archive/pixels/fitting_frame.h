#pragma once

#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/frame.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/render.h"

namespace cassette {

// The frame that the request's picture is made of without a presentation state: decoded at less than its size where the
// picture is at most half of that, the coding allows it and the picture comes out the same but for a grey level or two. That
// is for the whole of a frame without overlays and shutters, in colour or with a window that does not depend on its pixels.
// `attributes` are those of the frame. Errors are those of load_frame.
[[nodiscard]] Result<Frame> load_fitting_frame(ObjectInArchive const& object, DcmItem& attributes,
                                               RenderRequest const& request);

// How much higher than wide the pixels of a raster are for having been rounded to its size; 1 for a whole frame.
[[nodiscard]] double rounding_aspect(DcmItem& attributes, Raster const& raster);

}  // namespace cassette
