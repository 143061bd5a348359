#pragma once

#include "schema/result.h"
#include "schema/tag.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <string_view>

namespace cassette {

// Photometric Interpretation, PS3.3 C.7.6.3.1.2. YBR_RCT and YBR_ICT are rgb here: they exist only inside a coded stream.
enum class Photometric { monochrome1, monochrome2, palette_color, rgb, ybr_full, ybr_full_422, ybr_partial_422 };

enum class SampleKind { integer, float32, float64 };

// The Image Pixel Description Macro, PS3.3 C.7.6.3, checked: rows and columns are not 0, bits fit each other, the number of
// samples goes with the photometric interpretation, and a frame is within raster_bytes_max.
struct PixelDescription {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::uint32_t samples = 1;  // per pixel: 1 or 3
    Photometric photometric = Photometric::monochrome2;
    SampleKind kind = SampleKind::integer;
    bool by_plane = false;             // Planar Configuration 1
    std::uint32_t bits_allocated = 8;  // 1, 8, 16, 32; 64 for float64
    std::uint32_t bits_stored = 8;
    std::uint32_t shift = 0;  // High Bit + 1 - Bits Stored
    bool is_signed = false;

    std::uint64_t pixels() const { return std::uint64_t{rows} * columns; }
    bool operator==(PixelDescription const&) const = default;
};

// `pixel_tag` is the attribute that holds the pixels: (7FE0,0010), (7FE0,0008) or (7FE0,0009).
// ErrorCode::not_acceptable for what cannot be a picture; too_large beyond the memory budget.
[[nodiscard]] Result<PixelDescription> describe_pixels(DcmItem& dataset, Tag pixel_tag);

// The defined term of Photometric Interpretation (0028,0004).
[[nodiscard]] std::string_view photometric_term(Photometric photometric);

// The bytes of one native frame of this description, in memory.
[[nodiscard]] std::uint64_t native_frame_bytes(PixelDescription const& description);

}  // namespace cassette
