#pragma once

#include "archive/part10/part10_scanner.h"

namespace cassette {

// Resolves where the frames of a scanned object lie and turns offsets into those of the file (or of the inflated data set).
// Encapsulated Pixel Data: the Extended Offset Table, the Basic Offset Table, one fragment a frame, or fragments that start
// like a compressed image, whichever fits Number of Frames (PS3.5 A.4, PS3.3 C.7.6.3.1.8). `pixels_fit` tells whether what
// was found agrees with the description; where it does not, frames that were found are still served.
struct ResolvedLayout {
    InstanceLayout layout;
    bool pixels_fit = true;
};
[[nodiscard]] ResolvedLayout resolve_layout(ScannedInstance const& scanned, std::uint32_t number_of_frames,
                                            std::uint64_t frame_bits);

}  // namespace cassette
