// Videos whose frames have one grey each, encoded by libavcodec: the frame that is asked for is known by its grey.

#include "archive/pixels/video/video_frame.h"

#include "archive/pixels/video/decoder.h"
#include "archive/pixels/video/demuxer.h"
#include "storage/memory_blob.h"
#include "tests/support/encoded_video.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace cassette {

using testing::encoded;
using testing::grey_of_frame;
using testing::SampleVideo;

namespace {

constexpr std::string_view mpeg2 = "1.2.840.10008.1.2.4.100";
constexpr std::string_view h264 = "1.2.840.10008.1.2.4.102";
constexpr std::string_view hevc = "1.2.840.10008.1.2.4.107";

VideoStream whole(std::string_view syntax, std::string bytes) {
    auto const size = bytes.size();
    return {syntax, std::make_shared<MemoryBlob>(std::move(bytes)), {{0, size}}};
}

// The mean of all samples.
double grey_of(Frame const& frame) {
    double sum = 0;
    for (char const sample : frame.bytes) sum += static_cast<unsigned char>(sample);
    return sum / static_cast<double>(frame.bytes.size());
}

void check_frames(VideoStream const& stream, SampleVideo const& video) {
    for (std::uint32_t const number : {1U, 2U, 7U, 8U, 9U, 10U, 11U, 17U, 23U, 24U, 29U, 30U}) {
        CAPTURE(number);
        auto const frame = decode_video_frame(stream, number);
        REQUIRE_MESSAGE(frame, frame.error().detail);
        CHECK(frame->description.columns == static_cast<std::uint32_t>(video.columns));
        CHECK(frame->description.rows == static_cast<std::uint32_t>(video.rows));
        CHECK(frame->bytes.size() == native_frame_bytes(frame->description));
        CHECK(std::abs(grey_of(*frame) - grey_of_frame(number)) < 3);
    }
    for (std::uint32_t const number : {0U, 31U, 4'000'000'000U})
        CHECK(decode_video_frame(stream, number).error().code == ErrorCode::not_acceptable);
}

class FailingBlob final : public Blob {
public:
    std::uint64_t size() const override { return 1000; }
    Result<void> read_at(std::uint64_t, std::span<std::byte>) const override {
        return fail(ErrorCode::unavailable, "the medium is away");
    }
};

}  // namespace

TEST_CASE("frame n of a video is the n-th that is shown, whatever container it comes in (PS3.5 8.2.5 to 8.2.9)") {
    struct Case {
        std::string_view syntax;
        SampleVideo video;
    };
    for (auto const& [syntax, video] :
         {Case{mpeg2, {}}, Case{mpeg2, {.container = "mpegts"}}, Case{mpeg2, {.container = "vob"}},
          Case{mpeg2, {.columns = 50, .rows = 34, .group = 1, .between = 0}},
          Case{h264, {.coding = "h264", .container = "h264"}}, Case{h264, {.coding = "h264", .container = "mp4"}},
          Case{h264, {.coding = "h264", .container = "mpegts", .group = 250, .between = 0}},
          Case{hevc, {.coding = "hevc", .container = "hevc"}}, Case{hevc, {.coding = "hevc", .container = "mp4"}}}) {
        std::string const name = std::string{video.coding} + " in " + video.container;
        CAPTURE(name);
        CHECK(can_decode_video(syntax));
        auto const bytes = encoded(video);
        if (!bytes) continue;
        check_frames(whole(syntax, *bytes), video);
    }
}

TEST_CASE("a video in fragments is one stream, wherever it is cut (PS3.5 8.2.5)") {
    auto const bytes = encoded({});
    REQUIRE(bytes);
    auto stream = whole(mpeg2, "...." + *bytes);
    stream.fragments.clear();
    for (std::size_t at = 0; at < bytes->size(); at += 777)
        stream.fragments.push_back({4 + at, std::min<std::size_t>(777, bytes->size() - at)});
    check_frames(stream, {});
}

TEST_CASE("parameter sets that are said once are known to whoever begins in the middle") {
    auto const bytes = encoded({});
    REQUIRE(bytes);
    // All but the first sequence header, of 12 bytes and its extension of 10.
    constexpr std::string_view sequence{"\0\0\1\xB3", 4};
    std::string once = *bytes;
    for (auto at = once.find(sequence, 4); at != std::string::npos; at = once.find(sequence, at))
        once.erase(at, once.find(std::string_view{"\0\0\1\xB8", 4}, at) - at);
    REQUIRE(once.size() < bytes->size());
    check_frames(whole(mpeg2, once), {});
}

TEST_CASE("a damaged video gives some frame or not_acceptable, and never a crash") {
    for (auto const& [syntax, video] :
         {std::pair{mpeg2, SampleVideo{}}, std::pair{h264, SampleVideo{.coding = "h264", .container = "mp4"}}}) {
        auto const bytes = encoded(video);
        if (!bytes) continue;
        for (std::size_t at = 0; at < bytes->size(); at += bytes->size() / 50 + 1) {
            CAPTURE(at);
            auto damaged = *bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
            for (auto const& stream : {whole(syntax, damaged), whole(syntax, bytes->substr(0, at))}) {
                auto const frame = decode_video_frame(stream, 20);
                if (!frame) CHECK(frame.error().code == ErrorCode::not_acceptable);
            }
        }
        CHECK(decode_video_frame(whole(syntax, bytes->substr(0, 40)), 1).error().code == ErrorCode::not_acceptable);
    }
}

TEST_CASE("what is no such video is not_acceptable, and a medium that is away is not the video's fault") {
    auto const bytes = encoded({});
    REQUIRE(bytes);
    for (auto const& stream : {whole(h264, *bytes), whole(hevc, *bytes), whole("1.2.840.10008.1.2.4.50", *bytes),
                               whole(mpeg2, ""), whole(mpeg2, std::string(5000, '\0')), whole("", *bytes)})
        CHECK(decode_video_frame(stream, 1).error().code == ErrorCode::not_acceptable);
    CHECK_FALSE(can_decode_video("1.2.840.10008.1.2.4.50"));
    CHECK_FALSE(can_decode_video(""));
    VideoStream const away{mpeg2, std::make_shared<FailingBlob>(), {{0, 1000}}};
    CHECK(decode_video_frame(away, 1).error().code == ErrorCode::unavailable);
}

TEST_CASE("a picture that is larger than any level allows is refused, and no memory is taken for it") {
    auto const bytes = encoded({});
    REQUIRE(bytes);
    auto huge = *bytes;
    // ITU-T H.262 6.2.2.1: width and height are the 24 bits behind the start code.
    huge.replace(4, 3, "\xFF\xFF\xFF");
    CHECK(decode_video_frame(whole(mpeg2, huge), 1).error().code == ErrorCode::not_acceptable);
}

TEST_CASE("no more pictures are decoded for one frame than two groups of any recorder have") {
    SampleVideo const video{
        .coding = "h264", .container = "h264", .columns = 32, .rows = 32, .frames = 1300, .group = 5000, .between = 0};
    auto const bytes = encoded(video);
    if (!bytes) return;
    CHECK(decode_video_frame(whole(h264, *bytes), 1000));
    CHECK(decode_video_frame(whole(h264, *bytes), 1290).error().code == ErrorCode::not_acceptable);
}

}  // namespace cassette
