#pragma once

#include "archive/pixels/canvas.h"
#include "archive/pixels/frame.h"
#include "archive/pixels/raster_geometry.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace cassette {

// Segmentation (PS3.3 A.51) and Label Map Segmentation Storage.
[[nodiscard]] bool is_segmentation(std::string_view sop_class);

// How a frame of a segmentation is shown, PS3.3 C.8.20: which segments its values are, and how much of them.
struct SegmentedFrame {
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    std::vector<std::uint16_t> segments = {};      // of each pixel; 0 is none
    std::vector<std::uint8_t> parts = {};          // of each pixel, 255: all of it belongs to the segment
    std::map<std::uint16_t, Colour> colours = {};  // of the segments there are
};

// `attributes` holds those of this frame. Colours are Recommended Display CIELab Values, those of a palette, or where there
// are neither some that differ. ErrorCode::not_acceptable for values that no segmentation has; too_large beyond the memory
// budget.
[[nodiscard]] Result<SegmentedFrame> segmented_frame(Frame const& frame, DcmItem& attributes);

// Mixes the segments into a colour picture: `where` has its points in the frame, and a pixel that is all segment takes so
// much of its colour, up to 1.
void blend_segments(SegmentedFrame const& segmented, Placement const& where, double opacity, Raster& raster);

}  // namespace cassette
