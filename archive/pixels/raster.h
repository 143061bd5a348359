#pragma once

#include <cstdint>
#include <vector>

namespace cassette {

// A picture row by row, without padding. Its channels are bytes of each pixel: one is grey, three are R, G, B, and two are the
// high and the low byte of grey of 16 bits.
struct Raster {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 1;  // 1, 2 or 3
    std::vector<std::uint8_t> samples;
};

// What one picture may take in memory, before and after decoding and scaling.
inline constexpr std::uint64_t raster_bytes_max = std::uint64_t{512} << 20;

}  // namespace cassette
