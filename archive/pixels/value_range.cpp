#include "archive/pixels/value_range.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

namespace cassette {

namespace {

// Fewer values than this are all shown: they are a test pattern and no tissue.
constexpr std::size_t values_min = 4096;
// More are not looked at: their percentiles are the same.
constexpr std::size_t values_looked_at_max = std::size_t{1} << 18;
constexpr double left_out = 0.01;  // at either end
constexpr unsigned long mappings_max = 64;

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

ValueInterval between(double one, double other) { return {std::min(one, other), std::max(one, other)}; }

// Least and greatest of cells in words of their own size, a loop that is made of vector instructions. The stored bits are
// moved to the top of a cell, where they compare as the values do (PS3.5 8.1.1).
template <class Cell>
ValueInterval least_and_greatest(Frame const& frame) {
    auto const& description = frame.description;
    constexpr unsigned cell_bits = 8 * sizeof(Cell);
    unsigned const below = cell_bits - description.bits_stored;
    unsigned const up = below - description.shift;
    Cell least = std::numeric_limits<Cell>::max();
    Cell greatest = std::numeric_limits<Cell>::min();
    auto const cells = description.pixels();
    for (std::uint64_t i = 0; i < cells; ++i) {
        auto const bits = cell_at<std::make_unsigned_t<Cell>>(frame, i);
        auto const cell = static_cast<Cell>(bits << up);
        least = std::min(least, cell);
        greatest = std::max(greatest, cell);
    }
    return {static_cast<double>(least >> below), static_cast<double>(greatest >> below)};
}

// Of integers in whole bytes; what else there is takes the long way.
std::optional<ValueInterval> whole_range(Frame const& frame) {
    auto const& description = frame.description;
    bool const is_signed = description.is_signed;
    if (description.kind != SampleKind::integer || description.pixels() == 0) return std::nullopt;
    if (description.bits_allocated == 8)
        return is_signed ? least_and_greatest<std::int8_t>(frame) : least_and_greatest<std::uint8_t>(frame);
    if (description.bits_allocated == 16)
        return is_signed ? least_and_greatest<std::int16_t>(frame) : least_and_greatest<std::uint16_t>(frame);
    return std::nullopt;
}

// The padding of cells of this type.
template <class Number>
std::optional<ValueInterval> real_padding(DcmItem& attributes) {
    constexpr bool is_single = std::is_same_v<Number, Float32>;
    auto const read = [&](DcmTagKey const& key) -> std::optional<double> {
        Float32 single = 0;
        Float64 twice = 0;
        if (is_single)
            return attributes.findAndGetFloat32(key, single).good() ? std::optional{double{single}} : std::nullopt;
        return attributes.findAndGetFloat64(key, twice).good() ? std::optional{twice} : std::nullopt;
    };
    auto const value = read(is_single ? DCM_FloatPixelPaddingValue : DCM_DoubleFloatPixelPaddingValue);
    if (!value) return std::nullopt;
    auto const limit = read(is_single ? DCM_FloatPixelPaddingRangeLimit : DCM_DoubleFloatPixelPaddingRangeLimit);
    return between(*value, limit.value_or(*value));
}

// PS3.3 C.7.6.16.2.11: the ends are words like the pixels, or doubles where the pixels are no integers.
std::optional<ValueInterval> mapped_values(DcmItem& mapping) {
    Float64 first = 0;
    Float64 last = 0;
    if (mapping.findAndGetFloat64(DCM_DoubleFloatRealWorldValueFirstValueMapped, first).good() &&
        mapping.findAndGetFloat64(DCM_DoubleFloatRealWorldValueLastValueMapped, last).good() && std::isfinite(first) &&
        std::isfinite(last))
        return between(first, last);
    auto const word_at = [&](DcmTagKey const& key) -> std::optional<double> {
        Uint16 word = 0;
        Sint16 number = 0;
        if (mapping.findAndGetUint16(key, word).good()) return word;
        if (mapping.findAndGetSint16(key, number).good()) return number;
        return std::nullopt;
    };
    auto const low = word_at(DCM_RealWorldValueFirstValueMapped);
    auto const high = word_at(DCM_RealWorldValueLastValueMapped);
    return low && high ? std::optional{between(*low, *high)} : std::nullopt;
}

}  // namespace

std::optional<ValueInterval> padding_of(DcmItem& attributes, PixelDescription const& description) {
    if (auto const padding = real_padding<Float32>(attributes)) return padding;
    if (auto const padding = real_padding<Float64>(attributes)) return padding;
    auto const word_at = [&](DcmTagKey const& key) -> std::optional<double> {
        Uint16 word = 0;
        Sint16 number = 0;
        if (attributes.findAndGetUint16(key, word).good()) return as_stored(word, description);
        if (attributes.findAndGetSint16(key, number).bad()) return std::nullopt;
        return as_stored(static_cast<std::uint16_t>(number), description);
    };
    auto const value = word_at(DCM_PixelPaddingValue);
    if (!value) return std::nullopt;
    return between(*value, word_at(DCM_PixelPaddingRangeLimit).value_or(*value));
}

std::optional<ValueInterval> real_world_values(DcmItem& attributes) {
    std::optional<ValueInterval> all;
    DcmSequenceOfItems* sequence = nullptr;
    if (attributes.findAndGetSequence(DCM_RealWorldValueMappingSequence, sequence).bad() || sequence == nullptr)
        return all;
    for (unsigned long i = 0; i < std::min(sequence->card(), mappings_max); ++i) {
        auto const mapped = mapped_values(*sequence->getItem(i));
        if (!mapped) return std::nullopt;
        all = all ? ValueInterval{std::min(all->first, mapped->first), std::max(all->last, mapped->last)} : *mapped;
    }
    return all;
}

ValueInterval values_in(Frame const& frame, std::optional<ValueInterval> const& padding) {
    if (auto const all = padding ? std::nullopt : whole_range(frame)) return *all;
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
