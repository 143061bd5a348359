#include "archive/pixels/video/sequence_headers.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::video {

namespace {

using namespace std::string_view_literals;

}  // namespace

TEST_CASE("the headers of a sequence are what is before the first picture (ITU-T H.262 6.2.2, H.264 and H.265 7.3.2)") {
    struct Case {
        AVCodecID coding;
        std::string_view headers;
        std::string_view picture;
    };
    for (auto const& [coding, headers, picture] :
         {Case{AV_CODEC_ID_MPEG2VIDEO, "\0\0\1\xB3size\0\0\1\xB5more\0\0\1\xB8time"sv,
               "\0\0\1\0picture\0\0\1\1slice"sv},
          Case{AV_CODEC_ID_H264, "\0\0\0\1\x67set\0\0\1\x68set\0\0\1\6info"sv, "\0\0\1\x65slice"sv},
          Case{AV_CODEC_ID_H264, "\0\0\1\x67set"sv, "\0\0\1\x41slice"sv},
          Case{AV_CODEC_ID_HEVC, "\0\0\1\x40\1video\0\0\1\x42\1set\0\0\1\x44\1set"sv, "\0\0\1\x26\1slice"sv}}) {
        CAPTURE(headers);
        CHECK(sequence_headers(std::string{headers} + std::string{picture}, coding) == headers);
        CHECK(sequence_headers(headers, coding) == headers);
        CHECK(sequence_headers(picture, coding).empty());
    }
    CHECK(sequence_headers("", AV_CODEC_ID_H264).empty());
    CHECK(sequence_headers("\0\0\1"sv, AV_CODEC_ID_H264) == "\0\0\1"sv);
}

}  // namespace cassette::video
