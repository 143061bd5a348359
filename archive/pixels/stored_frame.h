#pragma once

#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/frame.h"

#include <cstdint>

namespace cassette {

// The native cells of a frame, counted from 1, read as they are or decoded; `header` is the object's own (part10/header.h).
// Errors are those of frame_bytes, native_frame and decode_frame; ErrorCode::too_large beyond raster_bytes_max.
[[nodiscard]] Result<Frame> load_frame(ObjectInArchive const& object, DcmItem& header, std::uint32_t number);

// An error met in an object, as whoever asked for a picture or another encoding is told it: what the object says does not
// fit together is not_acceptable, neither the caller's not_found nor our malformed.
[[nodiscard]] Failure fault_of_object(Error const& error);

}  // namespace cassette
