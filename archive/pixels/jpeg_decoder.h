#pragma once

#include "archive/pixels/frame.h"

#include <optional>
#include <string_view>

namespace cassette {

// Decodes a JPEG of 8 bits whose size the caller has compared with the description, each side halved 0 to 3 times and rounded
// up. YBR becomes RGB, as everywhere (PS3.5 8.2.1). By libjpeg, for it scales while it decodes; frames at their own size are
// decoded by DCMTK. nullopt for what it does not decode and where it has a remark on the stream.
[[nodiscard]] std::optional<Frame> decode_jpeg(std::string_view stream, PixelDescription const& description,
                                               std::uint32_t halvings);

}  // namespace cassette
