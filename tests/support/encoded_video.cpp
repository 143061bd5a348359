#include "tests/support/encoded_video.h"

#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace cassette::testing {

namespace {

// x265 does not free all of its own when an encoder is closed; what is tested is decoding.
int open_unwatched(AVCodecContext* encoder, AVCodec const* codec) {
#ifdef __SANITIZE_ADDRESS__
    __lsan::ScopedDisabler const disabler;
#endif
    return avcodec_open2(encoder, codec, nullptr);
}

struct FreeEncoder {
    void operator()(AVCodecContext* encoder) const noexcept { avcodec_free_context(&encoder); }
};
struct FreeMuxer {
    void operator()(AVFormatContext* muxer) const noexcept { avformat_free_context(muxer); }
};
struct FreePicture {
    void operator()(AVFrame* picture) const noexcept { av_frame_free(&picture); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
};
using Encoder = std::unique_ptr<AVCodecContext, FreeEncoder>;
using Muxer = std::unique_ptr<AVFormatContext, FreeMuxer>;
using Picture = std::unique_ptr<AVFrame, FreePicture>;
using Packet = std::unique_ptr<AVPacket, FreePacket>;

// Of the studio range 16 to 235.
int luma_of(std::uint32_t number) { return 24 + static_cast<int>(number * 6 % 204); }

AVCodec const* encoder_of(std::string_view coding) {
    if (coding == "h264") return avcodec_find_encoder_by_name("libx264");
    if (coding == "hevc") return avcodec_find_encoder_by_name("libx265");
    return avcodec_find_encoder_by_name("mpeg2video");
}

Encoder open_encoder(AVCodec const& codec, SampleVideo const& video, bool headers_apart) {
    Encoder encoder{avcodec_alloc_context3(&codec)};
    REQUIRE(encoder);
    encoder->width = video.columns;
    encoder->height = video.rows;
    encoder->time_base = {1, 25};
    encoder->framerate = {25, 1};
    encoder->pix_fmt = AV_PIX_FMT_YUV420P;
    encoder->gop_size = video.group;
    encoder->max_b_frames = video.between;
    encoder->bit_rate = 4'000'000;
    encoder->thread_count = 1;
    if (headers_apart) encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    // Options of one encoder are none of another's.
    (void)av_opt_set(encoder->priv_data, "preset", "ultrafast", 0);
    (void)av_opt_set(encoder->priv_data, "x264-params", "scenecut=0:threads=1", 0);
    (void)av_opt_set(encoder->priv_data, "x265-params", "log-level=none:scenecut=0:pools=none:frame-threads=1", 0);
    REQUIRE(open_unwatched(encoder.get(), &codec) == 0);
    return encoder;
}

Picture picture_of(SampleVideo const& video, std::uint32_t number) {
    Picture picture{av_frame_alloc()};
    REQUIRE(picture);
    picture->width = video.columns;
    picture->height = video.rows;
    picture->format = AV_PIX_FMT_YUV420P;
    picture->pts = static_cast<std::int64_t>(number) - 1;
    REQUIRE(av_frame_get_buffer(picture.get(), 0) == 0);
    auto const plane = [&](int index) { return static_cast<std::size_t>(picture->linesize[index]); };
    auto const rows = static_cast<std::size_t>(video.rows);
    std::memset(picture->data[0], luma_of(number), plane(0) * rows);
    std::memset(picture->data[1], 128, plane(1) * ((rows + 1) / 2));
    std::memset(picture->data[2], 128, plane(2) * ((rows + 1) / 2));
    return picture;
}

struct Writing {
    AVCodecContext& encoder;
    AVFormatContext& muxer;
    AVStream& stream;
};

void write_packets(Writing const& writing, AVFrame const* picture) {
    REQUIRE(avcodec_send_frame(&writing.encoder, picture) == 0);
    Packet const packet{av_packet_alloc()};
    while (avcodec_receive_packet(&writing.encoder, packet.get()) == 0) {
        av_packet_rescale_ts(packet.get(), writing.encoder.time_base, writing.stream.time_base);
        packet->stream_index = 0;
        REQUIRE(av_interleaved_write_frame(&writing.muxer, packet.get()) == 0);
    }
}

std::string taken(AVIOContext* buffer) {
    std::uint8_t* bytes = nullptr;
    auto const size = avio_close_dyn_buf(buffer, &bytes);
    std::string text{reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size)};
    av_free(bytes);
    return text;
}

E_TransferSyntax syntax_of(std::string_view uid) { return DcmXfer{std::string{uid}.c_str()}.getXfer(); }

std::unique_ptr<DcmPixelData> pixels_of(VideoObject const& object) {
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag{DCM_PixelData, EVR_OB});
    std::string_view rest = object.stream;
    auto const add = [&](std::string_view bytes) {
        std::string even{bytes};
        if (even.size() % 2 != 0) even.push_back('\0');
        auto item = std::make_unique<DcmPixelItem>(DcmTag{DCM_PixelItemTag, EVR_OB});
        auto const* const begin = reinterpret_cast<Uint8 const*>(even.data());
        if (!even.empty()) REQUIRE(item->putUint8Array(begin, static_cast<unsigned long>(even.size())).good());
        REQUIRE(sequence->insert(item.get()).good());
        (void)item.release();  // the sequence owns it now
    };
    add({});
    while (!rest.empty()) {
        auto const bytes = rest.substr(0, object.fragment_bytes == 0 ? rest.size() : object.fragment_bytes);
        add(bytes);
        rest.remove_prefix(bytes.size());
    }
    auto pixels = std::make_unique<DcmPixelData>(DcmTag{DCM_PixelData, EVR_OB});
    pixels->putOriginalRepresentation(syntax_of(object.transfer_syntax), nullptr, sequence.release());
    return pixels;
}

