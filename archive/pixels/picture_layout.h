#pragma once

#include "archive/pixels/raster_geometry.h"
#include "archive/pixels/render.h"
#include "schema/result.h"

namespace cassette {

// Cuts out a region and flips it where its sides are negative, PS3.18 8.3.5.1.3. ErrorCode::malformed for a region without a
// pixel of the picture.
[[nodiscard]] Result<PlacedRaster> in_region(PlacedRaster picture, SourceRegion const& region);

// Scales the picture until it fills the viewport's width or height; `pixel_aspect` is how much higher than wide its pixels
// are. ErrorCode::too_large beyond the memory budget.
[[nodiscard]] Result<PlacedRaster> in_viewport(PlacedRaster picture, Viewport const& viewport, double pixel_aspect);

}  // namespace cassette
