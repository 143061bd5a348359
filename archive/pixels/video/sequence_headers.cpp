#include "archive/pixels/video/sequence_headers.h"

#include <cstddef>

namespace cassette::video {

// A stream is units behind start codes, 00 00 01 and a byte that tells their kind:
//
//   MPEG-2   00 picture, B3 sequence header, B5 extension, B8 group of pictures
//   H.264    the lowest five bits: 1 to 5 slices, 7 and 8 parameter sets
//   H.265    the six bits below the highest: to 31 slices, 32 to 34 parameter sets

namespace {

bool begins_picture(unsigned kind, AVCodecID coding) {
    if (coding == AV_CODEC_ID_MPEG2VIDEO) return kind == 0;
    if (coding == AV_CODEC_ID_H264) return (kind & 0x1FU) >= 1 && (kind & 0x1FU) <= 5;
    return (kind >> 1 & 0x3FU) < 32;
}

}  // namespace

std::string_view sequence_headers(std::string_view beginning, AVCodecID coding) {
    constexpr std::string_view start_code{"\0\0\1", 3};
    for (auto at = beginning.find(start_code); at != std::string_view::npos && at + 3 < beginning.size();
         at = beginning.find(start_code, at + 3))
        if (begins_picture(static_cast<unsigned char>(beginning[at + 3]), coding)) return beginning.substr(0, at);
    return beginning;
}

}  // namespace cassette::video
