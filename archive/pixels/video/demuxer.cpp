#include "archive/pixels/video/demuxer.h"

#include "archive/pixels/raster.h"

extern "C" {
#include <libavutil/dict.h>
#include <libavutil/mem.h>
}

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace cassette::video {

namespace {

constexpr int buffer_bytes = 64 * 1024;
constexpr int streams_max = 16;  // pictures, sound, and what else a recorder adds

Failure unreadable() { return fail(ErrorCode::not_acceptable, "the video cannot be read"); }

int read_bytes(void* opaque, std::uint8_t* out, int size) {
    auto& input = *static_cast<FragmentInput*>(opaque);
    auto const read = input.read(std::as_writable_bytes(std::span{out, static_cast<std::size_t>(size)}));
    if (!read) return AVERROR(EIO);
    return *read == 0 ? AVERROR_EOF : static_cast<int>(*read);
}

std::int64_t seek_bytes(void* opaque, std::int64_t offset, int whence) {
    auto& input = *static_cast<FragmentInput*>(opaque);
    auto const size = static_cast<std::int64_t>(input.size());
    auto const from = whence & ~AVSEEK_FORCE;
    if (from == AVSEEK_SIZE) return size;
    auto const start = from == SEEK_SET ? 0 : from == SEEK_CUR ? static_cast<std::int64_t>(input.position()) : size;
    if (offset < -start || offset > size - start) return AVERROR(EINVAL);
    input.seek(static_cast<std::uint64_t>(start + offset));
    return start + offset;
}

// An MP4 may say that its samples are in another file.
int open_nothing(AVFormatContext*, AVIOContext**, char const*, int, AVDictionary**) { return AVERROR(EACCES); }

bool is_box(std::string_view name) {
    constexpr std::array<std::string_view, 6> boxes{"ftyp", "moov", "mdat", "free", "skip", "wide"};
    return std::ranges::find(boxes, name) != boxes.end();
}

// ISO/IEC 13818-1: packets of 188 bytes, or of 192 with a time before each.
bool is_transport_stream(std::string_view head) {
    constexpr char sync = 0x47;
    auto const begins_at = [&](std::size_t at, std::size_t packet) {
        return head.size() > at + packet && head[at] == sync && head[at + packet] == sync;
    };
    return begins_at(0, 188) || begins_at(4, 192);
}

char const* elementary_stream(AVCodecID coding) {
    if (coding == AV_CODEC_ID_MPEG2VIDEO) return "mpegvideo";
    return coding == AV_CODEC_ID_H264 ? "h264" : "hevc";
}

// PS3.5 8.2.5 to 8.2.9 leave the container open.
char const* container_of(std::string_view head, AVCodecID coding) {
    constexpr std::string_view pack_start{"\0\0\1\xBA", 4};
    if (head.size() >= 8 && is_box(head.substr(4, 4))) return "mov";
    if (is_transport_stream(head)) return "mpegts";
    if (head.starts_with(pack_start)) return "mpeg";
    return elementary_stream(coding);
}

Result<AVInputFormat const*> format_of(FragmentInput& input, AVCodecID coding) {
    std::array<char, 400> head{};
    auto const read = input.read(std::as_writable_bytes(std::span{head}));
    if (!read) return fail(read.error());
    input.seek(0);
    auto const* const format = av_find_input_format(container_of({head.data(), *read}, coding));
    if (format == nullptr) return unreadable();
    return format;
}

void be_modest() {
    av_log_set_level(AV_LOG_QUIET);
    // No table of a container may be larger than a picture.
    av_max_alloc(static_cast<std::size_t>(raster_bytes_max));
}

}  // namespace

Result<Demuxer> Demuxer::open(std::unique_ptr<FragmentInput> input, AVCodecID coding) {
    static bool const modest = (be_modest(), true);
    auto const format = format_of(*input, coding);
    if (!format) return fail(format.error());
    Demuxer demuxer{std::move(input), coding};
    auto* const buffer = static_cast<unsigned char*>(modest ? av_malloc(buffer_bytes) : nullptr);
    if (buffer == nullptr) return fail(ErrorCode::out_of_resources, "no memory for a video");
    demuxer.input_.reset(
        avio_alloc_context(buffer, buffer_bytes, 0, demuxer.bytes_.get(), read_bytes, nullptr, seek_bytes));
    demuxer.packet_.reset(av_packet_alloc());
    auto* opened = avformat_alloc_context();
    if (!demuxer.input_ || !demuxer.packet_ || opened == nullptr)
        return fail(ErrorCode::out_of_resources, "no memory for a video");
    opened->pb = demuxer.input_.get();
    opened->flags |= AVFMT_FLAG_CUSTOM_IO;
    opened->io_open = open_nothing;
    opened->max_streams = streams_max;
    // An edit list of an MP4 would leave frames out.
    AVDictionary* options = nullptr;
    (void)av_dict_set(&options, "ignore_editlist", "1", 0);
    // Frees what it was given when it fails.
    bool const good = avformat_open_input(&opened, "", *format, &options) == 0;
    av_dict_free(&options);
    demuxer.format_.reset(opened);
    if (demuxer.bytes_->error()) return fail(*demuxer.bytes_->error());
    if (!good) return unreadable();
    return demuxer;
}

// A raw stream of MPEG-2 is taken for MPEG-1 until its first header is parsed.
bool Demuxer::is_wanted(AVPacket const& packet) {
    auto const& parameters = *format_->streams[packet.stream_index]->codecpar;
    bool const mpeg = coding_ == AV_CODEC_ID_MPEG2VIDEO && parameters.codec_id == AV_CODEC_ID_MPEG1VIDEO;
    if (stream_ < 0 && (parameters.codec_id == coding_ || mpeg)) stream_ = packet.stream_index;
    return packet.stream_index == stream_;
}

Result<AVPacket*> Demuxer::next() {
    for (;;) {
        av_packet_unref(packet_.get());
        auto const status = av_read_frame(format_.get(), packet_.get());
        if (bytes_->error()) return fail(*bytes_->error());
        if (status == AVERROR_EOF) return static_cast<AVPacket*>(nullptr);
        if (status == AVERROR(ENOMEM)) return fail(ErrorCode::too_large, "the video is beyond the memory budget");
        if (status < 0) return unreadable();
        if (is_wanted(*packet_)) return packet_.get();
    }
}

AVCodecParameters const* Demuxer::parameters() const {
    return stream_ < 0 ? nullptr : format_->streams[stream_]->codecpar;
}

}  // namespace cassette::video
