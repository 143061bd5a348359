#include "archive/pixels/transcode.h"

#include "archive/part10/file_meta.h"
#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/stored_frame.h"
#include "archive/pixels/transcode/byte_stream.h"
#include "archive/pixels/transcode/dataset_stream.h"
#include "archive/pixels/transcode/pixel_streams.h"
#include "archive/pixels/transcode/streamed_value.h"
#include "archive/pixels/transcode/transcoded_header.h"
#include "archive/retrieve/retrieve.h"
#include "storage/memory_blob.h"

#include <algorithm>

namespace cassette {

namespace {

Failure not_obtainable() { return fail(ErrorCode::not_acceptable, "not obtainable in this transfer syntax"); }

// The pixel data of an object on their way into another transfer syntax.
struct Transcoding {
    std::shared_ptr<FrameSource> source;  // the stream's, and its parts'
    TransferSyntaxUID to;
    std::shared_ptr<Frame> first;  // none where nothing is decoded
    SOPInstanceUID instance;       // of what comes out

    bool encapsulates() const { return find_transfer_syntax(to.str())->encapsulated; }
    bool decodes() const { return source->layout().pixels.encoding == PixelEncoding::encapsulated; }
};

Result<Transcoding> begin_transcoding(Archive const& archive, Principal const& principal, StoredObject const& object,
                                      TransferSyntaxUID const& to) {
    auto source = FrameSource::open(archive, principal, object);
    if (!source) return fail(source.error());
    if (!is_obtainable(to.str(), source->kind())) return not_obtainable();
    Transcoding begun{std::make_shared<FrameSource>(std::move(*source)), to, nullptr, object.location.instance};
    if (to.str() == jpeg_baseline) begun.instance = derived_instance_uid(object.location.blob, jpeg_baseline);
    if (!begun.encapsulates() && !begun.decodes()) return begun;
    auto first = begun.source->load(1);
    if (!first) return fail(first.error());
    // Decoding may have found another kind of pixels than was described.
    PixelKind const kind{object.layout.pixels, first->description};
    if (!is_obtainable(to.str(), kind)) return not_obtainable();
    begun.first = std::make_shared<Frame>(std::move(*first));
    return begun;
}

Result<void> describe_loss(DcmDataset& header, Transcoding const& transcoding) {
    auto const encoded = transcoding.source->encoded({1, transcoding.to}, transcoding.first.get());
    if (!encoded) return fail(encoded.error());
    auto const before = native_frame_bytes(transcoding.first->description);
    auto const ratio = static_cast<double>(before) / static_cast<double>((*encoded)->size());
    return describe_lossy_derivation(header, {transcoding.instance, ratio});
}

Result<void> adjust_header(DcmDataset& header, Transcoding const& transcoding) {
    remove_empty_icons(header);
    if (transcoding.first) {
        auto told = describe_pixels_in(transcoding.to.str(), header, transcoding.first->description);
        if (!told) return told;
    }
    if (transcoding.decodes()) {
        auto const& stored = transcoding.source->location().transfer_syntax.str();
        if (auto told = admit_stored_loss(header, stored); !told) return told;
    }
    if (transcoding.to.str() != jpeg_baseline) return {};
    return describe_loss(header, transcoding);
}

std::unique_ptr<ByteStream> pixel_stream(Transcoding const& transcoding) {
    PixelStreamRequest const request{transcoding.source, transcoding.to, transcoding.first};
    if (transcoding.source->layout().pixels.encoding == PixelEncoding::none) return stream_of(std::string{});
    if (transcoding.encapsulates()) return encoded_pixels(request);
    return transcoding.decodes() ? decoded_pixels(request) : copied_pixels(request);
}

Result<std::unique_ptr<ByteStream>> dataset_stream(Transcoding const& transcoding) {
    auto const& source = *transcoding.source;
    auto header = transcoding.source->take_header();
    if (auto put = put_streamed_values(*header, source.layout(), source.bytes()); !put) return fail(put.error());
    if (auto adjusted = adjust_header(*header, transcoding); !adjusted) return fail(adjusted.error());
    auto split = split_at_pixel_data(std::move(header));
    auto const encoding = find_transfer_syntax(transcoding.to.str())->encoding;
    auto const vrs = encoding == DatasetEncoding::implicit_little ? ValueRepresentations::implicit_vr
                                                                  : ValueRepresentations::explicit_vr;
    std::vector<std::unique_ptr<ByteStream>> parts;
    parts.push_back(stream_of(std::move(split.before), vrs, source.bytes()));
    parts.push_back(pixel_stream(transcoding));
    parts.push_back(stream_of(std::move(split.after), vrs, source.bytes()));
    auto all = concatenated(std::move(parts));
    return encoding == DatasetEncoding::deflated ? deflated(std::move(all)) : std::move(all);
}

Result<std::unique_ptr<ByteStream>> stored_part10(Archive const& archive, Principal const& principal,
                                                  InstanceLocation const& location) {
    auto blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    return stream_of(std::move(*blob));
}

bool is_native_target(std::string_view transfer_syntax) {
    auto const targets = target_syntaxes();
    bool const is_target = std::find(targets.begin(), targets.end(), transfer_syntax) != targets.end();
    return is_target && !find_transfer_syntax(transfer_syntax)->encapsulated;
}

// A frame's bytes as they are stored.
Result<std::shared_ptr<Blob const>> stored_frame(Archive const& archive, Principal const& principal,
                                                 StoredObject const& object, std::uint32_t number) {
    auto const ranges = frame_bytes(archive, principal, object.location, object.layout, number);
    if (!ranges) return fail(ranges.error());
    std::string bytes;
    for (auto const& range : *ranges) {
        if (bytes.size() + range.range.length > raster_bytes_max)
            return fail(ErrorCode::too_large, "the frame is beyond the memory budget");
        auto piece = read_all(range);
        if (!piece) return fail(piece.error());
        bytes += *piece;
    }
    return std::shared_ptr<Blob const>{std::make_shared<MemoryBlob>(std::move(bytes))};
}

Result<std::string> decoded_frame(FrameSource& source, std::uint32_t number) {
    auto frame = source.load(number);
    if (!frame) return fail(frame.error());
    frame->bytes.resize(static_cast<std::size_t>(native_frame_bytes(frame->description)));
    return std::move(frame->bytes);
}

Result<std::shared_ptr<Blob const>> make_frame(Archive const& archive, Principal const& principal,
                                               StoredObject const& object, FrameRequest const& request) {
    auto source = FrameSource::open(archive, principal, object);
    if (!source) return fail(source.error());
    if (!is_obtainable(request.to.str(), source->kind())) return not_obtainable();
    if (find_transfer_syntax(request.to.str())->encapsulated) return source->encoded(request);
    // Every native syntax has the same cells.
    auto const key = "frame-1/" + object.location.blob.hex() + '/' + std::to_string(request.number) + "/native";
    return archive.renditions.get_or_make(key, [&] { return decoded_frame(*source, request.number); });
}

}  // namespace

std::vector<TransferSyntaxUID> obtainable_syntaxes(Archive const& archive, Principal const& principal,
                                                   StoredObject const& object) {
    std::vector<TransferSyntaxUID> obtainable;
    auto const source = FrameSource::open(archive, principal, object);
    if (!source) return obtainable;
    for (auto const& target : target_syntaxes()) {
        auto uid = TransferSyntaxUID::parse(target);
        if (uid && *uid != object.location.transfer_syntax && is_obtainable(target, source->kind()))
            obtainable.push_back(std::move(*uid));
    }
    return obtainable;
}

Result<std::unique_ptr<ByteStream>> transcoded_part10(Archive const& archive, Principal const& principal,
                                                      StoredObject const& object, TransferSyntaxUID const& to) {
    if (to == object.location.transfer_syntax) return stored_part10(archive, principal, object.location);
    auto const transcoding = begin_transcoding(archive, principal, object, to);
    if (!transcoding) return fault_of_object(transcoding.error());
    auto dataset = dataset_stream(*transcoding);
    if (!dataset) return fault_of_object(dataset.error());
    std::vector<std::unique_ptr<ByteStream>> parts;
    parts.push_back(
        stream_of(make_file_prefix(object.location.sop_class.str(), transcoding->instance.str(), to.str())));
    parts.push_back(std::move(*dataset));
    return concatenated(std::move(parts));
}

Result<std::shared_ptr<Blob const>> transcoded_frame(Archive const& archive, Principal const& principal,
                                                     StoredObject const& object, FrameRequest const& request) {
    auto const& pixels = object.layout.pixels;
    if (pixels.encoding == PixelEncoding::none || request.number == 0 || request.number > pixels.frames)
        return fail(ErrorCode::not_found, "no such frame");
    bool const same_cells =
        pixels.encoding == PixelEncoding::native && !object.layout.big_endian && is_native_target(request.to.str());
    bool const as_stored = request.to == object.location.transfer_syntax || same_cells;
    auto made = as_stored ? stored_frame(archive, principal, object, request.number)
                          : make_frame(archive, principal, object, request);
    if (!made) return fault_of_object(made.error());
    return made;
}

}  // namespace cassette
