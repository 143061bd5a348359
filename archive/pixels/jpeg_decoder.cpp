#include "archive/pixels/jpeg_decoder.h"

#include "archive/pixels/scale.h"

// jpeglib.h needs FILE and size_t before it.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <algorithm>
#include <array>
#include <csetjmp>

namespace cassette {

namespace {

constexpr std::array<std::string_view, 4> cosine_syntaxes{"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                                                          "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55"};

struct JpegErrors {
    jpeg_error_mgr manager;  // first, so that libjpeg's pointer to it is a pointer to this
    std::jmp_buf return_here;
};

void fail_with_jump(j_common_ptr common) { std::longjmp(reinterpret_cast<JpegErrors*>(common->err)->return_here, 1); }

// A remark is as bad as an error: another decoder is to say what the stream is worth.
void fail_at_remark(j_common_ptr common, int level) {
    if (level < 0) fail_with_jump(common);
}

// Cells of the caller's, of the size that he expects.
struct Target {
    unsigned char* cells;
    std::uint32_t columns;
    std::uint32_t rows;
    int samples;
    bool is_ybr;
    unsigned scale_denominator;
};

// Owns the setjmp: its locals are trivial and its buffers the caller's. False when libjpeg failed or has another size.
bool decompress(std::string_view stream, Target const& target) {
    JpegErrors errors;
    jpeg_decompress_struct decompressor{};
    decompressor.err = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = fail_with_jump;
    errors.manager.emit_message = fail_at_remark;
    if (setjmp(errors.return_here) != 0) {
        jpeg_destroy_decompress(&decompressor);
        return false;
    }
    jpeg_create_decompress(&decompressor);
    jpeg_mem_src(&decompressor, reinterpret_cast<unsigned char const*>(stream.data()),
                 static_cast<unsigned long>(stream.size()));
    (void)jpeg_read_header(&decompressor, TRUE);
    // PS3.5 8.2.1: the data set says what the components are, whatever markers there are.
    bool const colour = target.samples == 3;
    decompressor.jpeg_color_space = !colour ? JCS_GRAYSCALE : target.is_ybr ? JCS_YCbCr : JCS_RGB;
    decompressor.out_color_space = colour ? JCS_RGB : JCS_GRAYSCALE;
    decompressor.scale_num = 1;
    decompressor.scale_denom = target.scale_denominator;
    bool const started = decompressor.num_components == target.samples && jpeg_start_decompress(&decompressor) != 0 &&
        decompressor.output_width == target.columns && decompressor.output_height == target.rows &&
        decompressor.output_components == target.samples;
    auto const stride = std::size_t{target.columns} * static_cast<unsigned>(target.samples);
    while (started && decompressor.output_scanline < decompressor.output_height) {
        auto* row = target.cells + decompressor.output_scanline * stride;
        (void)jpeg_read_scanlines(&decompressor, &row, 1);
    }
    jpeg_destroy_decompress(&decompressor);
    return started;
}

}  // namespace

bool is_cosine_jpeg(std::string_view transfer_syntax) {
    return std::ranges::find(cosine_syntaxes, transfer_syntax) != cosine_syntaxes.end();
}

std::optional<Frame> decode_jpeg(std::string_view stream, PixelDescription const& description, std::uint32_t halvings) {
    bool const eight_bits =
        description.bits_allocated == 8 && !description.is_signed && description.kind == SampleKind::integer;
    if (!eight_bits || halvings > 3) return std::nullopt;
    auto reduced = description;
    reduced.columns = halved(description.columns, halvings);
    reduced.rows = halved(description.rows, halvings);
    reduced.by_plane = false;
    if (description.samples == 3) reduced.photometric = Photometric::rgb;
    Frame frame{reduced, std::string(static_cast<std::size_t>(native_frame_bytes(reduced)), '\0')};
    Target const target{reinterpret_cast<unsigned char*>(frame.bytes.data()),
                        reduced.columns,
                        reduced.rows,
                        static_cast<int>(description.samples),
                        description.photometric != Photometric::rgb,
                        1U << halvings};
    if (!decompress(stream, target)) return std::nullopt;
    return frame;
}

}  // namespace cassette
