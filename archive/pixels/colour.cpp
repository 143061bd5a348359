#include "archive/pixels/colour.h"

#include "archive/pixels/lookup_table.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace cassette {

namespace {

std::uint8_t clamped(double value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0)); }

// Samples of any number of bits as 8.
std::uint8_t eight_bits(std::int64_t value, std::uint32_t bits_stored) {
    if (bits_stored > 8) return static_cast<std::uint8_t>(value >> (bits_stored - 8) & 0xFF);
    if (bits_stored == 8) return static_cast<std::uint8_t>(value & 0xFF);
    auto const largest = (std::int64_t{1} << bits_stored) - 1;
    return static_cast<std::uint8_t>((value & largest) * 255 / largest);
}

// PS3.3 C.7.6.3.1.2, the equations of YBR_FULL solved for R, G and B.
void full_to_rgb(std::uint8_t* pixel) {
    double const y = pixel[0];
    double const cb = pixel[1] - 128.0;
    double const cr = pixel[2] - 128.0;
    pixel[0] = clamped(y + 1.402 * cr);
    pixel[1] = clamped(y - 0.344136 * cb - 0.714136 * cr);
    pixel[2] = clamped(y + 1.772 * cb);
}

// The same for YBR_PARTIAL: black is Y 16, white Y 235.
void partial_to_rgb(std::uint8_t* pixel) {
    double const y = 1.164383 * (pixel[0] - 16.0);
    double const cb = pixel[1] - 128.0;
    double const cr = pixel[2] - 128.0;
    pixel[0] = clamped(y + 1.596027 * cr);
    pixel[1] = clamped(y - 0.391762 * cb - 0.812968 * cr);
    pixel[2] = clamped(y + 2.017232 * cb);
}

void to_rgb(Raster& raster, void (*convert)(std::uint8_t*)) {
    for (std::size_t i = 0; i + 2 < raster.samples.size(); i += 3) convert(raster.samples.data() + i);
}

// PS3.3 C.7.6.3.1.3: by pixel, or one plane after another.
void copy_samples(Frame const& frame, Raster& raster) {
    auto const& description = frame.description;
    auto const pixels = description.pixels();
    bool const as_they_are = description.bits_allocated == 8 && description.bits_stored == 8 && !description.by_plane;
    if (as_they_are) {
        std::memcpy(raster.samples.data(), frame.bytes.data(), raster.samples.size());
        return;
    }
    visit_cells(frame, pixels * 3, [&](std::uint64_t i, auto cell) {
        auto const to = description.by_plane ? i % pixels * 3 + i / pixels : i;
        raster.samples[to] = eight_bits(static_cast<std::int64_t>(cell), description.bits_stored);
    });
}

// PS3.3 C.7.6.3.1.2, YBR_FULL_422: Y1 Y2 CB CR for every two pixels of a row.
void copy_subsampled(Frame const& frame, Raster& raster) {
    auto const& description = frame.description;
    visit_cells(frame, description.pixels() / 2 * 4, [&](std::uint64_t i, auto cell) {
        auto* const pair = raster.samples.data() + i / 4 * 6;
        auto const sample = eight_bits(static_cast<std::int64_t>(cell), description.bits_stored);
        auto const part = i % 4;
        if (part < 2)
            pair[part * 3] = sample;
        else
            pair[part - 1] = pair[part + 2] = sample;
    });
}

Result<LookupTable> palette_of(DcmItem& attributes, LookupTableTags const& tags, PixelDescription const& description) {
    auto const signedness = description.is_signed ? Signedness::signed_values : Signedness::unsigned_values;
    auto table = read_lookup_table(attributes, tags, signedness);
    if (!table) return fail(table.error());
    if (!*table) return fail(ErrorCode::not_acceptable, "a palette is missing");
    return std::move(**table);
}

// PS3.3 C.7.6.3.1.5 and C.7.6.3.1.6: red, green and blue.
Result<std::vector<LookupTable>> palettes_of(DcmItem& attributes, PixelDescription const& description) {
    std::array<LookupTableTags, 3> const tags{{
        {DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
         DCM_SegmentedRedPaletteColorLookupTableData},
        {DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData,
         DCM_SegmentedGreenPaletteColorLookupTableData},
        {DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData,
         DCM_SegmentedBluePaletteColorLookupTableData},
    }};
    std::vector<LookupTable> palettes;
    std::uint32_t entry_max = 0;
    for (auto const& each : tags) {
        auto palette = palette_of(attributes, each, description);
        if (!palette) return fail(palette.error());
        entry_max = std::max(entry_max, palette->entry_max);
        palettes.push_back(std::move(*palette));
    }
    // A channel that happens to be dark is not to be brightened on its own.
    for (auto& palette : palettes) palette.entry_max = entry_max;
    return palettes;
}

Result<Raster> render_palette(Frame const& frame, DcmItem& attributes, Raster raster) {
    auto const palettes = palettes_of(attributes, frame.description);
    if (!palettes) return fail(palettes.error());
    visit_cells(frame, frame.description.pixels(), [&](std::uint64_t i, auto cell) {
        auto const value = static_cast<std::int64_t>(cell);
        for (std::size_t channel = 0; channel < 3; ++channel)
            raster.samples[i * 3 + channel] = (*palettes)[channel].eight_bits(value);
    });
    return raster;
}

}  // namespace

Result<Raster> render_colour(Frame const& frame, DcmItem& attributes) {
    auto const& description = frame.description;
    Raster raster{description.columns, description.rows, 3, std::vector<std::uint8_t>(description.pixels() * 3)};
    using enum Photometric;
    switch (description.photometric) {
        case palette_color: return render_palette(frame, attributes, std::move(raster));
        case monochrome1:
        case monochrome2:
        case rgb: copy_samples(frame, raster); break;
        case ybr_full:
            copy_samples(frame, raster);
            to_rgb(raster, full_to_rgb);
            break;
        case ybr_full_422:
            copy_subsampled(frame, raster);
            to_rgb(raster, full_to_rgb);
            break;
        case ybr_partial_422:
            copy_subsampled(frame, raster);
            to_rgb(raster, partial_to_rgb);
            break;
    }
    return raster;
}

Result<Raster> through_palette(Raster const& grey, DcmItem& attributes) {
    auto const palettes = palettes_of(attributes, PixelDescription{});
    if (!palettes) return fail(palettes.error());
    Raster raster{grey.width, grey.height, 3, std::vector<std::uint8_t>(grey.samples.size() * 3)};
    for (std::size_t i = 0; i < grey.samples.size(); ++i) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            auto const& palette = (*palettes)[channel];
            auto const last = static_cast<std::int64_t>(palette.entries.size()) - 1;
            raster.samples[i * 3 + channel] = palette.eight_bits(palette.first + (grey.samples[i] * last + 127) / 255);
        }
    }
    return raster;
}

}  // namespace cassette
