#pragma once

#include "archive/pixels/frame.h"
#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcitem.h>

namespace cassette {

// How grey pixels with a palette are meant to be shown (Pixel Presentation).
enum class PaletteUse {
    none,         // as grey
    range,        // PS3.3 C.7.6.16.2.26: values of a range in the colours of the palette
    supplemental  // PS3.3 C.8.16.2.1.1.1: values from the first that the palette maps on in its colours, others as grey
};

[[nodiscard]] PaletteUse palette_use(DcmItem& attributes, PixelDescription const& description);

// The frame in the colours of its palette, from Minimum to Maximum Stored Value Mapped; what is not a number, and padding, is
// black. ErrorCode::not_acceptable for a palette that does not fit its descriptor, and without a range.
[[nodiscard]] Result<Raster> through_colour_range(Frame const& frame, DcmItem& attributes);

// The grey picture of a frame, with the values that the palette maps in their colours. ErrorCode::not_acceptable likewise.
[[nodiscard]] Result<Raster> with_supplemental_colours(Frame const& frame, DcmItem& attributes, Raster grey);

}  // namespace cassette
