#pragma once

#include "archive/pixels/frame.h"

#include <string>
#include <string_view>

namespace cassette {

// Whether a frame in this transfer syntax is its native bytes, packed: Encapsulated Uncompressed (PS3.5 A.4.11), Deflated
// Image Frame Compression (A.4.13), and RLE (annex G) of single bits, which DCMTK leaves to others.
[[nodiscard]] bool is_byte_coding(std::string_view transfer_syntax, PixelDescription const& description);

// The native bytes of a frame. ErrorCode::not_acceptable when the stream has fewer or is damaged; it never makes more.
[[nodiscard]] Result<Frame> decode_bytes(std::string_view transfer_syntax, PixelDescription const& description,
                                         std::string_view stream);

// The stream of a frame, of even length. ErrorCode::not_acceptable when the frame is shorter than its description.
[[nodiscard]] Result<std::string> encode_bytes(std::string_view transfer_syntax, Frame const& frame);

}  // namespace cassette
