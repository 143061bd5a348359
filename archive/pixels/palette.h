#pragma once

#include "archive/pixels/canvas.h"
#include "archive/pixels/lookup_table.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <array>
#include <cstdint>

namespace cassette {

// Red, Green and Blue Palette Color Lookup Table, PS3.3 C.7.6.3.1.5, C.7.6.3.1.6 and C.7.9.2.
struct Palette {
    std::array<LookupTable, 3> channels;

    Colour at(std::int64_t value) const {
        return {channels[0].eight_bits(value), channels[1].eight_bits(value), channels[2].eight_bits(value)};
    }
    // 0 is the first entry, 1 the last; between two entries what is between their colours.
    Colour at_fraction(double fraction) const;
};

[[nodiscard]] bool has_palette(DcmItem& attributes);
// ErrorCode::not_acceptable for a palette that is missing or does not fit its descriptor.
[[nodiscard]] Result<Palette> read_palette(DcmItem& attributes, Signedness signedness);

}  // namespace cassette
