#include "archive/pixels/palette.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <utility>

namespace cassette {

namespace {

std::array<LookupTableTags, 3> const& palette_tags() {
    static std::array<LookupTableTags, 3> const tags{{
        {DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
         DCM_SegmentedRedPaletteColorLookupTableData},
        {DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData,
         DCM_SegmentedGreenPaletteColorLookupTableData},
        {DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData,
         DCM_SegmentedBluePaletteColorLookupTableData},
    }};
    return tags;
}

std::uint8_t between(LookupTable const& table, double fraction) {
    double const place = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(table.entries.size() - 1);
    auto const index = static_cast<std::int64_t>(place);
    double const part = place - static_cast<double>(index);
    double const below = table.eight_bits(table.first + index);
    double const above = table.eight_bits(table.first + index + 1);
    return static_cast<std::uint8_t>(below + (above - below) * part + 0.5);
}

}  // namespace

Colour Palette::at_fraction(double fraction) const {
    return {between(channels[0], fraction), between(channels[1], fraction), between(channels[2], fraction)};
}

bool has_palette(DcmItem& attributes) {
    return std::ranges::all_of(palette_tags(), [&](auto const& tags) { return attributes.tagExists(tags.descriptor); });
}

Result<Palette> read_palette(DcmItem& attributes, Signedness signedness) {
    Palette palette;
    std::uint32_t entry_max = 0;
    for (std::size_t i = 0; i < palette.channels.size(); ++i) {
        auto table = read_lookup_table(attributes, palette_tags()[i], signedness);
        if (!table) return fail(table.error());
        if (!*table) return fail(ErrorCode::not_acceptable, "a palette is missing");
        palette.channels[i] = std::move(**table);
        entry_max = std::max(entry_max, palette.channels[i].entry_max);
    }
    // A channel that happens to be dark is not to be brightened on its own.
    for (auto& channel : palette.channels) channel.entry_max = entry_max;
    return palette;
}

}  // namespace cassette
