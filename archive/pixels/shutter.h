#pragma once

#include "archive/pixels/overlay.h"
#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcitem.h>

namespace cassette {

// The Display Shutter of an image (PS3.3 C.7.6.11) or of a presentation state, in the frame's own pixels: what is outside
// the rectangle, the circle or the polygon, where they are there, gets Shutter Presentation Value. Shutters that make no
// sense hide nothing.
void close_shutter(DcmItem& attributes, Raster& raster);

// Shutter Presentation Value (0018,1622) as a sample: P-Values of 16 bits.
[[nodiscard]] std::uint8_t shutter_sample(DcmItem& attributes);

}  // namespace cassette
