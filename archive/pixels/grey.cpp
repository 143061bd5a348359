#include "archive/pixels/grey.h"

#include "archive/pixels/grey_transform.h"
#include "archive/pixels/value_range.h"

#include <algorithm>

namespace cassette {

namespace {

// A table over more values than this costs more than it saves.
constexpr double table_entries_max = 1 << 17;

// What stored values become after the modality transform.
ValueRange shown_range(ModalityTransform const& modality, ValueInterval stored, PixelDescription const& description) {
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
    PresentationTransform presentation;
    std::optional<ValueInterval> black;  // stored values that are shown black whatever the rest does

    // 0 to 1, black to white.
    double operator()(double stored) const {
        if (black && black->contains(stored)) return 0;
        return presented_fraction(presentation, display_fraction(voi, modality_value(modality, stored)));
    }
};

// Fractions as samples in a raster of one channel, or of the two bytes of 16 bits.
struct EightBits {
    using Sample = std::uint8_t;
    static Sample sample(double fraction) { return to_sample(fraction); }
    static void put(std::uint8_t* samples, std::uint64_t pixel, Sample sample) { samples[pixel] = sample; }
};
struct SixteenBits {
    using Sample = std::uint16_t;
    static Sample sample(double fraction) { return to_deep_sample(fraction); }
    static void put(std::uint8_t* samples, std::uint64_t pixel, Sample sample) {
        samples[pixel * 2] = static_cast<std::uint8_t>(sample >> 8);
        samples[pixel * 2 + 1] = static_cast<std::uint8_t>(sample & 0xFFU);
    }
};

template <class Bits>
void map_directly(Frame const& frame, GreyPipeline const& pipeline, Raster& raster) {
    auto* const samples = raster.samples.data();
    visit_cells(frame, frame.description.pixels(), [&pipeline, samples](std::uint64_t i, auto cell) {
        Bits::put(samples, i, Bits::sample(pipeline(static_cast<double>(cell))));
    });
}

template <class Bits>
void map_by_table(Frame const& frame, GreyPipeline const& pipeline, ValueInterval all, Raster& raster) {
    auto const first = static_cast<std::int64_t>(all.first);
    std::vector<typename Bits::Sample> table(static_cast<std::size_t>(all.last - all.first) + 1);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = Bits::sample(pipeline(all.first + static_cast<double>(i)));
    auto* const samples = raster.samples.data();
    visit_cells(frame, frame.description.pixels(), [&table, first, samples](std::uint64_t i, auto cell) {
        Bits::put(samples, i, table[static_cast<std::size_t>(static_cast<std::int64_t>(cell) - first)]);
    });
}

template <class Bits>
Raster mapped(Frame const& frame, GreyPipeline const& pipeline) {
    auto const& description = frame.description;
    Raster raster{description.columns, description.rows, sizeof(typename Bits::Sample), {}};
    raster.samples.resize(static_cast<std::size_t>(description.pixels()) * raster.channels);
    auto const all = values_in(frame, std::nullopt);
    if (description.kind == SampleKind::integer && all.last - all.first < table_entries_max)
        map_by_table<Bits>(frame, pipeline, all, raster);
    else
        map_directly<Bits>(frame, pipeline, raster);
    return raster;
}

// PS3.3 C.7.6.3.1.2: MONOCHROME1 shows its least value white. A presentation state says itself what is white.
Result<PresentationTransform> presentation_of(DcmItem& attributes, Photometric photometric, DisplayRule rule) {
    if (rule == DisplayRule::presentation_state) return presentation_transform_of(attributes);
    return PresentationTransform{photometric == Photometric::monochrome1 ? Polarity::inverse : Polarity::identity};
}

// Deviates from PS3.3 C.11.2.1.2.1: its half a step and its width less one are about integers. Of parametric maps from 0 to
// 1, whose makers write LINEAR, they leave two colours.
void make_exact(VoiTransform& voi, SampleKind kind) {
    auto* const window = std::get_if<Window>(&voi);
    bool const counts_steps = window != nullptr && window->function == VoiFunction::linear;
    if (counts_steps && kind != SampleKind::integer) window->function = VoiFunction::linear_exact;
}

// Without what stands for nothing in the world, unless that is all there is.
ValueInterval meaningful(ValueInterval values, DcmItem& attributes) {
    auto const real = real_world_values(attributes);
    if (!real) return values;
    ValueInterval const both{std::max(values.first, real->first), std::min(values.last, real->last)};
    return both.last > both.first ? both : values;
}

Result<GreyPipeline> pipeline_of(Frame const& frame, DcmItem& attributes, GreyDisplay const& display) {
    auto const& description = frame.description;
    auto const signedness = description.is_signed ? Signedness::signed_values : Signedness::unsigned_values;
    auto modality = modality_transform_of(attributes, signedness);
    if (!modality) return fail(modality.error());
    auto presentation = presentation_of(attributes, description.photometric, display.rule);
    if (!presentation) return fail(presentation.error());
    GreyPipeline pipeline{std::move(*modality), ValueRange{0, 1}, std::move(*presentation), std::nullopt};
    if (display.window) {
        pipeline.voi = *display.window;
        return pipeline;
    }
    auto voi = voi_transform_of(attributes, pipeline.modality, signedness);
    if (!voi) return fail(voi.error());
    if (*voi) {
        pipeline.voi = std::move(**voi);
        make_exact(pipeline.voi, description.kind);
        return pipeline;
    }
    bool const all_possible =
        display.rule == DisplayRule::presentation_state && description.kind == SampleKind::integer;
    if (all_possible) {
        pipeline.voi = shown_range(pipeline.modality, values_possible(description), description);
        return pipeline;
    }
    pipeline.black = padding_of(attributes, description);
    auto const values = meaningful(values_worth_showing(frame, pipeline.black), attributes);
    pipeline.voi = shown_range(pipeline.modality, values, description);
    return pipeline;
}

}  // namespace

Result<Raster> render_grey(Frame const& frame, DcmItem& attributes, GreyDisplay const& display) {
    auto const pipeline = pipeline_of(frame, attributes, display);
    if (!pipeline) return fail(pipeline.error());
    return display.depth == SampleDepth::sixteen ? mapped<SixteenBits>(frame, *pipeline)
                                                 : mapped<EightBits>(frame, *pipeline);
}

}  // namespace cassette
