#pragma once

#include "archive/part10/instance_layout.h"
#include "archive/pixels/frame.h"
#include "storage/blob_store.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace cassette {

// A video's bit stream as it lies in its object.
struct VideoStream {
    std::string_view transfer_syntax;
    std::shared_ptr<Blob const> blob;
    std::vector<ByteRange> fragments;
};

// Whether frames of video in this transfer syntax are decoded here: MPEG-2, MPEG-4 AVC/H.264 and HEVC/H.265 (PS3.5 8.2.5 to
// 8.2.9), where Cassette is built with libavcodec.
[[nodiscard]] bool can_decode_video(std::string_view transfer_syntax);

// The largest picture of the levels that PS3.5 8.2.5 to 8.2.9 allow: level 5.1 of H.265.
inline constexpr std::int64_t video_pixels_max = 8'912'896;

// One frame, counted from 1 in the order shown, as RGB of 8 bits. Its size is the stream's, which is at most
// video_pixels_max. Decoding begins at the group of pictures before the frame's own; what is before that is only skimmed.
// ErrorCode::not_acceptable for what is no such stream, has fewer frames, is damaged there, has its key frames too far apart,
// or cannot be decoded here. Otherwise errors are the blob's. Blocks; one thread.
[[nodiscard]] Result<Frame> decode_video_frame(VideoStream const& stream, std::uint32_t number);

}  // namespace cassette
