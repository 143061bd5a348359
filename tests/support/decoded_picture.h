#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace cassette::testing {

struct DecodedPicture {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 0;  // 1 or 3, as the file has it
    std::vector<std::uint8_t> samples;
};

// By libpng and libjpeg; what they refuse fails the test.
[[nodiscard]] DecodedPicture decode_png(std::string_view bytes);
// The samples of a grey PNG of 16 bits, as the file has them.
[[nodiscard]] std::vector<std::uint16_t> deep_samples(std::string_view png);
[[nodiscard]] DecodedPicture decode_jpeg(std::string_view bytes);

}  // namespace cassette::testing
