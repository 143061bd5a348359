#pragma once

#include "archive/pixels/raster.h"
#include "schema/result.h"

#include <string>

namespace cassette {

// The picture as baseline JPEG; `quality` is 1 to 100. ErrorCode::internal when libjpeg refuses.
[[nodiscard]] Result<std::string> encode_jpeg(Raster const& raster, int quality);

}  // namespace cassette
