#pragma once

#include "archive/pixels/raster.h"

#include <cstdint>

namespace cassette {

struct RasterSize {
    std::uint32_t width;
    std::uint32_t height;
    bool operator==(RasterSize const&) const = default;
};

// A length so many times halved, rounded up.
constexpr std::uint32_t halved(std::uint32_t length, std::uint32_t times) {
    return static_cast<std::uint32_t>((std::uint64_t{length} + (std::uint64_t{1} << times) - 1) >> times);
}

// The largest size within `box` that keeps the picture's proportions; `pixel_aspect` is how much higher than wide its
// pixels are. At least 1 by 1.
[[nodiscard]] RasterSize fit_into(RasterSize box, Raster const& raster, double pixel_aspect);

// The picture at another size: the mean over the area of each pixel where it shrinks, and where it grows a cubic
// (Catmull and Rom's) through the values that there are.
[[nodiscard]] Raster scaled(Raster const& raster, RasterSize size);

}  // namespace cassette
