#pragma once

#include "archive/pixels/video/fragment_input.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <memory>

namespace cassette::video {

struct FreeFormat {
    void operator()(AVFormatContext* format) const noexcept { avformat_close_input(&format); }
};
struct FreeInput {
    void operator()(AVIOContext* input) const noexcept {
        av_freep(&input->buffer);
        avio_context_free(&input);
    }
};
struct FreePacket {
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
};

// The pictures of a bit stream, coded, in the order they come: out of MP4, an MPEG-2 transport or program stream, or none of
// them. The container is told by its first bytes; nothing is looked for outside the stream.
class Demuxer {
public:
    // `coding` is what the pictures are coded in. ErrorCode::not_acceptable for what libavformat does not open.
    static Result<Demuxer> open(std::unique_ptr<FragmentInput> input, AVCodecID coding);

    // The next picture or field; nullptr at the end. It lives until the next call.
    // ErrorCode::not_acceptable for what cannot be read; the blob's errors.
    Result<AVPacket*> next();
    // What the container knows of the coding; nullptr before the first picture.
    AVCodecParameters const* parameters() const;

private:
    Demuxer(std::unique_ptr<FragmentInput> input, AVCodecID coding) : bytes_{std::move(input)}, coding_{coding} {}
    bool is_wanted(AVPacket const& packet);

    // In the order in which they borrow from each other.
    std::unique_ptr<FragmentInput> bytes_;
    std::unique_ptr<AVIOContext, FreeInput> input_;
    std::unique_ptr<AVFormatContext, FreeFormat> format_;
    std::unique_ptr<AVPacket, FreePacket> packet_;
    AVCodecID coding_;
    int stream_ = -1;
};

}  // namespace cassette::video
