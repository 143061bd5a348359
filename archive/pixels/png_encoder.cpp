#include "archive/pixels/png_encoder.h"

#include <png.h>
#include <zlib.h>

#include <memory>
#include <vector>

namespace cassette {

namespace {

// Signature (8) | IHDR: length (4) type (4) data (13) CRC (4) | chunks about the colours | ...
// iCCP: length, type, "icc" 0 0 zlib(profile), CRC. sRGB: length, type, intent (1), CRC. gAMA: length, type, 4 bytes, CRC.
constexpr std::size_t after_header = 8 + 4 + 4 + 13 + 4;
constexpr std::size_t gamma_chunk_bytes = 4 + 4 + 4 + 4;

void append_number(std::string& text, std::uint32_t number) {
    for (unsigned shift = 32; shift > 0; shift -= 8) text.push_back(static_cast<char>(number >> (shift - 8) & 0xFFU));
}

// Type and data with their length before and their CRC behind.
std::string chunk_of(std::string_view content) {
    std::string chunk;
    append_number(chunk, static_cast<std::uint32_t>(content.size() - 4));
    chunk += content;
    auto const* const bytes = reinterpret_cast<Bytef const*>(content.data());
    append_number(chunk, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(content.size()))));
    return chunk;
}

// The simplified interface of libpng, which needs no setjmp, does not know profiles (ISO/IEC 15948 11.3.3.3).
Result<std::string> profile_chunk(std::string_view profile) {
    uLongf size = compressBound(static_cast<uLong>(profile.size()));
    std::string deflated(size, '\0');
    auto const* const from = reinterpret_cast<Bytef const*>(profile.data());
    if (compress(reinterpret_cast<Bytef*>(deflated.data()), &size, from, static_cast<uLong>(profile.size())) != Z_OK)
        return fail(ErrorCode::internal, "zlib refuses a profile");
    deflated.resize(size);
    return chunk_of(std::string{"iCCPicc"} + '\0' + '\0' + deflated);
}

// ISO/IEC 15948 11.3.3.5, perceptual.
std::string srgb_chunk() { return chunk_of(std::string{"sRGB"} + '\0'); }

std::vector<std::uint16_t> words_of(Raster const& raster) {
    std::vector<std::uint16_t> words(raster.samples.size() / 2);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = static_cast<std::uint16_t>(raster.samples[2 * i] << 8 | raster.samples[2 * i + 1]);
    return words;
}

Result<std::string> written(png_image& image, void const* samples) {
    // A fifth of the time, a tenth more bytes.
    image.flags |= PNG_IMAGE_FLAG_FAST;
    auto size = static_cast<png_alloc_size_t>(PNG_IMAGE_PNG_SIZE_MAX(image));
    auto const buffer = std::make_unique_for_overwrite<char[]>(size);
    if (png_image_write_to_memory(&image, buffer.get(), &size, 0, samples, 0, nullptr) == 0)
        return fail(ErrorCode::internal, std::string{"libpng: "} + static_cast<char const*>(image.message));
    return std::string(buffer.get(), size);
}

// libpng takes samples of 16 bits for linear light and writes them as they are, with a gAMA chunk that says so. They are no
// such thing: what says what they are takes its place.
Result<std::string> encode_words(Raster const& raster, png_image& image) {
    image.format = PNG_FORMAT_LINEAR_Y;
    image.flags |= PNG_IMAGE_FLAG_COLORSPACE_NOT_sRGB;
    auto file = written(image, words_of(raster).data());
    if (!file) return file;
    bool const as_expected = file->compare(after_header + 4, 4, "gAMA") == 0;
    if (!as_expected) return fail(ErrorCode::internal, "libpng does not begin with gAMA");
    file->erase(after_header, gamma_chunk_bytes);
    return file;
}

}  // namespace

Result<std::string> encode_png(Raster const& raster, std::string_view profile) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = raster.width;
    image.height = raster.height;
    bool const deep = raster.channels == 2;
    if (!deep) image.format = raster.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    // A profile takes the place of the sRGB chunk.
    if (!profile.empty()) image.flags |= PNG_IMAGE_FLAG_COLORSPACE_NOT_sRGB;
    auto file = deep ? encode_words(raster, image) : written(image, raster.samples.data());
    if (!file) return file;
    if (profile.empty()) return deep ? file->insert(after_header, srgb_chunk()) : *std::move(file);
    auto const chunk = profile_chunk(profile);
    if (!chunk) return fail(chunk.error());
    return file->insert(after_header, *chunk);
}

}  // namespace cassette
