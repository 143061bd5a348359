#include "archive/pixels/value_range.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace cassette {

namespace {

// Fewer values than this are all shown: they are a test pattern and no tissue.
constexpr std::size_t values_min = 4096;
// More are not looked at: their percentiles are the same.
constexpr std::size_t values_looked_at_max = std::size_t{1} << 18;
constexpr double left_out = 0.01;  // at either end

double as_stored(std::uint16_t word, PixelDescription const& description) {
    return description.is_signed ? static_cast<std::int16_t>(word) : word;
}

bool uses_its_bytes(PixelDescription const& description, ValueInterval const& values) {
    return description.kind == SampleKind::integer && description.bits_stored == 8 && !description.is_signed &&
        values.last >= 128;
}

std::vector<double> sampled(Frame const& frame, std::optional<ValueInterval> const& padding) {
    auto const pixels = frame.description.pixels();
    auto const step = std::max<std::uint64_t>(1, pixels / values_looked_at_max);
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(pixels / step + 1));
    visit_cells(frame, pixels, [&](std::uint64_t i, auto cell) {
        auto const value = static_cast<double>(cell);
        if (i % step != 0 || !std::isfinite(value) || (padding && padding->contains(value))) return;
        values.push_back(value);
    });
    return values;
}

double percentile(std::vector<double>& values, double fraction) {
    auto const position = static_cast<std::ptrdiff_t>(fraction * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + position, values.end());
    return values[static_cast<std::size_t>(position)];
}

}  // namespace

std::optional<ValueInterval> padding_of(DcmItem& attributes, PixelDescription const& description) {
    Float32 single = 0;
    Float64 twice = 0;
    // PS3.3 C.7.6.24 and C.7.6.25.
    if (attributes.findAndGetFloat32(DCM_FloatPixelPaddingValue, single).good()) return ValueInterval{single, single};
    if (attributes.findAndGetFloat64(DCM_DoubleFloatPixelPaddingValue, twice).good())
        return ValueInterval{twice, twice};
    auto const word_at = [&](DcmTagKey const& key) -> std::optional<double> {
        Uint16 word = 0;
        Sint16 number = 0;
        if (attributes.findAndGetUint16(key, word).good()) return as_stored(word, description);
        if (attributes.findAndGetSint16(key, number).bad()) return std::nullopt;
        return as_stored(static_cast<std::uint16_t>(number), description);
    };
    auto const value = word_at(DCM_PixelPaddingValue);
    if (!value) return std::nullopt;
    auto const limit = word_at(DCM_PixelPaddingRangeLimit).value_or(*value);
    return ValueInterval{std::min(*value, limit), std::max(*value, limit)};
}

ValueInterval values_in(Frame const& frame, std::optional<ValueInterval> const& padding) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    ValueInterval found{infinity, -infinity};
    auto const widen = [&found](double value) {
        if (!std::isfinite(value)) return;
        found.first = std::min(found.first, value);
        found.last = std::max(found.last, value);
    };
    visit_cells(frame, frame.description.pixels(), [&](std::uint64_t, auto cell) {
        auto const value = static_cast<double>(cell);
        if (!padding || !padding->contains(value)) widen(value);
    });
    if (found.first <= found.last) return found;
    return padding ? values_in(frame, std::nullopt) : ValueInterval{0, 0};
}

ValueInterval values_worth_showing(Frame const& frame, std::optional<ValueInterval> const& padding) {
    auto const all = values_in(frame, padding);
    if (uses_its_bytes(frame.description, all)) return {0, 255};
    auto values = sampled(frame, padding);
    if (values.size() < values_min) return all;
    ValueInterval const inner{percentile(values, left_out), percentile(values, 1 - left_out)};
    // A few bright things on black are what such a picture is about.
    return inner.last > inner.first ? inner : all;
}

ValueInterval values_possible(PixelDescription const& description) {
    auto const values = std::ldexp(1.0, static_cast<int>(description.bits_stored));
    if (description.is_signed) return {-values / 2, values / 2 - 1};
    return {0, values - 1};
}

}  // namespace cassette
