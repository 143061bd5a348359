#include "archive/pixels/jpeg_stream.h"

namespace cassette {

// A stream is FF D8, then marker segments:
//
//   FF mm llll ...            mm the marker, llll (big endian) the segment's length with itself
//   FF C0 llll pp hhhh wwww n a frame header: precision, height, width, number of components

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::uint32_t number_at(std::string_view text, std::size_t at) {
    return byte_at(text, at) << 8 | byte_at(text, at + 1);
}

constexpr std::uint32_t jpeg_ls = 0xF7;

// SOF0 to SOF15 but for DHT, JPG and DAC, which lie between them; and SOF55 of JPEG-LS.
bool is_frame_header(std::uint32_t marker) {
    if (marker == jpeg_ls) return true;
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// RSTm and SOI.
bool stands_alone(std::uint32_t marker) { return marker >= 0xD0 && marker <= 0xD8; }

// TEM, reserved markers, EOI and SOS.
bool has_no_place(std::uint32_t marker) { return marker < 0xC0 || marker == 0xD9 || marker == 0xDA; }

}  // namespace

std::optional<JpegFrameHeader> read_jpeg_frame_header(std::string_view stream) {
    if (!stream.starts_with("\xFF\xD8")) return std::nullopt;
    std::size_t at = 2;
    while (at + 4 <= stream.size() && byte_at(stream, at) == 0xFF) {
        auto const marker = byte_at(stream, at + 1);
        if (marker == 0xFF) {  // fill
            ++at;
            continue;
        }
        if (stands_alone(marker)) {
            at += 2;
            continue;
        }
        if (has_no_place(marker)) return std::nullopt;
        auto const length = number_at(stream, at + 2);
        if (is_frame_header(marker)) {
            if (length < 8 || at + 10 > stream.size()) return std::nullopt;
            return JpegFrameHeader{byte_at(stream, at + 4), number_at(stream, at + 5), number_at(stream, at + 7),
                                   byte_at(stream, at + 9), marker == jpeg_ls};
        }
        at += 2 + length;
    }
    return std::nullopt;
}

}  // namespace cassette
