#include "archive/pixels/png_encoder.h"

#include <png.h>
#include <zlib.h>

#include <memory>

namespace cassette {

namespace {

// Signature (8) | IHDR: length (4) type (4) data (13) CRC (4) | iCCP: length, type, "icc" 0 0 zlib(profile), CRC | ...
constexpr std::size_t after_header = 8 + 4 + 4 + 13 + 4;

void append_number(std::string& text, std::uint32_t number) {
    for (unsigned shift = 32; shift > 0; shift -= 8) text.push_back(static_cast<char>(number >> (shift - 8) & 0xFFU));
}

// The simplified interface of libpng, which needs no setjmp, does not know profiles (ISO/IEC 15948 11.3.3.3).
Result<std::string> profile_chunk(std::string_view profile) {
    uLongf size = compressBound(static_cast<uLong>(profile.size()));
    std::string deflated(size, '\0');
    auto const* const from = reinterpret_cast<Bytef const*>(profile.data());
    if (compress(reinterpret_cast<Bytef*>(deflated.data()), &size, from, static_cast<uLong>(profile.size())) != Z_OK)
        return fail(ErrorCode::internal, "zlib refuses a profile");
    deflated.resize(size);
    std::string const content = std::string{"iCCPicc"} + '\0' + '\0' + deflated;
    std::string chunk;
    append_number(chunk, static_cast<std::uint32_t>(content.size() - 4));
    chunk += content;
    auto const* const bytes = reinterpret_cast<Bytef const*>(content.data());
    append_number(chunk, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(content.size()))));
    return chunk;
}

}  // namespace

Result<std::string> encode_png(Raster const& raster, std::string_view profile) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = raster.width;
    image.height = raster.height;
    image.format = raster.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    // A fifth of the time, a tenth more bytes.
    image.flags = PNG_IMAGE_FLAG_FAST;
    // A profile takes the place of the sRGB chunk.
    if (!profile.empty()) image.flags |= PNG_IMAGE_FLAG_COLORSPACE_NOT_sRGB;
    auto size = static_cast<png_alloc_size_t>(PNG_IMAGE_PNG_SIZE_MAX(image));
    auto const buffer = std::make_unique_for_overwrite<char[]>(size);
    if (png_image_write_to_memory(&image, buffer.get(), &size, 0, raster.samples.data(), 0, nullptr) == 0)
        return fail(ErrorCode::internal, std::string{"libpng: "} + static_cast<char const*>(image.message));
    std::string file(buffer.get(), size);
    if (profile.empty()) return file;
    auto const chunk = profile_chunk(profile);
    if (!chunk) return fail(chunk.error());
    return file.insert(after_header, *chunk);
}

}  // namespace cassette
