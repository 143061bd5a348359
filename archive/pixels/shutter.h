#pragma once

#include "archive/pixels/canvas.h"
#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>

namespace cassette {

// The Display Shutter of an image (PS3.3 C.7.6.11) or of a presentation state, in the frame's own pixels: what is outside
// the rectangle, the circle or the polygon, where they are there, gets shutter_colour(). Shutters that make no sense hide
// nothing.
void close_shutter(DcmItem& attributes, Raster& raster);

// What shutters put in place of such a picture: Shutter Presentation Value, P-Values of 16 bits, or in colour pictures Shutter
// Presentation Color CIELab Value where it is there.
[[nodiscard]] Colour shutter_colour(DcmItem& attributes, Raster const& raster);

// The Bitmap Display Shutter of a presentation state (PS3.3 C.7.6.15) is one of its overlays: the group of that one.
[[nodiscard]] std::optional<std::uint16_t> shutter_group(DcmItem& state);

}  // namespace cassette
