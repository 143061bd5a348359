#pragma once

#include "archive/pixels/frame.h"

namespace cassette {

// Where the samples of a frame that was decoded at less than its size are on the whole frame: the middle of the first, and how
// far it is to the next, in pixels of the whole, whose first pixel has its middle at 0.
struct SampleGrid {
    double first = 0;
    double step = 1;
};

// The frame with its samples in the middles of equal parts of the whole's sides, which is how any picture is scaled: decoders
// round a side up to whole steps, and wavelets take every second sample. Linear between two samples. Integers by pixel.
[[nodiscard]] Frame evenly_spread(Frame const& reduced, PixelDescription const& whole, SampleGrid grid);

}  // namespace cassette
