#pragma once

#include "archive/pixels/frame.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/frame.h>
}

#include <memory>
#include <string_view>

namespace cassette::video {

struct FreeDecoder {
    void operator()(AVCodecContext* decoder) const noexcept { avcodec_free_context(&decoder); }
};
struct FreePicture {
    void operator()(AVFrame* picture) const noexcept { av_frame_free(&picture); }
};

// Coded pictures in, pictures out in the order shown. One thread; no picture is larger than video_pixels_max.
class Decoder {
public:
    // `headers` are those of the sequence, for a container that does not have them itself (sequence_headers.h).
    static Result<Decoder> open(AVCodecParameters const& parameters, AVCodecID coding, std::string_view headers);

    // nullptr: there are no more. False when it cannot be decoded.
    bool send(AVPacket const* packet);
    // The next picture that is finished, nullptr when there is none. It lives until the next call.
    AVFrame const* receive();

private:
    Decoder() = default;

    std::unique_ptr<AVCodecContext, FreeDecoder> decoder_;
    std::unique_ptr<AVFrame, FreePicture> picture_;
};

// RGB of 8 bits. ErrorCode::not_acceptable when the picture has damage that was covered up.
[[nodiscard]] Result<Frame> rgb_of(AVFrame const& picture);

}  // namespace cassette::video
