#pragma once

namespace cassette {

// VOI LUT Function, PS3.3 C.11.2.1.3.
enum class VoiFunction { linear, linear_exact, sigmoid };

struct Window {
    double center;
    double width;  // at least 1; greater than 0 where the function is not linear
    VoiFunction function = VoiFunction::linear;
};

}  // namespace cassette
