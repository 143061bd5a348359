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
