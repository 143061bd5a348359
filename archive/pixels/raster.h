#pragma once

#include <cstdint>
#include <vector>

namespace cassette {

// A picture of 8-bit samples, row by row, without padding: one channel is grey, three are R, G, B.
struct Raster {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 1;  // 1 or 3
    std::vector<std::uint8_t> samples;
};

// What one picture may take in memory, before and after decoding and scaling.
inline constexpr std::uint64_t raster_bytes_max = std::uint64_t{512} << 20;

}  // namespace cassette
