#pragma once

// libavcodec's headers need it before them.
#include <cstdint>

extern "C" {
#include <libavcodec/codec_id.h>
}

#include <string_view>

namespace cassette::video {

// What a bit stream says before its first picture: the sequence header of MPEG-2 (ITU-T H.262 6.2.2), the parameter sets of
// H.264 and H.265 (7.3.2). Some encoders say it once, so that whoever begins to decode in the middle needs it. `beginning`
// starts with the stream and has start codes; all of it is given when there is no picture in it.
[[nodiscard]] std::string_view sequence_headers(std::string_view beginning, AVCodecID coding);

}  // namespace cassette::video
