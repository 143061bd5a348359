#include "archive/pixels/transcode/frame_source.h"

#include "archive/part10/header.h"
#include "archive/pixels/by_pixel.h"
#include "archive/pixels/codecs.h"
#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/jpeg_encoder.h"
#include "archive/retrieve/retrieve.h"

#include <utility>

namespace cassette {

namespace {

// Frames of one version of this code are not those of another.
constexpr std::string_view key_version = "frame-1";

Result<std::string> encode_baseline(Frame const& frame) {
    auto const& description = frame.description;
    Raster raster{description.columns, description.rows, description.samples, {}};
    auto const size = static_cast<std::ptrdiff_t>(native_frame_bytes(description));
    raster.samples.assign(frame.bytes.begin(), frame.bytes.begin() + size);
    constexpr int quality = 90;
    auto stream = encode_jpeg(raster, quality, {}, ChromaSampling::halved_across);
    if (stream && stream->size() % 2 != 0) stream->push_back('\0');
    return stream;
}

std::string cache_key(InstanceLocation const& location, FrameRequest const& request) {
    return std::string{key_version} + '/' + location.blob.hex() + '/' + std::to_string(request.number) + '/' +
        request.to.str();
}

}  // namespace

Result<std::string> encode(Frame const& frame, std::string_view transfer_syntax) {
    return transfer_syntax == jpeg_baseline ? encode_baseline(frame) : encode_frame(frame, transfer_syntax);
}

FrameSource::FrameSource(Archive const& archive, Principal principal, StoredObject const& object)
    : archive_{&archive}, principal_{std::move(principal)}, location_{object.location}, layout_{object.layout} {}

Result<FrameSource> FrameSource::open(Archive const& archive, Principal const& principal, StoredObject const& object) {
    FrameSource source{archive, principal, object};
    auto blob = open_part10(archive, principal, object.location);
    if (!blob) return fail(blob.error());
    auto header = read_header(**blob, archive.settings.limits);
    if (!header) return fail(header.error());
    source.header_ = std::move(*header);
    source.bytes_ = std::make_shared<DatasetBytes>(std::move(*blob), object.layout);
    auto const& pixels = object.layout.pixels;
    bool const readable = pixels.encoding == PixelEncoding::native ||
        (pixels.encoding == PixelEncoding::encapsulated && can_decode(object.location.transfer_syntax.str()));
    if (!readable) return source;
    if (auto described = describe_pixels(*source.header_, pixels.tag)) source.description_ = *described;
    return source;
}

// Frames of a deflated data set one after the other, so that it is inflated once.
Result<std::optional<Frame>> FrameSource::read_inflated(std::uint32_t number) {
    auto const ranges = frame_ranges(layout_, number);
    bool const whole = layout_.deflated && layout_.pixels.encoding == PixelEncoding::native && ranges;
    if (!whole || ranges->front().length > raster_bytes_max) return std::optional<Frame>{};
    std::string cells(static_cast<std::size_t>(ranges->front().length), '\0');
    auto const read = bytes_->read_at(ranges->front().offset, std::as_writable_bytes(std::span{cells}));
    if (!read) return fail(read.error());
    auto frame = native_frame(*description_, ByteOrder::little, std::move(cells));
    if (!frame) return fail(frame.error());
    return std::optional{std::move(*frame)};
}

Result<Frame> FrameSource::read(std::uint32_t number) {
    if (!description_) return fail(ErrorCode::not_acceptable, "the pixel data cannot be decoded here");
    auto inflated = read_inflated(number);
    if (!inflated) return fail(inflated.error());
    if (*inflated) return std::move(**inflated);
    return load_frame({*archive_, principal_, location_, layout_}, *header_, number);
}

Result<Frame> FrameSource::load(std::uint32_t number) {
    auto frame = read(number);
    if (!frame) return frame;
    arrange_by_pixel(*frame);
    if (!loaded_) loaded_ = frame->description;
    if (frame->description != *loaded_) return fail(ErrorCode::not_acceptable, "the frames are not alike");
    return frame;
}

Result<std::shared_ptr<Blob const>> FrameSource::encoded(FrameRequest const& request, Frame const* loaded) {
    auto const make = [&]() -> Result<std::string> {
        if (loaded != nullptr) return encode(*loaded, request.to.str());
        auto frame = load(request.number);
        if (!frame) return fail(frame.error());
        return encode(*frame, request.to.str());
    };
    return archive_->renditions.get_or_make(cache_key(location_, request), make);
}

std::unique_ptr<DcmDataset> FrameSource::take_header() {
    auto whole = std::exchange(header_, std::make_unique<DcmDataset>());
    copy_pixel_description(*whole, *header_);
    return whole;
}

}  // namespace cassette
