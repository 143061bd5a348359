#pragma once

#include "archive/pixels/raster.h"
#include "schema/result.h"

#include <string>

namespace cassette {

// The picture as PNG, without loss. ErrorCode::internal when libpng refuses.
[[nodiscard]] Result<std::string> encode_png(Raster const& raster);

}  // namespace cassette
