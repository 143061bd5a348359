#pragma once

#include "archive/pixels/transcode/byte_stream.h"
#include "archive/pixels/transcode/frame_source.h"

#include <memory>

namespace cassette {

// The Pixel Data element (7FE0,0010) of a data set in little endian, header included, made frame by frame. `source` is
// shared between streams of one object, of which one is read at a time; `first` is its first frame, which need not be made
// again.
struct PixelStreamRequest {
    std::shared_ptr<FrameSource> source;
    TransferSyntaxUID to;
    std::shared_ptr<Frame> first;  // given up after it has been sent
};

// Native pixels as they are, turned into little endian. Float and Double Float Pixel Data too.
[[nodiscard]] std::unique_ptr<ByteStream> copied_pixels(PixelStreamRequest const& request);
// Decoded, as native pixels.
[[nodiscard]] std::unique_ptr<ByteStream> decoded_pixels(PixelStreamRequest const& request);
// Encapsulated with an empty Basic Offset Table and one fragment a frame, PS3.5 A.4.
[[nodiscard]] std::unique_ptr<ByteStream> encoded_pixels(PixelStreamRequest const& request);

}  // namespace cassette
