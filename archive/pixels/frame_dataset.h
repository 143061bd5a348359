#pragma once

#include "archive/part10/header_writer.h"
#include "archive/pixels/encoded_frame.h"
#include "archive/pixels/frame.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <string>
#include <string_view>

namespace cassette {

// Reverses the bytes of each cell of so many bytes; what is left at the end stays.
void reverse_cells(std::string& bytes, std::size_t cell);

// A native frame's cells in little endian order. `bytes` are in the object's order; single bytes are where they belong.
// ErrorCode::not_acceptable when they are fewer than the description says.
[[nodiscard]] Result<Frame> native_frame(PixelDescription const& description, ByteOrder byte_order, std::string bytes);

// What a decoder reads of a data set: the Image Pixel Description Macro (PS3.3 C.7.6.3), as far as it is there.
void copy_pixel_description(DcmItem& from, DcmItem& to);

// Decodes one frame through a data set of its own, which has that frame alone. `header` is the object's.
// ErrorCode::not_acceptable for a transfer syntax that is not decoded here, a stream that contradicts the description, and
// one that cannot be decoded.
// The samples of a pixel are beside each other in what comes back (Planar Configuration 0).
[[nodiscard]] Result<Frame> decode_frame(DcmItem& header, PixelDescription const& description, EncodedFrame encoded);

// The bit stream of one frame, of even length, in a transfer syntax that can_encode(). The frame is native_frame_bytes() of
// cells of 8, 16 or (RLE) 32 bits. ErrorCode::not_acceptable where DCMTK refuses.
[[nodiscard]] Result<std::string> encode_frame(Frame const& frame, std::string_view transfer_syntax);

}  // namespace cassette
