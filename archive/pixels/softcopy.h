#pragma once

#include "archive/pixels/grey.h"

#include <dcmtk/dcmdata/dcitem.h>

namespace cassette {

// The 8-bit picture of a frame, grey or RGB, PS3.4 N.2. `attributes` holds those that apply to this frame.
// ErrorCode::not_acceptable when they contradict each other.
[[nodiscard]] Result<Raster> softcopy(Frame const& frame, DcmItem& attributes, GreyDisplay const& display);

// How much higher than wide a pixel is, PS3.3 C.7.6.3.1.7; 1 where nothing sensible is said.
[[nodiscard]] double pixel_aspect(DcmItem& attributes);

}  // namespace cassette
