#pragma once

#include "archive/pixels/canvas.h"
#include "archive/pixels/frame.h"
#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

// One overlay plane, PS3.3 C.9.2: a dot for each pixel of a rectangle of the frame.
struct OverlayPlane {
    std::uint16_t group = 0x6000;
    std::int32_t left = 0;  // of the frame; may lie outside
    std::int32_t top = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<bool> dots = {};
    std::string layer = {};  // Overlay Activation Layer, "" where there is none
};

// The planes of the groups 6000 to 601E that cover frame `number`, in order. Those in unused bits of Pixel Data (retired,
// PS3.5 8.1.2) come from the cells of `frame`. What does not fit together is left out.
[[nodiscard]] std::vector<OverlayPlane> overlay_planes(DcmItem& attributes, Frame const& frame, std::uint32_t number);

// Gives the pixels under the dots this colour; grey pictures take its mean.
void paint(OverlayPlane const& plane, Colour colour, Raster& raster);

}  // namespace cassette
