#pragma once

#include "archive/pixels/raster.h"
#include "schema/result.h"

#include <string>
#include <string_view>

namespace cassette {

// The picture as PNG, without loss, with an ICC profile for its colour type or "" for none: an sRGB chunk then. Grey has 8 or 16
// bits, as the picture has. ErrorCode::internal when libpng refuses.
[[nodiscard]] Result<std::string> encode_png(Raster const& raster, std::string_view profile = {});

}  // namespace cassette
