#include "archive/pixels/render.h"

#include "archive/part10/header.h"
#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/functional_groups.h"
#include "archive/pixels/jpeg_encoder.h"
#include "archive/pixels/png_encoder.h"
#include "archive/pixels/scale.h"
#include "archive/pixels/softcopy.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cassette {

namespace {

// Renditions of one version of this code are not those of another.
constexpr std::string_view key_version = "rendered-1";

// As many digits as tell the number from every other.
std::string exact(double number) {
    std::array<char, 32> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return std::string{text.data(), end};
}

std::string cache_key(InstanceLocation const& location, RenderRequest const& request) {
    auto key = std::string{key_version} + '/' + location.blob.hex() + '/' + std::to_string(request.frame);
    key += request.type == RenderedType::png ? "/png" : "/jpeg" + std::to_string(request.quality);
    if (request.viewport)
        key += "/in" + std::to_string(request.viewport->width) + 'x' + std::to_string(request.viewport->height);
    if (request.window) key += "/window" + exact(request.window->center) + ',' + exact(request.window->width);
    return key;
}

// What the object says does not fit together: that is not the caller's not_found, nor our malformed.
Failure cannot_render(Error const& error) {
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

// The frame's bytes as stored, one string for each range.
Result<std::vector<std::string>> read_frame(StoredObject const& object, std::uint32_t frame) {
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
Result<std::string> read_frame_in_words(StoredObject const& object, std::uint32_t frame) {
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

Result<Frame> load_native_frame(StoredObject const& object, PixelDescription const& description, std::uint32_t number) {
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

Result<Frame> load_frame(StoredObject const& object, DcmItem& header, std::uint32_t number) {
    auto const& pixels = object.layout.pixels;
    auto const description = describe_pixels(header, pixels.tag);
    if (!description) return fail(description.error());
    if (pixels.encoding == PixelEncoding::native) return load_native_frame(object, *description, number);
    auto pieces = read_frame(object, number);
    if (!pieces) return fail(pieces.error());
    return decode_frame(header, *description, {object.location.transfer_syntax.str(), std::move(*pieces)});
}

Result<Raster> fitted(Raster raster, Viewport viewport, double aspect) {
    RasterSize const box{viewport.width, viewport.height};
    auto const size = fit_into(box, raster, aspect);
    if (std::uint64_t{size.width} * size.height * raster.channels > raster_bytes_max)
        return fail(ErrorCode::too_large, "the picture is beyond the memory budget");
    if (size == RasterSize{raster.width, raster.height}) return raster;
    return scaled(raster, size);
}

Result<Raster> render_raster(StoredObject const& object, Blob const& blob, RenderRequest const& request) {
    auto const header = read_header(blob, object.archive.settings.limits);
    if (!header) return fail(header.error());
    if (auto put = put_back_tables(object, request.frame, **header); !put) return fail(put.error());
    lift_functional_groups(**header, request.frame);
    auto const frame = load_frame(object, **header, request.frame);
    if (!frame) return fail(frame.error());
    auto raster = softcopy(*frame, **header, request.window);
    if (!raster || !request.viewport) return raster;
    return fitted(std::move(*raster), *request.viewport, pixel_aspect(**header));
}

Result<std::string> render(StoredObject const& object, RenderRequest const& request) {
    auto const blob = open_part10(object.archive, object.principal, object.location);
    if (!blob) return fail(blob.error());
    auto const raster = render_raster(object, **blob, request);
    if (!raster) return cannot_render(raster.error());
    if (request.type == RenderedType::png) return encode_png(*raster);
    return encode_jpeg(*raster, std::clamp(request.quality, 1, 100));
}

}  // namespace

Result<std::shared_ptr<Blob const>> rendered(Archive const& archive, Principal const& principal,
                                             InstanceLocation const& location, RenderRequest const& request) {
    auto const make = [&]() -> Result<std::string> {
        auto const layout = layout_of(archive, principal, location);
        if (!layout) return fail(layout.error());
        if (layout->pixels.encoding == PixelEncoding::none)
            return fail(ErrorCode::not_acceptable, "the instance has no pixel data");
        if (request.frame == 0 || request.frame > layout->pixels.frames)
            return fail(ErrorCode::not_found, "no such frame");
        return render({archive, principal, location, *layout}, request);
    };
    return archive.renditions.get_or_make(cache_key(location, request), make);
}

}  // namespace cassette
