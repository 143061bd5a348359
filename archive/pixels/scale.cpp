#include "archive/pixels/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>
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

// Catmull and Rom's cubic: what it gives at the source's own centres is what was there.
double cubic(double distance) {
    double const x = std::abs(distance);
    if (x < 1) return 1 + x * x * (1.5 * x - 2.5);
    return x < 2 ? 2 + x * (-4 + x * (2.5 - 0.5 * x)) : 0;
}

// The four source pixels whose centres are next to the result's, as far as there are so many.
void add_cubic(Axis& axis, double centre, std::uint32_t source) {
    double const at = centre - 0.5;
    auto const nearest = static_cast<std::int64_t>(std::floor(at));
    auto const last = static_cast<std::int64_t>(source) - 1;
    auto const first = std::clamp<std::int64_t>(nearest - 1, 0, last);
    std::vector<double> raw(static_cast<std::size_t>(std::clamp<std::int64_t>(nearest + 2, 0, last) - first) + 1);
    // The edge goes on beyond the picture.
    for (auto pixel = nearest - 1; pixel <= nearest + 2; ++pixel)
        raw[static_cast<std::size_t>(std::clamp<std::int64_t>(pixel, 0, last) - first)] +=
            cubic(at - static_cast<double>(pixel));
    axis.add(static_cast<std::size_t>(first), raw);
}

Axis axis_of(std::uint32_t source, std::uint32_t target) {
    Axis axis;
    double const step = static_cast<double>(source) / target;
    for (std::uint32_t i = 0; i < target; ++i) {
        if (target <= source)
            add_area(axis, i * step, (i + 1) * step, source);
        else
            add_cubic(axis, (i + 0.5) * step, source);
    }
    return axis;
}

// Samples of one kind, row by row.
template <class Sample>
struct Plane {
    std::uint32_t width;
    std::uint32_t height;
    Sample const* samples;
};

// The weighted mean of source rows.
template <class Sample>
void mix_rows(Plane<Sample> const& plane, Axis const& vertical, Taps const& taps, std::vector<float>& row) {
    std::ranges::fill(row, 0.0F);
    for (std::size_t i = 0; i < taps.count; ++i) {
        auto const weight = vertical.weights[taps.begin + i];
        auto const* const source = plane.samples + (taps.first + i) * row.size();
        for (std::size_t x = 0; x < row.size(); ++x) row[x] += weight * source[x];
    }
}

template <std::size_t channels, class Sample>
void mix_columns(std::vector<float> const& row, Axis const& horizontal, Sample* out) {
    constexpr auto largest = static_cast<float>(std::numeric_limits<Sample>::max());
    for (auto const& taps : horizontal.taps) {
        float sums[channels] = {};
        auto const* source = row.data() + taps.first * channels;
        for (std::size_t i = 0; i < taps.count; ++i) {
            for (std::size_t channel = 0; channel < channels; ++channel)
                sums[channel] += horizontal.weights[taps.begin + i] * *source++;
        }
        for (float const sum : sums) *out++ = static_cast<Sample>(std::clamp(sum + 0.5F, 0.0F, largest));
    }
}

template <std::size_t channels, class Sample>
void resample(Plane<Sample> const& plane, RasterSize size, Sample* out) {
    auto const vertical = axis_of(plane.height, size.height);
    auto const horizontal = axis_of(plane.width, size.width);
    std::vector<float> row(std::size_t{plane.width} * channels);
    for (auto const& taps : vertical.taps) {
        mix_rows(plane, vertical, taps, row);
        mix_columns<channels>(row, horizontal, out);
        out += std::size_t{size.width} * channels;
    }
}

// Grey of 16 bits, whose samples are words.
void resample_words(Raster const& raster, RasterSize size, Raster& result) {
    std::vector<std::uint16_t> words(raster.samples.size() / 2);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = static_cast<std::uint16_t>(raster.samples[2 * i] << 8 | raster.samples[2 * i + 1]);
    std::vector<std::uint16_t> resampled(result.samples.size() / 2);
    resample<1>(Plane<std::uint16_t>{raster.width, raster.height, words.data()}, size, resampled.data());
    for (std::size_t i = 0; i < resampled.size(); ++i) {
        result.samples[2 * i] = static_cast<std::uint8_t>(resampled[i] >> 8);
        result.samples[2 * i + 1] = static_cast<std::uint8_t>(resampled[i] & 0xFFU);
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
    result.samples.resize(std::size_t{size.width} * size.height * raster.channels);
    Plane<std::uint8_t> const plane{raster.width, raster.height, raster.samples.data()};
    if (raster.channels == 1)
        resample<1>(plane, size, result.samples.data());
    else if (raster.channels == 3)
        resample<3>(plane, size, result.samples.data());
    else
        resample_words(raster, size, result);
    return result;
}

}  // namespace cassette
