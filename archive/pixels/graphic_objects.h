#pragma once

#include "archive/pixels/presentation_state.h"
#include "archive/pixels/render.h"

namespace cassette {

// Where graphic annotations are drawn: a picture, and where the points of the frame are in it.
struct GraphicCanvas {
    Raster& raster;
    Placement placement;
    Purpose purpose = Purpose::rendered;
};

// Draws the Graphic Annotation Sequence of a presentation state as far as it applies to the frame, PS3.3 C.10.5: points,
// polylines, interpolated curves, circles and ellipses, filled or not, and, unless it is a thumbnail, text in its bounding
// box or at its anchor point. Layers follow each other in their order and give their grey, or
// on a colour picture their colour. What cannot be drawn is left out.
void draw_graphic_annotations(DcmItem& state, PresentedFrame const& frame, GraphicCanvas const& canvas);

}  // namespace cassette
