#pragma once

#include "archive/pixels/frame.h"

#include <optional>
#include <string_view>

namespace cassette {

// JPEG with a discrete cosine transform, PS3.5 8.2.1: processes 1, 2 and 4, 6 and 8, 10 and 12.
[[nodiscard]] bool is_cosine_jpeg(std::string_view transfer_syntax);

// Decodes a JPEG of 8 bits whose size the caller has compared with the description, each side halved 0 to 3 times and rounded
// up. YBR becomes RGB, as everywhere (PS3.5 8.2.1). By libjpeg-turbo, which scales while it decodes and is quicker than DCMTK's
// decoder; not halved, the cells are those of DCMTK. nullopt for what it does not decode (12 bits, lossless processes) and where
// it has a remark on the stream: DCMTK is to say what such a stream is worth.
[[nodiscard]] std::optional<Frame> decode_jpeg(std::string_view stream, PixelDescription const& description,
                                               std::uint32_t halvings);

}  // namespace cassette
