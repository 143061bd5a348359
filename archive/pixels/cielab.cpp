#include "archive/pixels/cielab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cassette {

namespace {

// ISO/CIE 11664-4: the inverse of the function between X, Y, Z and L*, a*, b*.
double from_lightness(double value) {
    constexpr double edge = 6.0 / 29;
    return value > edge ? value * value * value : 3 * edge * edge * (value - 4.0 / 29);
}

// IEC 61966-2-1.
std::uint8_t srgb_sample(double linear) {
    double const light = std::clamp(linear, 0.0, 1.0);
    double const encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(encoded * 255 + 0.5);
}

}  // namespace

std::optional<Colour> cielab_colour(DcmItem& item, DcmTagKey const& key) {
    std::array<Uint16, 3> encoded{};
    for (unsigned long i = 0; i < encoded.size(); ++i)
        if (item.findAndGetUint16(key, encoded[i], i).bad()) return std::nullopt;
    // PS3.3 C.10.7.1.1: 0 to FFFF are 0 to 100 of L*, and -128 to 127 of a* and b*.
    double const lightness = (encoded[0] / 65535.0 * 100 + 16) / 116;
    double const red_green = (encoded[1] / 65535.0 * 255 - 128) / 500;
    double const yellow_blue = (encoded[2] / 65535.0 * 255 - 128) / 200;
    double const x = 0.9642 * from_lightness(lightness + red_green);
    double const y = from_lightness(lightness);
    double const z = 0.8249 * from_lightness(lightness - yellow_blue);
    // From D50 to the white of sRGB by Bradford's adaptation, then to its primaries.
    return Colour{srgb_sample(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                  srgb_sample(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                  srgb_sample(0.0719453 * x - 0.2289914 * y + 1.4052427 * z)};
}

}  // namespace cassette
