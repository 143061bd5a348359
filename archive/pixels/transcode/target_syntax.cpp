#include "archive/pixels/transcode/target_syntax.h"

#include "archive/pixels/byte_coding.h"
#include "archive/pixels/codecs.h"

#include <algorithm>
#include <array>

namespace cassette {

namespace {

constexpr std::array<std::string_view, 12> targets{
    "1.2.840.10008.1.2.1",      // Explicit VR Little Endian
    "1.2.840.10008.1.2.4.201",  // HTJ2K Lossless
    "1.2.840.10008.1.2.4.202",  // HTJ2K Lossless RPCL
    "1.2.840.10008.1.2.4.90",   // JPEG 2000 Lossless
    "1.2.840.10008.1.2.4.80",   // JPEG-LS Lossless
    "1.2.840.10008.1.2.4.70",   // JPEG Lossless SV1
    "1.2.840.10008.1.2.5",      // RLE Lossless
    "1.2.840.10008.1.2.8.1",    // Deflated Image Frame Compression
    "1.2.840.10008.1.2.1.98",   // Encapsulated Uncompressed Explicit VR Little Endian
    "1.2.840.10008.1.2",        // Implicit VR Little Endian
    "1.2.840.10008.1.2.1.99",   // Deflated Explicit VR Little Endian
    jpeg_baseline,
};

bool is_subsampled(Photometric photometric) {
    return photometric == Photometric::ybr_full_422 || photometric == Photometric::ybr_partial_422;
}

bool fits_baseline(PixelDescription const& pixels) {
    using enum Photometric;
    bool const kind =
        pixels.photometric == monochrome1 || pixels.photometric == monochrome2 || pixels.photometric == rgb;
    return kind && !pixels.is_signed && pixels.bits_allocated == 8 && pixels.bits_stored == 8;
}

// PS3.5 8.2.1 to 8.2.4: the cells that a coding takes as they are.
bool fits(std::string_view transfer_syntax, PixelDescription const& pixels) {
    if (pixels.kind != SampleKind::integer) return false;
    if (is_byte_coding(transfer_syntax, pixels)) return true;
    if (is_subsampled(pixels.photometric)) return false;
    if (transfer_syntax == jpeg_baseline) return fits_baseline(pixels);
    bool const is_rle = transfer_syntax == "1.2.840.10008.1.2.5";
    bool const whole = pixels.bits_allocated == 8 || pixels.bits_allocated == 16;
    return can_encode(transfer_syntax) && (whole || (is_rle && pixels.bits_allocated == 32));
}

// PS3.5 7.1: the value of Pixel Data has a 32-bit length where it is not encapsulated.
bool fits_native(PixelKind const& pixels) {
    constexpr std::uint64_t length_max = 0xFFFFFFFD;
    if (pixels.layout.encoding != PixelEncoding::encapsulated) return pixels.layout.value.length <= length_max;
    return pixels.description && native_frame_bytes(*pixels.description) * pixels.layout.frames <= length_max;
}

}  // namespace

// PS3.5 8.2.4 and 8.2.15: JPEG 2000 and HTJ2K have a reversible transformation of RGB.
std::string_view photometric_in(std::string_view transfer_syntax, PixelDescription const& pixels) {
    auto const* const syntax = find_transfer_syntax(transfer_syntax);
    bool const transforms =
        syntax != nullptr && (syntax->media_type == "image/jp2" || syntax->media_type == "image/jphc");
    if (transforms && pixels.photometric == Photometric::rgb) return "YBR_RCT";
    if (transfer_syntax == jpeg_baseline && pixels.photometric == Photometric::rgb) return "YBR_FULL_422";
    return photometric_term(pixels.photometric);
}

std::span<std::string_view const> target_syntaxes() { return targets; }

bool is_obtainable(std::string_view transfer_syntax, PixelKind const& pixels) {
    if (std::ranges::find(targets, transfer_syntax) == targets.end()) return false;
    auto const* const syntax = find_transfer_syntax(transfer_syntax);
    if (!syntax->encapsulated) return fits_native(pixels);
    return pixels.layout.encoding != PixelEncoding::none && pixels.layout.frames > 0 && pixels.description &&
        fits(transfer_syntax, *pixels.description);
}

}  // namespace cassette
