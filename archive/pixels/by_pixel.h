#pragma once

#include "archive/pixels/frame.h"

namespace cassette {

// Puts the samples of each pixel beside each other (Planar Configuration 0, PS3.3 C.7.6.3.1.3) where they lie in planes.
// Cells are whole bytes.
void arrange_by_pixel(Frame& frame);

}  // namespace cassette
