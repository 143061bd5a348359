#pragma once

#include "archive/pixels/raster.h"
#include "archive/pixels/render.h"

#include <string>
#include <string_view>

namespace cassette {

// The samples in the colour space that was asked for (PS3.18 8.3.5.1.5), and the profile to embed, "" for none. `own` is the
// object's ICC profile, "" when it has none: its colours are taken for sRGB then, and so they are when the profile is none
// for RGB or cannot be read. Grey becomes RGB where a colour space was named, and has a grey profile otherwise.
struct ProfiledRaster {
    Raster raster;
    std::string profile;
};
[[nodiscard]] ProfiledRaster in_colour_space(Raster raster, ColourProfile wanted, std::string_view own);

}  // namespace cassette
