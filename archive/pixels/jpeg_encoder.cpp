#include "archive/pixels/jpeg_encoder.h"

// jpeglib.h needs FILE and size_t before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <csetjmp>
#include <memory>

namespace cassette {

namespace {

struct JpegErrors {
    jpeg_error_mgr manager;  // first, so that libjpeg's pointer to it is a pointer to this
    std::jmp_buf return_here;
};

struct JpegSettings {
    int quality;
    std::string_view profile;
    ChromaSampling chroma;
};

struct JpegTarget {
    jpeg_destination_mgr manager;  // likewise
    unsigned char* begin;
    std::size_t capacity;
    std::size_t size;
};

void fail_with_jump(j_common_ptr common) { std::longjmp(reinterpret_cast<JpegErrors*>(common->err)->return_here, 1); }

void stay_silent(j_common_ptr, int) {}

void begin_target(j_compress_ptr compressor) {
    auto* const target = reinterpret_cast<JpegTarget*>(compressor->dest);
    target->manager.next_output_byte = target->begin;
    target->manager.free_in_buffer = target->capacity;
}

// The buffer holds the largest stream there can be; asking for more is a failure.
boolean refuse_more(j_compress_ptr compressor) {
    fail_with_jump(reinterpret_cast<j_common_ptr>(compressor));
    return FALSE;
}

void end_target(j_compress_ptr compressor) {
    auto* const target = reinterpret_cast<JpegTarget*>(compressor->dest);
    target->size = target->capacity - target->manager.free_in_buffer;
}

// Owns the setjmp: its locals are trivial and its buffers the caller's. False when libjpeg failed.
bool compress(Raster const& raster, JpegSettings const& settings, JpegTarget& target) {
    JpegErrors errors;
    jpeg_compress_struct compressor{};
    compressor.err = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = fail_with_jump;
    errors.manager.emit_message = stay_silent;
    if (setjmp(errors.return_here) != 0) {
        jpeg_destroy_compress(&compressor);
        return false;
    }
    jpeg_create_compress(&compressor);
    compressor.dest = &target.manager;
    compressor.image_width = raster.width;
    compressor.image_height = raster.height;
    compressor.input_components = static_cast<int>(raster.channels);
    compressor.in_color_space = raster.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&compressor);
    jpeg_set_quality(&compressor, settings.quality, TRUE);
    // Whoever asks for quality wants the colours of thin lines, too.
    if (settings.quality >= 90) compressor.comp_info[0].h_samp_factor = compressor.comp_info[0].v_samp_factor = 1;
    if (settings.chroma == ChromaSampling::halved_across && raster.channels == 3) {
        compressor.comp_info[0].h_samp_factor = 2;
        compressor.comp_info[0].v_samp_factor = 1;
    }
    jpeg_start_compress(&compressor, TRUE);
    if (!settings.profile.empty())
        jpeg_write_icc_profile(&compressor, reinterpret_cast<JOCTET const*>(settings.profile.data()),
                               static_cast<unsigned>(settings.profile.size()));
    auto const stride = std::size_t{raster.width} * raster.channels;
    while (compressor.next_scanline < compressor.image_height) {
        // libjpeg does not write to the rows it is given.
        auto* row = const_cast<JSAMPLE*>(raster.samples.data() + compressor.next_scanline * stride);
        jpeg_write_scanlines(&compressor, &row, 1);
    }
    jpeg_finish_compress(&compressor);
    jpeg_destroy_compress(&compressor);
    return true;
}

// As libjpeg-turbo's own bound: blocks of whole 16 by 16 pixels at two bytes a sample, and the headers.
std::size_t largest_stream(Raster const& raster) {
    auto const whole = [](std::size_t length) { return (length + 15) / 16 * 16; };
    return whole(raster.width) * whole(raster.height) * raster.channels * 2 + 4096;
}

}  // namespace

Result<std::string> encode_jpeg(Raster const& raster, int quality, std::string_view profile, ChromaSampling chroma) {
    // PS3.18 8.3.5.1.5: markers of at most 64 KiB each.
    auto const capacity = largest_stream(raster) + profile.size() + profile.size() / 1024;
    auto const buffer = std::make_unique_for_overwrite<unsigned char[]>(capacity);
    JpegTarget target{{nullptr, 0, begin_target, refuse_more, end_target}, buffer.get(), capacity, 0};
    if (!compress(raster, {quality, profile, chroma}, target))
        return fail(ErrorCode::internal, "libjpeg refuses to write the picture");
    return std::string{reinterpret_cast<char const*>(buffer.get()), target.size};
}

}  // namespace cassette
