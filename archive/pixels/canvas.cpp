#include "archive/pixels/canvas.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cassette {

namespace {

constexpr double far_away = 1e6;  // pixels; what lies beyond is not drawn
constexpr int rows_in_pixel = 4;  // of a filled polygon

bool is_sensible(Point point) {
    return std::isfinite(point.x) && std::isfinite(point.y) && std::abs(point.x) < far_away &&
        std::abs(point.y) < far_away;
}

double squared(double value) { return value * value; }

double distance_to_segment(Point point, Point from, Point to) {
    double const length = squared(to.x - from.x) + squared(to.y - from.y);
    double along = 0;
    if (length > 0)
        along = std::clamp(((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length, 0.0,
                           1.0);
    return std::hypot(point.x - from.x - along * (to.x - from.x), point.y - from.y - along * (to.y - from.y));
}

// The pixels [first, end) of a side that a stretch touches.
struct Stretch {
    std::uint32_t first;
    std::uint32_t end;
};
Stretch touched(double from, double to, std::uint32_t side) {
    auto const low = std::clamp(std::floor(std::min(from, to)), 0.0, static_cast<double>(side));
    auto const high = std::clamp(std::ceil(std::max(from, to)), 0.0, static_cast<double>(side));
    return {static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(high)};
}

// Where a horizontal line crosses the edges of a polygon, from left to right.
void find_crossings(std::span<Point const> points, double y, std::vector<double>& crossings) {
    crossings.clear();
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const& from = points[i];
        auto const& to = points[(i + 1) % points.size()];
        if ((from.y <= y) == (to.y <= y)) continue;
        crossings.push_back(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
    }
    std::ranges::sort(crossings);
}

void add_span(std::vector<float>& coverage, double from, double to) {
    auto const [first, end] = touched(from, to, static_cast<std::uint32_t>(coverage.size()));
    for (auto x = first; x < end; ++x) {
        double const inside = std::min<double>(x + 1, to) - std::max<double>(x, from);
        coverage[x] += static_cast<float>(std::clamp(inside, 0.0, 1.0) / rows_in_pixel);
    }
}

std::uint8_t mixed(std::uint8_t below, std::uint8_t above, double coverage) {
    return static_cast<std::uint8_t>(below + (above - below) * coverage + 0.5);
}

}  // namespace

void blend(Raster& raster, std::uint32_t x, std::uint32_t y, Colour colour, double coverage) {
    auto* const sample = raster.samples.data() + (std::size_t{y} * raster.width + x) * raster.channels;
    if (raster.channels < 3) {
        auto const value = static_cast<std::uint8_t>((colour.red + colour.green + colour.blue) / 3);
        // Both bytes of 16 bits alike: from black to white.
        for (std::uint32_t i = 0; i < raster.channels; ++i) sample[i] = mixed(sample[i], value, coverage);
        return;
    }
    sample[0] = mixed(sample[0], colour.red, coverage);
    sample[1] = mixed(sample[1], colour.green, coverage);
    sample[2] = mixed(sample[2], colour.blue, coverage);
}

void draw_line(Raster& raster, Point from, Point to, Pen const& pen) {
    if (!is_sensible(from) || !is_sensible(to)) return;
    double const reach = pen.width / 2 + 0.5;
    auto const rows = touched(std::min(from.y, to.y) - reach, std::max(from.y, to.y) + reach, raster.height);
    for (auto y = rows.first; y < rows.end; ++y) {
        // Only the part of the line near this row is looked at: a long one would touch a large rectangle.
        double left = std::min(from.x, to.x);
        double right = std::max(from.x, to.x);
        if (double const rise = to.y - from.y; std::abs(rise) > 1e-9) {
            double const slope = (to.x - from.x) / rise;
            double const above = from.x + (y - reach - from.y) * slope;
            double const below = from.x + (y + 1 + reach - from.y) * slope;
            left = std::max(left, std::min(above, below));
            right = std::min(right, std::max(above, below));
        }
        auto const columns = touched(left - reach, right + reach, raster.width);
        for (auto x = columns.first; x < columns.end; ++x) {
            double const coverage = reach - distance_to_segment({x + 0.5, y + 0.5}, from, to);
            if (coverage > 0) blend(raster, x, y, pen.colour, std::min(coverage, 1.0));
        }
    }
}

void draw_polyline(Raster& raster, std::span<Point const> points, Pen const& pen) {
    for (std::size_t i = 1; i < points.size(); ++i) draw_line(raster, points[i - 1], points[i], pen);
}

void fill_polygon(Raster& raster, std::span<Point const> points, Colour colour) {
    if (points.size() < 3 || !std::ranges::all_of(points, is_sensible)) return;
    auto const [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    auto const rows = touched(top.y, bottom.y, raster.height);
    std::vector<float> coverage(raster.width);
    std::vector<double> crossings;
    for (auto y = rows.first; y < rows.end; ++y) {
        std::ranges::fill(coverage, 0.0F);
        for (int part = 0; part < rows_in_pixel; ++part) {
            find_crossings(points, y + (part + 0.5) / rows_in_pixel, crossings);
            for (std::size_t i = 1; i < crossings.size(); i += 2) add_span(coverage, crossings[i - 1], crossings[i]);
        }
        for (std::uint32_t x = 0; x < raster.width; ++x)
            if (coverage[x] > 0) blend(raster, x, y, colour, std::min(1.0F, coverage[x]));
    }
}

std::vector<Point> ellipse_points(Point centre, Point major, Point minor) {
    constexpr int steps = 120;
    std::vector<Point> points;
    for (int i = 0; i <= steps; ++i) {
        double const angle = 2 * std::numbers::pi * i / steps;
        double const along = std::cos(angle);
        double const across = std::sin(angle);
        points.push_back({centre.x + along * (major.x - centre.x) + across * (minor.x - centre.x),
                          centre.y + along * (major.y - centre.y) + across * (minor.y - centre.y)});
    }
    return points;
}

// Catmull and Rom's curve: it goes through every point, and its direction there is that from neighbour to neighbour.
std::vector<Point> curve_through(std::span<Point const> points) {
    constexpr int steps = 16;
    if (points.size() < 3) return {points.begin(), points.end()};
    std::vector<Point> curve;
    auto const last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        auto const& before = points[i == 0 ? 0 : i - 1];
        auto const& after = points[std::min(i + 2, last)];
        auto const at = [&](double t, double Point::*part) {
            double const a = before.*part;
            double const b = points[i].*part;
            double const c = points[i + 1].*part;
            double const d = after.*part;
            return b + t * ((c - a) + t * ((2 * a - 5 * b + 4 * c - d) + t * (3 * (b - c) + d - a))) / 2;
        };
        for (int step = 0; step < steps; ++step) {
            double const t = static_cast<double>(step) / steps;
            curve.push_back({at(t, &Point::x), at(t, &Point::y)});
        }
    }
    curve.push_back(points[last]);
    return curve;
}

std::vector<Point> round_rectangle(Point top_left, Point bottom_right, double radius) {
    constexpr int steps = 12;
    std::vector<Point> points;
    std::array<Point, 4> const centres{{{bottom_right.x - radius, bottom_right.y - radius},
                                        {top_left.x + radius, bottom_right.y - radius},
                                        {top_left.x + radius, top_left.y + radius},
                                        {bottom_right.x - radius, top_left.y + radius}}};
    for (std::size_t corner = 0; corner < centres.size(); ++corner) {
        for (int step = 0; step <= steps; ++step) {
            double const angle =
                std::numbers::pi / 2 * (static_cast<double>(corner) + static_cast<double>(step) / steps);
            points.push_back(
                {centres[corner].x + radius * std::cos(angle), centres[corner].y + radius * std::sin(angle)});
        }
    }
    return points;
}

Raster as_rgb(Raster raster) {
    if (raster.channels == 3) return raster;
    Raster colour{raster.width, raster.height, 3, {}};
    auto const pixels = std::size_t{raster.width} * raster.height;
    colour.samples.resize(pixels * 3);
    auto* out = colour.samples.data();
    for (std::size_t i = 0; i < pixels; ++i, out += 3) std::fill_n(out, 3, raster.samples[i * raster.channels]);
    return colour;
}

}  // namespace cassette
