#pragma once

#include "archive/pixels/frame.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace cassette::jpeg2000 {

// Decodes a JPEG 2000 or HTJ2K stream halved so many times, or as often as it is decomposed. nullopt where that is not at
// all, the stream is not of the size described or of values as described, and where OpenJPEG refuses.
[[nodiscard]] std::optional<Frame> decode_reduced(std::string_view stream, PixelDescription const& description,
                                                  std::uint32_t halvings);

}  // namespace cassette::jpeg2000
