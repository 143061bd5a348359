#include "archive/pixels/grey.h"

#include "archive/pixels/grey_transform.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cassette {

namespace {

// A table over more values than this costs more than it saves.
constexpr double table_entries_max = 1 << 17;

struct Interval {
    double first;
    double last;
    bool contains(double value) const { return value >= first && value <= last; }
};

double as_stored(std::uint16_t word, PixelDescription const& description) {
    return description.is_signed ? static_cast<std::int16_t>(word) : word;
}

// PS3.3 C.7.5.1.1.2: Pixel Padding Value, up to Pixel Padding Range Limit where there is one.
std::optional<Interval> padding_of(DcmItem& attributes, PixelDescription const& description) {
    Float32 single = 0;
    Float64 twice = 0;
    // PS3.3 C.7.6.24 and C.7.6.25.
    if (attributes.findAndGetFloat32(DCM_FloatPixelPaddingValue, single).good()) return Interval{single, single};
    if (attributes.findAndGetFloat64(DCM_DoubleFloatPixelPaddingValue, twice).good()) return Interval{twice, twice};
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
    return Interval{std::min(*value, limit), std::max(*value, limit)};
}

// The least and the greatest stored value; those that are not padding when there are any.
Interval values_in(Frame const& frame, std::optional<Interval> const& padding) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Interval found{infinity, -infinity};
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
    return padding ? values_in(frame, std::nullopt) : Interval{0, 0};
}

// What all values there are become after the modality transform.
ValueRange shown_range(ModalityTransform const& modality, Interval stored, PixelDescription const& description) {
    if (description.bits_stored == 1) return {modality_value(modality, 0), modality_value(modality, 1)};
    double first = modality_value(modality, stored.first);
    double last = modality_value(modality, stored.last);
    if (auto const* const table = std::get_if<LookupTable>(&modality)) {
        auto const begin = static_cast<std::int64_t>(stored.first);
        auto const end = std::min(static_cast<std::int64_t>(stored.last), table->first + std::int64_t{65536});
        for (auto value = std::max(begin, table->first); value <= end; ++value) {
            first = std::min<double>(first, table->at(value));
            last = std::max<double>(last, table->at(value));
        }
    }
    if (first > last) std::swap(first, last);
    return {first, last > first ? last : first + 1};
}

// From stored values to samples.
struct GreyPipeline {
    ModalityTransform modality;
    VoiTransform voi;
    bool inverted = false;
    std::optional<Interval> black;  // stored values that are shown black whatever the rest does

    std::uint8_t operator()(double stored) const {
        if (black && black->contains(stored)) return 0;
        auto const sample = display_value(voi, modality_value(modality, stored));
        return inverted ? static_cast<std::uint8_t>(255 - sample) : sample;
    }
};

void map_directly(Frame const& frame, GreyPipeline const& pipeline, Raster& raster) {
    visit_cells(frame, frame.description.pixels(),
                [&](std::uint64_t i, auto cell) { raster.samples[i] = pipeline(static_cast<double>(cell)); });
}

void map_by_table(Frame const& frame, GreyPipeline const& pipeline, Interval all, Raster& raster) {
    auto const first = static_cast<std::int64_t>(all.first);
    std::vector<std::uint8_t> table(static_cast<std::size_t>(all.last - all.first) + 1);
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = pipeline(all.first + static_cast<double>(i));
    auto* const samples = raster.samples.data();
    visit_cells(frame, frame.description.pixels(), [&table, first, samples](std::uint64_t i, auto cell) {
        samples[i] = table[static_cast<std::size_t>(static_cast<std::int64_t>(cell) - first)];
    });
}

Result<GreyPipeline> pipeline_of(Frame const& frame, DcmItem& attributes, std::optional<Window> window) {
    auto const& description = frame.description;
    auto const signedness = description.is_signed ? Signedness::signed_values : Signedness::unsigned_values;
    auto modality = modality_transform_of(attributes, signedness);
    if (!modality) return fail(modality.error());
    GreyPipeline pipeline{std::move(*modality), ValueRange{0, 1}, description.photometric == Photometric::monochrome1,
                          std::nullopt};
    if (window) {
        pipeline.voi = VoiWindow{VoiFunction::linear, *window};
        return pipeline;
    }
    auto voi = voi_transform_of(attributes, pipeline.modality, signedness);
    if (!voi) return fail(voi.error());
    if (*voi) {
        pipeline.voi = std::move(**voi);
        // Deviates from PS3.3 C.11.2.1.2.1: its half a step and its width less one are about integers. Of parametric maps
        // from 0 to 1, whose makers write LINEAR, they leave two colours.
        auto* const linear = std::get_if<VoiWindow>(&pipeline.voi);
        bool const counts_steps = linear != nullptr && linear->function == VoiFunction::linear;
        if (counts_steps && description.kind != SampleKind::integer) linear->function = VoiFunction::linear_exact;
        return pipeline;
    }
    auto const padding = padding_of(attributes, description);
    pipeline.voi = shown_range(pipeline.modality, values_in(frame, padding), description);
    pipeline.black = padding;
    return pipeline;
}

}  // namespace

Result<Raster> render_grey(Frame const& frame, DcmItem& attributes, std::optional<Window> window) {
    auto const pipeline = pipeline_of(frame, attributes, window);
    if (!pipeline) return fail(pipeline.error());
    auto const& description = frame.description;
    Raster raster{description.columns, description.rows, 1, std::vector<std::uint8_t>(description.pixels())};
    auto const all = values_in(frame, std::nullopt);
    if (description.kind == SampleKind::integer && all.last - all.first < table_entries_max)
        map_by_table(frame, *pipeline, all, raster);
    else
        map_directly(frame, *pipeline, raster);
    return raster;
}

}  // namespace cassette
