#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace cassette::testing {

// A video whose frames, counted from 1, have one grey each.
struct SampleVideo {
    char const* coding = "mpeg2video";  // as libavcodec names it: mpeg2video, h264, hevc
    char const* container =
        "mpeg2video";  // as libavformat does: none of them (mpeg2video, h264, hevc), mpegts, vob, mp4
    int columns = 64;
    int rows = 48;
    int frames = 30;
    int group = 8;    // frames from a key frame to the next
    int between = 2;  // frames that are coded behind one that is shown later
};

// nullopt, and says so, where libavcodec has no encoder for it.
[[nodiscard]] std::optional<std::string> encoded(SampleVideo const& video);

// R, G and B of a frame's pixels, nearly.
[[nodiscard]] int grey_of_frame(std::uint32_t number);

// A Part 10 file with the stream in as many fragments as it takes, one where `fragment_bytes` is 0.
struct VideoObject {
    SampleVideo video = {};
    char const* transfer_syntax = "1.2.840.10008.1.2.4.100";
    std::string stream = {};
    std::size_t fragment_bytes = 0;
};
[[nodiscard]] std::string part10_of(VideoObject const& object);

}  // namespace cassette::testing
