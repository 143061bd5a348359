#pragma once

#include "archive/pixels/canvas.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// How what belongs to one layer is drawn, PS3.3 C.10.7.
struct GraphicLayer {
    std::string name = {};
    std::int64_t order = 0;
    std::uint8_t grey = 255;       // on a grey picture
    Colour colour = grey_of(255);  // on a colour picture: its own, or the grey
};

// The layers of a presentation state, the lowest first.
[[nodiscard]] std::vector<GraphicLayer> graphic_layers(DcmItem& state);
// How it is drawn on this picture.
[[nodiscard]] Colour colour_on(GraphicLayer const& layer, Raster const& raster);

}  // namespace cassette
