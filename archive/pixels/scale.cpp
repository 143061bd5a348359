#include "archive/pixels/scale.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cassette {

namespace {

// What one pixel of the result takes from a row or a column: weights of consecutive pixels, whose sum is 1.
struct Taps {
    std::size_t first;  // pixel of the source
    std::size_t begin;  // in Axis::weights
    std::size_t count;
};

struct Axis {
    std::vector<Taps> taps;
    std::vector<float> weights;

    void add(std::size_t first, std::vector<double> const& raw) {
        double sum = 0;
        for (double const weight : raw) sum += weight;
        taps.push_back({first, weights.size(), raw.size()});
        for (double const weight : raw) weights.push_back(static_cast<float>(weight / sum));
    }
};

// How much of each source pixel lies within the result's pixel.
void add_area(Axis& axis, double begin, double end, std::uint32_t source) {
    auto const first = std::min(static_cast<std::size_t>(begin), std::size_t{source} - 1);
    auto const last = std::clamp(static_cast<std::size_t>(std::ceil(end)), first + 1, std::size_t{source});
    std::vector<double> raw;
    for (auto pixel = first; pixel < last; ++pixel) {
        auto const at = static_cast<double>(pixel);
        raw.push_back(std::max(std::min(at + 1, end) - std::max(at, begin), 1e-9));
    }
    axis.add(first, raw);
}

// The two source pixels whose centres are next to the result's.
void add_linear(Axis& axis, double centre, std::uint32_t source) {
    double const at = std::clamp(centre - 0.5, 0.0, static_cast<double>(source - 1));
    auto const first = static_cast<std::size_t>(at);
    double const part = at - static_cast<double>(first);
    if (part == 0)
        axis.add(first, {1});
    else
        axis.add(first, {1 - part, part});
}

Axis axis_of(std::uint32_t source, std::uint32_t target) {
    Axis axis;
    double const step = static_cast<double>(source) / target;
    for (std::uint32_t i = 0; i < target; ++i) {
        if (target <= source)
            add_area(axis, i * step, (i + 1) * step, source);
        else
            add_linear(axis, (i + 0.5) * step, source);
    }
    return axis;
}

// The weighted mean of source rows.
void mix_rows(Raster const& raster, Axis const& vertical, Taps const& taps, std::vector<float>& row) {
    std::ranges::fill(row, 0.0F);
    for (std::size_t i = 0; i < taps.count; ++i) {
        auto const weight = vertical.weights[taps.begin + i];
        auto const* const source = raster.samples.data() + (taps.first + i) * row.size();
        for (std::size_t x = 0; x < row.size(); ++x) row[x] += weight * source[x];
    }
}

template <std::size_t channels>
void mix_columns(std::vector<float> const& row, Axis const& horizontal, std::uint8_t* out) {
    for (auto const& taps : horizontal.taps) {
        float sums[channels] = {};
        auto const* source = row.data() + taps.first * channels;
        for (std::size_t i = 0; i < taps.count; ++i) {
            for (std::size_t channel = 0; channel < channels; ++channel)
                sums[channel] += horizontal.weights[taps.begin + i] * *source++;
        }
        for (float const sum : sums) *out++ = static_cast<std::uint8_t>(std::clamp(sum + 0.5F, 0.0F, 255.0F));
    }
}

}  // namespace

RasterSize fit_into(RasterSize box, Raster const& raster, double pixel_aspect) {
    double const width = raster.width;
    double const height = raster.height * pixel_aspect;
    double const factor = std::min(box.width / width, box.height / height);
    auto const side = [factor](double length, std::uint32_t largest) {
        return std::clamp(static_cast<std::uint32_t>(std::min(length * factor + 0.5, 4e9)), 1U, std::max(largest, 1U));
    };
    return {side(width, box.width), side(height, box.height)};
}

Raster scaled(Raster const& raster, RasterSize size) {
    Raster result{size.width, size.height, raster.channels, {}};
    auto const result_row = std::size_t{size.width} * raster.channels;
    result.samples.resize(result_row * size.height);
    auto const vertical = axis_of(raster.height, size.height);
    auto const horizontal = axis_of(raster.width, size.width);
    std::vector<float> row(std::size_t{raster.width} * raster.channels);
    auto* out = result.samples.data();
    for (auto const& taps : vertical.taps) {
        mix_rows(raster, vertical, taps, row);
        if (raster.channels == 1)
            mix_columns<1>(row, horizontal, out);
        else
            mix_columns<3>(row, horizontal, out);
        out += result_row;
    }
    return result;
}

}  // namespace cassette
