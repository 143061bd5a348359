#pragma once

#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/frame.h"
#include "archive/pixels/scale.h"

#include <cstdint>
#include <optional>

namespace cassette {

// The native cells of a frame, counted from 1, read as they are or decoded, a frame of video as well; `header` is the object's
// own (part10/header.h). A frame that could not be decoded is not tried again for a while (RenditionCache::failures).
// Errors are those of frame_bytes, native_frame, decode_frame and decode_video_frame; ErrorCode::too_large beyond
// raster_bytes_max.
[[nodiscard]] Result<Frame> load_frame(ObjectInArchive const& object, DcmItem& header, std::uint32_t number);

// The frame decoded at less than its size and not less than `least` (reduced_frame.h). nullopt where that is not to be had, or
// anything is wrong: load_frame says what.
[[nodiscard]] std::optional<Frame> load_reduced_frame(ObjectInArchive const& object, DcmItem& header,
                                                      std::uint32_t number, RasterSize least);

// An error met in an object, as whoever asked for a picture or another encoding is told it: what the object says does not
// fit together is not_acceptable, neither the caller's not_found nor our malformed.
[[nodiscard]] Failure fault_of_object(Error const& error);

}  // namespace cassette
