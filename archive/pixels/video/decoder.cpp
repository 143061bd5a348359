#include "archive/pixels/video/decoder.h"

#include "archive/pixels/video/video_frame.h"

extern "C" {
#include <libavutil/mem.h>
#include <libswscale/swscale.h>
}

#include <cstring>
#include <vector>

namespace cassette::video {

namespace {

struct FreeScaler {
    void operator()(SwsContext* scaler) const noexcept { sws_freeContext(scaler); }
};

Failure no_memory() { return fail(ErrorCode::out_of_resources, "no memory for a video"); }

bool is_damaged(AVFrame const& picture) {
    constexpr int covered_up =
        FF_DECODE_ERROR_INVALID_BITSTREAM | FF_DECODE_ERROR_CONCEALMENT_ACTIVE | FF_DECODE_ERROR_DECODE_SLICES;
    return (picture.flags & AV_FRAME_FLAG_CORRUPT) != 0 || (picture.decode_error_flags & covered_up) != 0;
}

// ITU-T H.262 6.3.6, H.264 E.2.1 and H.265 E.3.1: where a stream does not say, the size tells which studio it comes from.
int const* coefficients_of(AVFrame const& picture) {
    constexpr int high_definition_rows = 720;
    if (picture.colorspace != AVCOL_SPC_UNSPECIFIED) return sws_getCoefficients(picture.colorspace);
    return sws_getCoefficients(picture.height >= high_definition_rows ? SWS_CS_ITU709 : SWS_CS_ITU601);
}

bool is_full_range(AVFrame const& picture) {
    return picture.color_range == AVCOL_RANGE_JPEG || picture.format == AV_PIX_FMT_YUVJ420P ||
        picture.format == AV_PIX_FMT_YUVJ422P || picture.format == AV_PIX_FMT_YUVJ444P;
}

void set_colours(SwsContext& scaler, AVFrame const& picture) {
    constexpr int one = 1 << 16;
    // Where it does not apply, as to grey, it changes nothing.
    (void)sws_setColorspaceDetails(&scaler, coefficients_of(picture), is_full_range(picture) ? 1 : 0,
                                   sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, one, one);
}

// False when there is no memory.
bool put_headers(AVCodecContext& settings, std::string_view headers) {
    if (settings.extradata_size > 0 || headers.empty()) return true;
    // Freed with the decoder.
    settings.extradata = static_cast<std::uint8_t*>(av_mallocz(headers.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (settings.extradata == nullptr) return false;
    std::memcpy(settings.extradata, headers.data(), headers.size());
    settings.extradata_size = static_cast<int>(headers.size());
    return true;
}

}  // namespace

Result<Decoder> Decoder::open(AVCodecParameters const& parameters, AVCodecID coding, std::string_view headers) {
    auto const* const codec = avcodec_find_decoder(coding);
    if (codec == nullptr) return fail(ErrorCode::not_acceptable, "libavcodec here does not decode this video");
    Decoder decoder;
    decoder.decoder_.reset(avcodec_alloc_context3(codec));
    decoder.picture_.reset(av_frame_alloc());
    if (!decoder.decoder_ || !decoder.picture_) return no_memory();
    auto& settings = *decoder.decoder_;
    if (avcodec_parameters_to_context(&settings, &parameters) < 0 || !put_headers(settings, headers))
        return no_memory();
    settings.codec_id = coding;
    settings.thread_count = 1;
    settings.max_pixels = video_pixels_max;
    // Every picture comes out, and none before the pictures that are shown before it, so that they can be counted.
    settings.flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT;
    settings.strict_std_compliance = FF_COMPLIANCE_STRICT;
    if (avcodec_open2(&settings, codec, nullptr) < 0)
        return fail(ErrorCode::not_acceptable, "the video cannot be decoded");
    return decoder;
}

bool Decoder::send(AVPacket const* packet) { return avcodec_send_packet(decoder_.get(), packet) == 0; }

AVFrame const* Decoder::receive() {
    return avcodec_receive_frame(decoder_.get(), picture_.get()) == 0 ? picture_.get() : nullptr;
}

Result<Frame> rgb_of(AVFrame const& picture) {
    if (is_damaged(picture)) return fail(ErrorCode::not_acceptable, "the video is damaged at this frame");
    auto const columns = static_cast<std::size_t>(picture.width);
    auto const rows = static_cast<std::size_t>(picture.height);
    std::unique_ptr<SwsContext, FreeScaler> const scaler{sws_getContext(
        picture.width, picture.height, static_cast<AVPixelFormat>(picture.format), picture.width, picture.height,
        AV_PIX_FMT_RGB24, SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr)};
    if (!scaler) return fail(ErrorCode::not_acceptable, "the video has pixels that are not shown");
    set_colours(*scaler, picture);
    // libswscale writes whole vectors.
    constexpr std::size_t vector_bytes = 64;
    auto const stride = (columns * 3 + vector_bytes - 1) / vector_bytes * vector_bytes;
    std::vector<std::uint8_t> lines(stride * rows + vector_bytes);
    std::uint8_t* const planes[] = {lines.data(), nullptr, nullptr, nullptr};
    int const strides[] = {static_cast<int>(stride), 0, 0, 0};
    if (sws_scale(scaler.get(), picture.data, picture.linesize, 0, picture.height, planes, strides) != picture.height)
        return fail(ErrorCode::not_acceptable, "the video has pixels that are not shown");
    Frame frame{{.rows = static_cast<std::uint32_t>(rows),
                 .columns = static_cast<std::uint32_t>(columns),
                 .samples = 3,
                 .photometric = Photometric::rgb},
                std::string(columns * 3 * rows, '\0')};
    for (std::size_t row = 0; row < rows; ++row)
        std::memcpy(frame.bytes.data() + row * columns * 3, lines.data() + row * stride, columns * 3);
    return frame;
}

}  // namespace cassette::video
