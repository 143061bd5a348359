#pragma once

#include <cstdint>
#include <vector>

namespace cassette::generate {

struct PhantomShape {
    std::uint16_t rows = 64;
    std::uint16_t columns = 64;
    double position = 0.5;   // along the body, 0 to 1: the organs come and go
    std::uint32_t seed = 0;  // of this patient: proportions differ a little
};

// Stored values are Hounsfield units plus this, in 12 of 16 bits.
constexpr int phantom_intercept = -1024;

// A body in cross-section, row by row: an ellipse of soft tissue that gets brighter downwards, two lungs, a spine, in air.
void draw_phantom(PhantomShape const& shape, std::vector<std::uint16_t>& pixels);

}  // namespace cassette::generate
