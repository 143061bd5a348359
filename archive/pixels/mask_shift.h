#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <vector>

namespace cassette {

// By how many pixels a mask is moved before it is subtracted, PS3.3 C.7.6.10.1.2: a positive row offset is towards the lower
// rows, a positive column offset towards the columns on the left hand side.
struct MaskShift {
    double down = 0;
    double left = 0;
};

// PS3.3 C.11.19.1.2: rows and columns count from 1, edges and corners belong to the region. No corners: the whole frame.
struct RegionShift {
    struct Corner {
        std::int32_t row;
        std::int32_t column;
    };
    std::vector<Corner> corners;
    MaskShift shift;
};

struct MaskShifts {
    MaskShift elsewhere = {};
    std::vector<RegionShift> regions = {};  // where they overlap, the last one holds; 255 at most
};

// What an item of Mask Subtraction Sequence says of a frame, counted from 1: Mask Sub-pixel Shift, or of XA/XRF presentation
// states Pixel Shift Sequence.
[[nodiscard]] MaskShifts mask_shifts(DcmItem& operation, std::uint32_t frame);

// Of each pixel, row by row, the number of the region that holds there, from 1; 0 elsewhere.
struct RegionMap {
    std::uint32_t columns;
    std::vector<std::uint8_t> numbers;
};
[[nodiscard]] RegionMap region_map(MaskShifts const& shifts, std::uint32_t rows, std::uint32_t columns);

// Whether a multi-valued attribute of pairs, first and last frame, names the frame; without it every frame is meant.
[[nodiscard]] bool covers_frame(DcmItem& item, DcmTagKey const& ranges, std::uint32_t frame);

}  // namespace cassette
