#pragma once

#include "archive/pixels/raster.h"
#include "schema/result.h"

#include <string>
#include <string_view>

namespace cassette {

// How many samples of colour there are: all of them for high qualities, and a quarter for others; or half as many as pixels,
// side by side, which is what YBR_FULL_422 says of a coded frame (PS3.5 8.2.1).
enum class ChromaSampling { by_quality, halved_across };

// The picture as baseline JPEG; `quality` is 1 to 100; with an ICC profile for its colour type, or "" for none.
// ErrorCode::internal when libjpeg refuses.
[[nodiscard]] Result<std::string> encode_jpeg(Raster const& raster, int quality, std::string_view profile = {},
                                              ChromaSampling chroma = ChromaSampling::by_quality);

}  // namespace cassette