void put(DcmDataset& dataset, DcmTagKey const& key, char const* value) {
    REQUIRE(dataset.putAndInsertString(key, value).good());
}

void put(DcmDataset& dataset, DcmTagKey const& key, int value) {
    REQUIRE(dataset.putAndInsertUint16(key, static_cast<Uint16>(value)).good());
}

}  // namespace

std::optional<std::string> encoded(SampleVideo const& video) {
    av_log_set_level(AV_LOG_QUIET);
    auto const* const codec = encoder_of(video.coding);
    if (codec == nullptr) {
        MESSAGE("skipped: libavcodec has no encoder of " << video.coding);
        return std::nullopt;
    }
    AVFormatContext* raw = nullptr;
    REQUIRE(avformat_alloc_output_context2(&raw, nullptr, video.container, nullptr) >= 0);
    Muxer const muxer{raw};
    REQUIRE(avio_open_dyn_buf(&muxer->pb) == 0);
    auto const encoder = open_encoder(*codec, video, (muxer->oformat->flags & AVFMT_GLOBALHEADER) != 0);
    auto* const stream = avformat_new_stream(muxer.get(), nullptr);
    REQUIRE(stream != nullptr);
    stream->time_base = encoder->time_base;
    REQUIRE(avcodec_parameters_from_context(stream->codecpar, encoder.get()) >= 0);
    REQUIRE(avformat_write_header(muxer.get(), nullptr) >= 0);
    Writing const writing{*encoder, *muxer, *stream};
    for (std::uint32_t number = 1; number <= static_cast<std::uint32_t>(video.frames); ++number)
        write_packets(writing, picture_of(video, number).get());
    write_packets(writing, nullptr);
    REQUIRE(av_write_trailer(muxer.get()) == 0);
    return taken(std::exchange(muxer->pb, nullptr));
}

int grey_of_frame(std::uint32_t number) { return (luma_of(number) - 16) * 255 / 219; }

std::string part10_of(VideoObject const& object) {
    DcmDataset dataset;
    put(dataset, DCM_SOPClassUID, UID_VideoEndoscopicImageStorage);
    put(dataset, DCM_SOPInstanceUID, "1.2.3.4.5");
    put(dataset, DCM_StudyInstanceUID, "1.2.3");
    put(dataset, DCM_SeriesInstanceUID, "1.2.3.4");
    for (auto const& key :
         {DCM_PatientName, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyDate, DCM_StudyTime, DCM_StudyID,
          DCM_SeriesNumber, DCM_InstanceNumber, DCM_AccessionNumber, DCM_ReferringPhysicianName, DCM_Manufacturer})
        put(dataset, key, "");
    put(dataset, DCM_PatientID, "video");
    put(dataset, DCM_Modality, "ES");
    put(dataset, DCM_SamplesPerPixel, 3);
    put(dataset, DCM_PhotometricInterpretation, "YBR_PARTIAL_420");
    put(dataset, DCM_PlanarConfiguration, 0);
    put(dataset, DCM_NumberOfFrames, std::to_string(object.video.frames).c_str());
    put(dataset, DCM_Rows, object.video.rows);
    put(dataset, DCM_Columns, object.video.columns);
    put(dataset, DCM_BitsAllocated, 8);
    put(dataset, DCM_BitsStored, 8);
    put(dataset, DCM_HighBit, 7);
    put(dataset, DCM_PixelRepresentation, 0);
    auto pixels = pixels_of(object);
    REQUIRE(dataset.insert(pixels.get()).good());
    (void)pixels.release();  // the data set owns it now
    DcmFileFormat file{&dataset};
    TemporaryDirectory const folder;
    auto const path = folder / "video.dcm";
    REQUIRE(file.saveFile(path.c_str(), syntax_of(object.transfer_syntax), EET_ExplicitLength).good());
    return read_file(path);
}

}  // namespace cassette::testing
