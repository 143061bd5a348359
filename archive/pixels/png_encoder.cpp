#include "archive/pixels/png_encoder.h"

#include <png.h>

#include <memory>

namespace cassette {

Result<std::string> encode_png(Raster const& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = raster.width;
    image.height = raster.height;
    image.format = raster.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    // A fifth of the time, a tenth more bytes.
    image.flags = PNG_IMAGE_FLAG_FAST;
    auto size = static_cast<png_alloc_size_t>(PNG_IMAGE_PNG_SIZE_MAX(image));
    auto const buffer = std::make_unique_for_overwrite<char[]>(size);
    if (png_image_write_to_memory(&image, buffer.get(), &size, 0, raster.samples.data(), 0, nullptr) == 0)
        return fail(ErrorCode::internal, std::string{"libpng: "} + static_cast<char const*>(image.message));
    return std::string(buffer.get(), size);
}

}  // namespace cassette
