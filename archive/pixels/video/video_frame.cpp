#include "archive/pixels/video/video_frame.h"

#include "archive/pixels/video/decoder.h"
#include "archive/pixels/video/demuxer.h"
#include "archive/pixels/video/field_counter.h"
#include "archive/pixels/video/sequence_headers.h"
#include "schema/transfer_syntax.h"

#include <optional>
#include <string>

namespace cassette {

namespace {

// Two groups of pictures of any recorder: ten seconds each at 60 a second.
constexpr std::uint64_t pictures_decoded_max = 1200;

std::optional<AVCodecID> coding_of(std::string_view transfer_syntax) {
    auto const* const syntax = find_transfer_syntax(transfer_syntax);
    if (syntax == nullptr) return std::nullopt;
    if (syntax->media_type == "video/mpeg2") return AV_CODEC_ID_MPEG2VIDEO;
    if (syntax->media_type == "video/mp4") return AV_CODEC_ID_H264;
    if (syntax->media_type == "video/H265") return AV_CODEC_ID_HEVC;
    return std::nullopt;
}

// Pictures are numbered in the order they are coded, frames in the order they are shown, both from 0. Whatever is coded
// before a key frame is shown before all that is coded from it on. So from a key frame on frames can be counted. Some of
// those that are coded behind it and shown before it need what was before, so that decoding begins one key frame earlier.
struct Start {
    std::uint64_t decoded_from = 0;  // picture
    std::uint64_t counted_from = 0;  // picture
    std::uint64_t shown_before = 0;  // frames before that
    std::string headers = {};
};

struct Search {
    VideoStream const& stream;
    AVCodecID coding;
    std::uint64_t frame;
};

Failure damaged() { return fail(ErrorCode::not_acceptable, "the video is damaged before or at this frame"); }

Result<video::Demuxer> open(Search const& search) {
    return video::Demuxer::open(std::make_unique<video::FragmentInput>(search.stream.blob, search.stream.fragments),
                                search.coding);
}

std::string headers_of(AVPacket const& first, AVCodecID coding) {
    std::string_view const beginning{reinterpret_cast<char const*>(first.data), static_cast<std::size_t>(first.size)};
    return std::string{video::sequence_headers(beginning, coding)};
}

// Skims the stream up to the frame.
Result<Start> find_start(Search const& search) {
    auto demuxer = open(search);
    if (!demuxer) return fail(demuxer.error());
    std::optional<video::FieldCounter> counter;
    Start start;
    std::uint64_t fields = 0;
    for (std::uint64_t picture = 0; fields / 2 <= search.frame; ++picture) {
        auto const packet = demuxer->next();
        if (!packet) return fail(packet.error());
        if (*packet == nullptr) return fail(ErrorCode::not_acceptable, "the video has fewer frames");
        if (!counter) {
            auto started = video::FieldCounter::start(*demuxer->parameters(), search.coding);
            if (!started) return fail(started.error());
            counter = std::move(*started);
            start.headers = headers_of(**packet, search.coding);
        }
        bool const is_key = ((*packet)->flags & AV_PKT_FLAG_KEY) != 0;
        if (is_key) start = {start.counted_from, picture, fields / 2, std::move(start.headers)};
        fields += counter->fields_of(**packet);
    }
    return start;
}

// The frame among what the decoder has finished; nullopt when it is not yet there.
std::optional<Result<Frame>> find_frame(video::Decoder& decoder, Start& start, std::uint64_t wanted) {
    while (auto const* const picture = decoder.receive()) {
        bool const is_counted = picture->pts >= static_cast<std::int64_t>(start.counted_from);
        if (is_counted && start.shown_before++ == wanted) return video::rgb_of(*picture);
    }
    return std::nullopt;
}

Result<Frame> decode_from(Start start, Search const& search) {
    auto demuxer = open(search);
    if (!demuxer) return fail(demuxer.error());
    std::optional<video::Decoder> decoder;
    for (std::uint64_t picture = 0; picture < start.decoded_from + pictures_decoded_max; ++picture) {
        auto const packet = demuxer->next();
        if (!packet) return fail(packet.error());
        if (*packet != nullptr && picture < start.decoded_from) continue;
        if (!decoder && *packet != nullptr) {
            auto opened = video::Decoder::open(*demuxer->parameters(), search.coding, start.headers);
            if (!opened) return fail(opened.error());
            decoder = std::move(*opened);
        }
        if (!decoder) break;
        // Comes back with the picture that is made of it.
        if (*packet != nullptr) (*packet)->pts = static_cast<std::int64_t>(picture);
        bool const sent = decoder->send(*packet);
        // A picture less would make every frame behind it another.
        if (!sent && picture >= start.counted_from) return damaged();
        if (auto found = find_frame(*decoder, start, search.frame)) return std::move(*found);
        if (*packet == nullptr) return damaged();
    }
    return fail(ErrorCode::not_acceptable, "the video has its key frames too far apart");
}

}  // namespace

bool can_decode_video(std::string_view transfer_syntax) {
    auto const coding = coding_of(transfer_syntax);
    return coding && avcodec_find_decoder(*coding) != nullptr;
}

Result<Frame> decode_video_frame(VideoStream const& stream, std::uint32_t number) {
    auto const coding = coding_of(stream.transfer_syntax);
    if (!coding || number == 0) return fail(ErrorCode::not_acceptable, "no such video is decoded here");
    Search const search{stream, *coding, number - 1U};
    auto start = find_start(search);
    if (!start) return fail(start.error());
    return decode_from(std::move(*start), search);
}

}  // namespace cassette
