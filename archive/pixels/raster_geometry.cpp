#include "archive/pixels/raster_geometry.h"

#include "archive/pixels/scale.h"

#include <algorithm>
#include <utility>

namespace cassette {

namespace {

// A raster whose pixel x, y is the pixel from(x, y) of another, as a position in it.
template <class From>
Raster rearranged(Raster const& raster, RasterSize size, From from) {
    Raster result{size.width, size.height, raster.channels, {}};
    result.samples.resize(raster.samples.size());
    auto* out = result.samples.data();
    for (std::uint32_t y = 0; y < size.height; ++y) {
        for (std::uint32_t x = 0; x < size.width; ++x, out += raster.channels)
            std::copy_n(raster.samples.data() + from(x, y) * raster.channels, raster.channels, out);
    }
    return result;
}

}  // namespace

Placement Placement::then(Placement const& other) const {
    return {other.xx * xx + other.xy * yx, other.xx * xy + other.xy * yy, other.xx * x0 + other.xy * y0 + other.x0,
            other.yx * xx + other.yy * yx, other.yx * xy + other.yy * yy, other.yx * x0 + other.yy * y0 + other.y0};
}

PlacedRaster turned(PlacedRaster picture, Turn turn) {
    auto const& raster = picture.raster;
    std::size_t const width = raster.width;
    std::size_t const height = raster.height;
    auto const w = static_cast<double>(width);
    auto const h = static_cast<double>(height);
    switch (turn) {
        case Turn::none: break;
        case Turn::quarter:
            return {rearranged(raster, {raster.height, raster.width},
                               [=](std::size_t x, std::size_t y) { return (height - 1 - x) * width + y; }),
                    picture.placement.then({0, -1, h, 1, 0, 0})};
        case Turn::half:
            return {rearranged(raster, {raster.width, raster.height},
                               [=](std::size_t x, std::size_t y) { return (height - 1 - y) * width + width - 1 - x; }),
                    picture.placement.then({-1, 0, w, 0, -1, h})};
        case Turn::three_quarters:
            return {rearranged(raster, {raster.height, raster.width},
                               [=](std::size_t x, std::size_t y) { return x * width + width - 1 - y; }),
                    picture.placement.then({0, 1, 0, -1, 0, w})};
    }
    return picture;
}

PlacedRaster flipped_horizontally(PlacedRaster picture) {
    auto const& raster = picture.raster;
    std::size_t const width = raster.width;
    return {rearranged(raster, {raster.width, raster.height},
                       [=](std::size_t x, std::size_t y) { return y * width + width - 1 - x; }),
            picture.placement.then({-1, 0, static_cast<double>(width), 0, 1, 0})};
}

PlacedRaster flipped_vertically(PlacedRaster picture) {
    auto const& raster = picture.raster;
    std::size_t const width = raster.width;
    std::size_t const height = raster.height;
    return {rearranged(raster, {raster.width, raster.height},
                       [=](std::size_t x, std::size_t y) { return (height - 1 - y) * width + x; }),
            picture.placement.then({1, 0, 0, 0, -1, static_cast<double>(height)})};
}

PlacedRaster cut_out(PlacedRaster picture, PixelRectangle const& rectangle) {
    auto const& source = picture.raster;
    Raster part{
        static_cast<std::uint32_t>(rectangle.width), static_cast<std::uint32_t>(rectangle.height), source.channels, {}};
    std::size_t const channels = source.channels;
    part.samples.resize(std::size_t{part.width} * part.height * channels);
    auto const left = std::max<std::int64_t>(rectangle.left, 0);
    auto const right = std::min<std::int64_t>(rectangle.left + rectangle.width, source.width);
    auto const top = std::max<std::int64_t>(rectangle.top, 0);
    auto const bottom = std::min<std::int64_t>(rectangle.top + rectangle.height, source.height);
    for (auto y = top; y < bottom && left < right; ++y) {
        auto const from = (static_cast<std::size_t>(y) * source.width + static_cast<std::size_t>(left)) * channels;
        auto const to = (static_cast<std::size_t>(y - rectangle.top) * part.width +
                         static_cast<std::size_t>(left - rectangle.left)) *
            channels;
        std::copy_n(source.samples.begin() + static_cast<std::ptrdiff_t>(from),
                    static_cast<std::size_t>(right - left) * channels,
                    part.samples.begin() + static_cast<std::ptrdiff_t>(to));
    }
    auto const dx = static_cast<double>(rectangle.left);
    auto const dy = static_cast<double>(rectangle.top);
    return {std::move(part), picture.placement.then({1, 0, -dx, 0, 1, -dy})};
}

PlacedRaster resized(PlacedRaster picture, std::uint32_t width, std::uint32_t height) {
    auto const& raster = picture.raster;
    if (width == raster.width && height == raster.height) return picture;
    double const across = static_cast<double>(width) / raster.width;
    double const down = static_cast<double>(height) / raster.height;
    return {scaled(raster, {width, height}), picture.placement.then({across, 0, 0, 0, down, 0})};
}

}  // namespace cassette
