#include "archive/pixels/jpeg2000/block_count.h"

#include <algorithm>

namespace cassette::jpeg2000 {

// Marker segments are in the main header and at the start of each tile part:
//
//   FF 90 00 0A tile2 length4 part1 parts1       SOT; the length is the tile part's, from the marker on
//   FF 52 LL S order1 layers2 transform1 style   COD
//   FF 53 LL component1 S style                  COC; two bytes for the component where there are more than 256
//   FF 93                                        SOD: data up to the end of the tile part
//
//   style: decompositions1 width1 height1 bits1 wavelet1, and where S is odd, a byte for each resolution: the exponents of
//   the precincts' sides, width in the lower four bits. Code blocks have sides of two to the power of width and height + 2.

namespace {

std::uint64_t number_at(std::string_view text, std::size_t at, std::size_t bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes && at + i < text.size(); ++i)
        number = number << 8 | static_cast<unsigned char>(text[at + i]);
    return number;
}

std::uint64_t parts(std::uint64_t length, std::uint64_t exponent) {
    return (length + (std::uint64_t{1} << exponent) - 1) >> exponent;
}

struct Style {
    bool has_precincts = false;
    std::string_view numbers;
};

// Of one component, in all its resolutions.
std::uint64_t blocks_of(Style const& style, MainHeader const& header) {
    auto const decompositions = std::min<std::uint64_t>(number_at(style.numbers, 0, 1), 32);
    auto const block_width = (number_at(style.numbers, 1, 1) & 0xFU) + 2;
    auto const block_height = (number_at(style.numbers, 2, 1) & 0xFU) + 2;
    std::uint64_t count = parts(header.columns, block_width) * parts(header.rows, block_height);
    for (std::uint64_t i = 0; i <= decompositions && style.has_precincts; ++i) {
        auto const exponents = number_at(style.numbers, static_cast<std::size_t>(5 + i), 1);
        auto const halvings = decompositions - i;
        count += parts(parts(header.columns, halvings), exponents & 0xFU) *
            parts(parts(header.rows, halvings), exponents >> 4);
    }
    return count;
}

// `at` is that of the marker.
std::uint64_t blocks_at(std::string_view stream, std::size_t at, MainHeader const& header) {
    constexpr std::uint64_t coding_style = 0xFF52;
    bool const is_default = number_at(stream, at, 2) == coding_style;
    std::size_t const component = header.components > 256 ? 2 : 1;
    auto const flags = is_default ? at + 4 : at + 4 + component;
    auto const numbers = is_default ? at + 9 : flags + 1;
    if (numbers >= stream.size()) return 0;
    return blocks_of({(number_at(stream, flags, 1) & 1U) != 0, stream.substr(numbers)}, header);
}

}  // namespace

std::uint64_t block_count(std::string_view stream, MainHeader const& header) {
    constexpr std::uint64_t start_of_tile_part = 0xFF90;
    constexpr std::uint64_t start_of_data = 0xFF93;
    std::uint64_t greatest = 0;
    std::uint64_t tile_part = 0;
    std::uint64_t tile_part_length = 0;
    for (std::uint64_t at = 2; at + 4 <= stream.size();) {
        auto const here = static_cast<std::size_t>(at);
        auto const marker = number_at(stream, here, 2);
        if (marker < 0xFF00) break;
        if (marker == start_of_tile_part) {
            tile_part = at;
            tile_part_length = number_at(stream, here + 6, 4);
        }
        if (marker == 0xFF52 || marker == 0xFF53) greatest = std::max(greatest, blocks_at(stream, here, header));
        auto const next =
            marker == start_of_data ? tile_part + tile_part_length : at + 2 + number_at(stream, here + 2, 2);
        // A length of 0 is up to the end.
        if (next <= at) break;
        at = next;
    }
    return greatest * header.components;
}

}  // namespace cassette::jpeg2000
