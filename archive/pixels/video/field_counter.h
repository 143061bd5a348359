#pragma once

#include "schema/result.h"

extern "C" {
#include <libavcodec/avcodec.h>
}

#include <cstdint>
#include <memory>

namespace cassette::video {

struct FreeParser {
    void operator()(AVCodecParserContext* parser) const noexcept { av_parser_close(parser); }
};
struct FreeSettings {
    void operator()(AVCodecContext* settings) const noexcept { avcodec_free_context(&settings); }
};

// How many fields the coded pictures of a stream have. A frame has two; only H.264 may bring them one by one.
class FieldCounter {
public:
    static Result<FieldCounter> start(AVCodecParameters const& parameters, AVCodecID coding);
    // 1 or 2.
    std::uint64_t fields_of(AVPacket const& picture);

private:
    FieldCounter() = default;

    std::unique_ptr<AVCodecContext, FreeSettings> settings_;
    std::unique_ptr<AVCodecParserContext, FreeParser> parser_;  // nullptr: every picture is a frame
};

}  // namespace cassette::video
