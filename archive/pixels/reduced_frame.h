#pragma once

#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/scale.h"

#include <optional>
#include <string_view>

namespace cassette {

// Whether frames in this transfer syntax may be had at less than their size: JPEG with a discrete cosine transform, at a
// half, a quarter or an eighth; JPEG 2000 and HTJ2K, as often halved as they are decomposed.
[[nodiscard]] bool can_be_reduced(std::string_view transfer_syntax);

// The frame decoded at a half of its size or less, with no side less than `least`, sides rounded up; the samples of a pixel are beside each
// other. Its values are means of those of the whole frame, nearly. nullopt where the coding has no size between, where a mean
// would be none of the values (palettes, single bits, bits beside those stored), and for a stream that is not sound.
[[nodiscard]] std::optional<Frame> decode_reduced(PixelDescription const& description, EncodedFrame encoded,
                                                  RasterSize least);

}  // namespace cassette
