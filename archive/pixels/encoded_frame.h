#pragma once

#include "archive/pixels/pixel_description.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette {

struct EncodedFrame {
    std::string_view transfer_syntax;
    std::vector<std::string> fragments;
};

// The stream of a frame, from however many fragments (PS3.5 A.4), of even length. Takes the fragments.
[[nodiscard]] std::string joined(std::vector<std::string>& fragments);

// Whether a stream is of the size that its data set says, as far as it says one itself, and does not have the decoder go over
// it again and again. Decoders allocate for what it says.
[[nodiscard]] bool stream_fits(std::string_view transfer_syntax, std::string_view stream,
                               PixelDescription const& description);

}  // namespace cassette
