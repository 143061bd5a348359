#pragma once

#include <string>

namespace cassette::bench {

// Synthetic Part 10 files, the same each time.
[[nodiscard]] std::string ct_slice();    // 512 x 512, 16 bits
[[nodiscard]] std::string x_ray();       // 4096 x 3072, 16 bits
[[nodiscard]] std::string eight_bits();  // 512 x 512

// In another transfer syntax; empty when that fails.
[[nodiscard]] std::string in_transfer_syntax(std::string const& part10, char const* transfer_syntax);

}  // namespace cassette::bench
