#include "archive/pixels/stored_frame.h"

#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/reduced_frame.h"
#include "archive/pixels/video/video_frame.h"
#include "storage/sha256.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cassette {

namespace {

// The frame's bytes as stored, one string for each range.
Result<std::vector<std::string>> read_frame(ObjectInArchive const& object, std::uint32_t frame) {
    auto const ranges = frame_bytes(object.archive, object.principal, object.location, object.layout, frame);
    if (!ranges) return fail(ranges.error());
    std::uint64_t total = 0;
    for (auto const& range : *ranges) total += range.range.length;
    if (total > raster_bytes_max) return fail(ErrorCode::too_large, "the frame is beyond the memory budget");
    std::vector<std::string> pieces;
    for (auto const& range : *ranges) {
        auto piece = read_all(range);
        if (!piece) return fail(piece.error());
        pieces.push_back(std::move(*piece));
    }
    return pieces;
}

// PS3.5 7.3: big endian swaps the two bytes of a word even where they are cells of their own, and a word may belong to two
// frames of odd length.
Result<std::string> read_frame_in_words(ObjectInArchive const& object, std::uint32_t frame) {
    auto const& pixels = object.layout.pixels;
    auto const ranges = frame_ranges(object.layout, frame);
    if (!ranges) return fail(ranges.error());
    auto const value = bulk_bytes(object.archive, object.principal, object.location, object.layout, to_hex(pixels.tag));
    if (!value) return fail(value.error());
    auto const begin = ranges->front().offset - pixels.value.offset;
    auto const length = ranges->front().length;
    auto const first_word = begin / 2 * 2;
    auto const end_word = std::min((begin + length + 1) / 2 * 2, pixels.value.length);
    if (end_word - first_word > raster_bytes_max)
        return fail(ErrorCode::too_large, "the frame is beyond the memory budget");
    auto bytes = read_all({value->blob, {value->range.offset + first_word, end_word - first_word}});
    if (!bytes) return bytes;
    reverse_cells(*bytes, 2);
    return bytes->substr(static_cast<std::size_t>(begin - first_word), static_cast<std::size_t>(length));
}

Result<Frame> load_native_frame(ObjectInArchive const& object, PixelDescription const& description,
                                std::uint32_t number) {
    auto const& layout = object.layout;
    auto const byte_order = layout.big_endian ? ByteOrder::big : ByteOrder::little;
    bool const bytes_in_words = layout.big_endian && description.bits_allocated <= 8 && layout.pixels.vr == "OW";
    if (bytes_in_words) {
        auto bytes = read_frame_in_words(object, number);
        if (!bytes) return fail(bytes.error());
        return native_frame(description, byte_order, std::move(*bytes));
    }
    auto pieces = read_frame(object, number);
    if (!pieces) return fail(pieces.error());
    return native_frame(description, byte_order, std::move(pieces->front()));
}

// The video is one bit stream, however its fragments are cut.
Result<Frame> load_video_frame(ObjectInArchive const& object, std::uint32_t number) {
    auto const& pixels = object.layout.pixels;
    if (number == 0 || number > pixels.frames) return fail(ErrorCode::not_found, "no such frame");
    auto blob = open_part10(object.archive, object.principal, object.location);
    if (!blob) return fail(blob.error());
    return decode_video_frame({object.location.transfer_syntax.str(), std::move(*blob), pixels.fragments}, number);
}

Result<Frame> load_image_frame(ObjectInArchive const& object, DcmItem& header, std::uint32_t number) {
    auto const& pixels = object.layout.pixels;
    auto const description = describe_pixels(header, pixels.tag);
    if (!description) return fail(description.error());
    if (pixels.encoding == PixelEncoding::native) return load_native_frame(object, *description, number);
    auto pieces = read_frame(object, number);
    if (!pieces) return fail(pieces.error());
    return decode_frame(header, *description, {object.location.transfer_syntax.str(), std::move(*pieces)});
}

// Under which a frame that cannot be decoded is remembered. Frames of one version of this code are not those of another.
Digest failure_name(ObjectInArchive const& object, std::uint32_t number) {
    auto const text = "decoded-1/" + object.location.blob.hex() + '/' + std::to_string(number);
    return sha256(std::as_bytes(std::span{text}));
}

}  // namespace

Result<Frame> load_frame(ObjectInArchive const& object, DcmItem& header, std::uint32_t number) {
    auto& failures = object.archive.renditions.failures();
    bool const is_decoded = object.layout.pixels.encoding == PixelEncoding::encapsulated;
    if (!is_decoded) return load_image_frame(object, header, number);
    auto const name = failure_name(object, number);
    if (auto const failed = failures.find(name)) return fail(*failed);
    bool const is_video = can_decode_video(object.location.transfer_syntax.str());
    auto frame = is_video ? load_video_frame(object, number) : load_image_frame(object, header, number);
    bool const stays_so =
        !frame && (frame.error().code == ErrorCode::not_acceptable || frame.error().code == ErrorCode::too_large);
    if (stays_so) failures.remember(name, frame.error());
    return frame;
}

std::optional<Frame> load_reduced_frame(ObjectInArchive const& object, DcmItem& header, std::uint32_t number,
                                        RasterSize least) {
    auto const& syntax = object.location.transfer_syntax.str();
    bool const is_decoded = object.layout.pixels.encoding == PixelEncoding::encapsulated;
    if (!is_decoded || !can_be_reduced(syntax)) return std::nullopt;
    auto const description = describe_pixels(header, object.layout.pixels.tag);
    if (!description || object.archive.renditions.failures().find(failure_name(object, number))) return std::nullopt;
    auto pieces = read_frame(object, number);
    if (!pieces) return std::nullopt;
    return decode_reduced(*description, {syntax, std::move(*pieces)}, least);
}

Failure fault_of_object(Error const& error) {
    using enum ErrorCode;
    switch (error.code) {
        case too_large:
        case out_of_resources:
        case unavailable:
        case cancelled:
        case not_authorized:
        case internal: return fail(error);
        case malformed:
        case nonconformant:
        case unsupported_sop_class:
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case not_found:
        case conflict: return fail(not_acceptable, error.detail);
    }
    return fail(error);
}

}  // namespace cassette
