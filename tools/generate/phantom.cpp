#include "tools/generate/phantom.h"

#include <array>
#include <cmath>

namespace cassette::generate {

namespace {

constexpr int air = -1000;

// In units of half the picture, from its middle; y goes down.
struct Ellipse {
    double x, y, half_width, half_height;
    int hounsfield;
    int gradient;  // added from its top to its bottom
};

struct Span {
    int first, last;  // columns, both included; empty when last < first
};

Span span_of(Ellipse const& ellipse, double y, int columns) {
    double const vertical = (y - ellipse.y) / ellipse.half_height;
    double const rest = 1 - vertical * vertical;
    if (rest <= 0) return {0, -1};
    double const half = ellipse.half_width * std::sqrt(rest);
    double const scale = columns / 2.0;
    int const first = static_cast<int>(std::ceil((ellipse.x - half + 1) * scale - 0.5));
    int const last = static_cast<int>(std::floor((ellipse.x + half + 1) * scale - 0.5));
    return {std::max(first, 0), std::min(last, columns - 1)};
}

void draw_row(Ellipse const& ellipse, double y, std::uint16_t* row, int columns) {
    auto const [first, last] = span_of(ellipse, y, columns);
    double const down = (y - ellipse.y + ellipse.half_height) / (2 * ellipse.half_height);
    auto const stored =
        static_cast<std::uint16_t>(ellipse.hounsfield + static_cast<int>(ellipse.gradient * down) - phantom_intercept);
    for (int column = first; column <= last; ++column) row[column] = stored;
}

}  // namespace

void draw_phantom(PhantomShape const& shape, std::vector<std::uint16_t>& pixels) {
    double const build = 0.9 + 0.1 * static_cast<double>(shape.seed % 11) / 11;
    double const lung = 0.34 * std::sin(3.14159 * std::min(1.0, 0.15 + shape.position * 0.8));
    std::array const body{
        Ellipse{0, 0, 0.92 * build, 0.72 * build, 20, 60},
        Ellipse{0, 0, 0.86 * build, 0.66 * build, 35, 50},
        Ellipse{-0.42 * build, -0.05, lung, lung * 1.3, -850, 120},
        Ellipse{0.42 * build, -0.05, lung, lung * 1.3, -850, 120},
        Ellipse{0, 0.42 * build, 0.14, 0.13, 700, 200},
        Ellipse{0, 0.42 * build, 0.07, 0.06, 40, 0},
        Ellipse{0.12, -0.15, 0.22, 0.2, 60, 100},
    };
    pixels.assign(std::size_t{shape.rows} * shape.columns, static_cast<std::uint16_t>(air - phantom_intercept));
    for (int row = 0; row < shape.rows; ++row) {
        double const y = 2 * (row + 0.5) / shape.rows - 1;
        auto* const first = pixels.data() + std::size_t{shape.columns} * static_cast<std::size_t>(row);
        for (auto const& ellipse : body) draw_row(ellipse, y, first, shape.columns);
    }
}

}  // namespace cassette::generate
