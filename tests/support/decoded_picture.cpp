#include "tests/support/decoded_picture.h"

// jpeglib.h needs FILE and size_t before it.
#include <cstddef>
#include <cstdio>

#include <doctest/doctest.h>
#include <jpeglib.h>
#include <png.h>

namespace cassette::testing {

DecodedPicture decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0);
    bool const is_colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    image.format = is_colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    DecodedPicture picture{image.width, image.height, is_colour ? 3U : 1U, {}};
    picture.samples.resize(PNG_IMAGE_SIZE(image));
    REQUIRE(png_image_finish_read(&image, nullptr, picture.samples.data(), 0, nullptr) != 0);
    return picture;
}

std::vector<std::uint16_t> deep_samples(std::string_view png) {
    auto* const reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    auto* const info = png_create_info_struct(reader);
    auto rest = png;
    // A damaged stream ends the test program with a message.
    png_set_read_fn(reader, &rest, [](png_structp from, png_bytep to, std::size_t count) {
        auto& bytes = *static_cast<std::string_view*>(png_get_io_ptr(from));
        if (bytes.size() < count) png_error(from, "the PNG ends");
        bytes.copy(reinterpret_cast<char*>(to), count);
        bytes.remove_prefix(count);
    });
    png_read_png(reader, info, PNG_TRANSFORM_IDENTITY, nullptr);
    REQUIRE(png_get_bit_depth(reader, info) == 16);
    REQUIRE(png_get_channels(reader, info) == 1);
    std::vector<std::uint16_t> samples;
    auto* const* const rows = png_get_rows(reader, info);
    for (png_uint_32 y = 0; y < png_get_image_height(reader, info); ++y)
        for (png_uint_32 x = 0; x < png_get_image_width(reader, info); ++x)
            samples.push_back(static_cast<std::uint16_t>(rows[y][2 * x] << 8 | rows[y][2 * x + 1]));
    auto* to_destroy = reader;
    auto* info_to_destroy = info;
    png_destroy_read_struct(&to_destroy, &info_to_destroy, nullptr);
    return samples;
}

DecodedPicture decode_jpeg(std::string_view bytes) {
    jpeg_error_mgr errors;  // a damaged stream ends the test program with a message
    jpeg_decompress_struct decompressor{};
    decompressor.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&decompressor);
    jpeg_mem_src(&decompressor, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    REQUIRE(jpeg_read_header(&decompressor, TRUE) == JPEG_HEADER_OK);
    REQUIRE(jpeg_start_decompress(&decompressor));
    auto const channels = static_cast<std::uint32_t>(decompressor.output_components);
    DecodedPicture picture{decompressor.output_width, decompressor.output_height, channels, {}};
    auto const stride = std::size_t{picture.width} * channels;
    picture.samples.resize(stride * picture.height);
    while (decompressor.output_scanline < decompressor.output_height) {
        auto* row = picture.samples.data() + decompressor.output_scanline * stride;
        REQUIRE(jpeg_read_scanlines(&decompressor, &row, 1) == 1);
    }
    CHECK(errors.num_warnings == 0);
    REQUIRE(jpeg_finish_decompress(&decompressor));
    jpeg_destroy_decompress(&decompressor);
    return picture;
}

}  // namespace cassette::testing
