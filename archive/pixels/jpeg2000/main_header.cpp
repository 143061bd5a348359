#include "archive/pixels/jpeg2000/main_header.h"

#include <algorithm>

namespace cassette::jpeg2000 {

// A code stream is FF 4F, the SIZ segment, more segments, then tile parts:
//
//   FF 51 LL cap4 X4 Y4 XO4 YO4 XT4 YT4 XTO4 YTO4 C2 and for each component: precision, XR, YR    SIZ
//   FF 90 00 0A tile2 length4 part1 parts1                                                        SOT
//   FF 52 LL S order1 layers2 transform1 decompositions1 width1 height1 style1 wavelet1           COD
//   FF 55 LL Z S tile1 length4                                                                    TLM

namespace {

constexpr std::size_t siz_components = 40;  // where the components' numbers begin

std::uint64_t number_at(std::string_view text, std::size_t at, std::size_t bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes; ++i) number = number << 8 | static_cast<unsigned char>(text[at + i]);
    return number;
}

// The position of a marker segment of the main header; nullopt when it is not there.
std::optional<std::size_t> find_segment(std::string_view stream, std::uint64_t marker) {
    constexpr std::uint64_t start_of_tile_part = 0xFF90;
    std::size_t at = 2;
    while (at + 4 <= stream.size()) {
        auto const found = number_at(stream, at, 2);
        if (found == marker) return at;
        if (found == start_of_tile_part || found < 0xFF00) return std::nullopt;
        at += 2 + static_cast<std::size_t>(number_at(stream, at + 2, 2));
    }
    return std::nullopt;
}

bool read_size(std::string_view stream, MainHeader& header) {
    auto const at = [&](std::size_t offset) { return number_at(stream, offset, 4); };
    auto const right = at(8), bottom = at(12), left = at(16), top = at(20);
    auto const tile_width = at(24), tile_height = at(28), tile_left = at(32), tile_top = at(36);
    bool const sound =
        right > left && bottom > top && tile_width > 0 && tile_height > 0 && tile_left <= left && tile_top <= top;
    if (!sound) return false;
    header.columns = static_cast<std::uint32_t>(right - left);
    header.rows = static_cast<std::uint32_t>(bottom - top);
    auto const across = (right - tile_left + tile_width - 1) / tile_width;
    auto const down = (bottom - tile_top + tile_height - 1) / tile_height;
    header.tiles = across * down;
    return true;
}

void read_components(std::string_view stream, MainHeader& header) {
    header.is_signed = (number_at(stream, siz_components + 2, 1) & 0x80U) != 0;
    for (std::uint32_t i = 0; i < header.components; ++i) {
        auto const at = siz_components + 2 + std::size_t{3} * i;
        auto const precision = static_cast<std::uint32_t>((number_at(stream, at, 1) & 0x7FU) + 1);
        header.precision = std::max(header.precision, precision);
        if (number_at(stream, at + 1, 2) != 0x0101) header.subsampled = true;
    }
}

}  // namespace

std::optional<MainHeader> read_main_header(std::string_view stream) {
    constexpr std::string_view start{"\xFF\x4F\xFF\x51", 4};
    if (!stream.starts_with(start) || stream.size() < siz_components + 2) return std::nullopt;
    MainHeader header;
    header.components = static_cast<std::uint32_t>(number_at(stream, siz_components, 2));
    bool const complete = header.components > 0 && stream.size() >= siz_components + 2 + 3 * header.components;
    if (!complete || !read_size(stream, header)) return std::nullopt;
    read_components(stream, header);
    constexpr std::uint64_t coding_style = 0xFF52;
    auto const style = find_segment(stream, coding_style);
    if (style && *style + 10 <= stream.size())
        header.decompositions = static_cast<std::uint32_t>(number_at(stream, *style + 9, 1));
    return header;
}

bool fits(MainHeader const& header, Announced const& announced) {
    // OpenJPEG keeps a sample in four bytes, whatever its precision, and a tile in some hundred.
    constexpr std::uint64_t samples_max = std::uint64_t{128} << 20;
    constexpr std::uint64_t tiles_max = 16384;
    return header.columns == announced.columns && header.rows == announced.rows && !header.subsampled &&
        header.components == announced.samples && header.precision <= announced.bits_allocated &&
        announced.columns * announced.rows * announced.samples <= samples_max &&
        header.tiles * header.components <= tiles_max;
}

std::size_t start_of_codestream(std::string_view stream) {
    constexpr std::string_view signature{"\0\0\0\x0CjP  ", 8};
    if (!stream.starts_with(signature)) return 0;
    std::size_t at = 0;
    while (at + 8 <= stream.size()) {
        auto const length = number_at(stream, at, 4);
        bool const is_codestream = stream.substr(at + 4, 4) == "jp2c";
        // 1: the length has eight bytes, behind the type.
        if (is_codestream) return std::min<std::size_t>(at + (length == 1 ? 16 : 8), stream.size());
        if (length < 8 || length > stream.size() - at) return 0;
        at += static_cast<std::size_t>(length);
    }
    return 0;
}

std::string with_tile_part_length(std::string stream) {
    constexpr std::uint64_t start_of_tile_part = 0xFF90;
    auto const tile_part = find_segment(stream, start_of_tile_part);
    if (!tile_part || *tile_part + 10 > stream.size()) return stream;
    // One tile part: no tile index, a length of four bytes.
    std::string segment{"\xFF\x55\x00\x08\x00\x40", 6};
    segment += stream.substr(*tile_part + 6, 4);
    return stream.insert(*tile_part, segment);
}

}  // namespace cassette::jpeg2000
