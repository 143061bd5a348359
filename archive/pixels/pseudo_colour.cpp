#include "archive/pixels/pseudo_colour.h"

#include "archive/pixels/palette.h"
#include "archive/pixels/value_range.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <cmath>
#include <utility>

namespace cassette {

namespace {

void put(Raster& raster, std::uint64_t pixel, Colour colour) {
    auto* const samples = raster.samples.data() + pixel * 3;
    samples[0] = colour.red;
    samples[1] = colour.green;
    samples[2] = colour.blue;
}

std::optional<ValueInterval> mapped_range(DcmItem& attributes) {
    Float64 first = 0;
    Float64 last = 0;
    bool const is_there = attributes.findAndGetFloat64(DCM_MinimumStoredValueMapped, first).good() &&
        attributes.findAndGetFloat64(DCM_MaximumStoredValueMapped, last).good();
    if (!is_there || !std::isfinite(first) || !std::isfinite(last) || !(last > first)) return std::nullopt;
    return ValueInterval{first, last};
}

}  // namespace

PaletteUse palette_use(DcmItem& attributes, PixelDescription const& description) {
    if (description.samples != 1 || !has_palette(attributes)) return PaletteUse::none;
    OFString term;
    (void)attributes.findAndGetOFString(DCM_PixelPresentation, term);
    if (term == "COLOR_RANGE") return PaletteUse::range;
    bool const is_supplemental = term == "COLOR" || term == "MIXED";
    return is_supplemental && description.kind == SampleKind::integer ? PaletteUse::supplemental : PaletteUse::none;
}

Result<Raster> through_colour_range(Frame const& frame, DcmItem& attributes) {
    auto const& description = frame.description;
    auto const range = mapped_range(attributes);
    if (!range) return fail(ErrorCode::not_acceptable, "a palette without the range of values it is for");
    auto const palette = read_palette(attributes, Signedness::unsigned_values);
    if (!palette) return fail(palette.error());
    auto const padding = padding_of(attributes, description);
    Raster raster{description.columns, description.rows, 3, {}};
    raster.samples.resize(static_cast<std::size_t>(description.pixels()) * 3);
    visit_cells(frame, description.pixels(), [&](std::uint64_t i, auto cell) {
        auto const value = static_cast<double>(cell);
        if (std::isnan(value) || (padding && padding->contains(value))) return;
        put(raster, i, palette->at_fraction((value - range->first) / (range->last - range->first)));
    });
    return raster;
}

Result<Raster> with_supplemental_colours(Frame const& frame, DcmItem& attributes, Raster grey) {
    auto const& description = frame.description;
    auto const palette =
        read_palette(attributes, description.is_signed ? Signedness::signed_values : Signedness::unsigned_values);
    if (!palette) return fail(palette.error());
    auto raster = as_rgb(std::move(grey));
    auto const first = palette->channels[0].first;
    visit_cells(frame, description.pixels(), [&](std::uint64_t i, auto cell) {
        auto const value = static_cast<std::int64_t>(cell);
        if (value >= first) put(raster, i, palette->at(value));
    });
    return raster;
}

}  // namespace cassette
