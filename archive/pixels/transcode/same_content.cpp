#include "archive/pixels/transcode/same_content.h"

#include "archive/part10/header.h"
#include "archive/pixels/by_pixel.h"
#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/transcode/byte_stream.h"
#include "archive/pixels/transcode/dataset_stream.h"
#include "archive/pixels/transcode/frame_source.h"
#include "archive/pixels/transcode/streamed_value.h"
#include "archive/pixels/transcode/transcoded_header.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace cassette {

namespace {

Failure differs(std::string what) { return fail(ErrorCode::nonconformant, std::move(what)); }

// What a stream has given and nobody has compared yet.
class Remainder {
public:
    explicit Remainder(ByteStream& stream) : stream_{&stream} {}

    std::string_view bytes() const { return std::string_view{piece_}.substr(used_); }
    void drop(std::size_t count) { used_ += count; }
    // Empty from then on when the stream has ended.
    Result<void> fill() {
        while (bytes().empty() && !ended_) {
            auto next = stream_->next();
            if (!next) return fail(next.error());
            ended_ = !next->has_value();
            piece_ = std::move(*next).value_or(std::string{});
            used_ = 0;
        }
        return {};
    }

private:
    ByteStream* stream_;
    std::string piece_;
    std::size_t used_ = 0;
    bool ended_ = false;
};

Result<bool> give_the_same(ByteStream& one, ByteStream& other) {
    Remainder left{one};
    Remainder right{other};
    while (true) {
        if (auto filled = left.fill(); !filled) return fail(filled.error());
        if (auto filled = right.fill(); !filled) return fail(filled.error());
        auto const count = std::min(left.bytes().size(), right.bytes().size());
        if (count == 0) return left.bytes().empty() && right.bytes().empty();
        if (left.bytes().substr(0, count) != right.bytes().substr(0, count)) return false;
        left.drop(count);
        right.drop(count);
    }
}

// A data set without its pixel data and what says how they are coded, in one and the same encoding.
struct Attributes {
    std::unique_ptr<DcmDataset> header;
    InstanceLayout const& layout;
    std::shared_ptr<DatasetBytes> bytes;  // shared with the streamed values
};

Result<std::unique_ptr<ByteStream>> stream_of(Attributes attributes) {
    auto& header = *attributes.header;
    if (auto put = put_streamed_values(header, attributes.layout, attributes.bytes); !put) return fail(put.error());
    for (auto const& key : {DCM_PhotometricInterpretation, DCM_PlanarConfiguration})
        (void)header.findAndDeleteElement(key);
    auto split = split_at_pixel_data(std::move(attributes.header));
    std::vector<std::unique_ptr<ByteStream>> parts;
    for (auto* const part : {&split.before, &split.after})
        parts.push_back(stream_of(std::move(*part), ValueRepresentations::explicit_vr, attributes.bytes));
    return concatenated(std::move(parts));
}

Result<void> compare_attributes(Attributes original, Attributes copy) {
    auto before = stream_of(std::move(original));
    if (!before) return fail(before.error());
    auto after = stream_of(std::move(copy));
    if (!after) return fail(after.error());
    auto const same = give_the_same(**before, **after);
    if (!same) return fail(same.error());
    return *same ? Result<void>{} : differs("an attribute would come back different");
}

// The copy, read again as if it were stored.
struct CopiedObject {
    Blob const& blob;
    DescribedInstance const& described;
    DcmItem& header;
    PixelDescription pixels;
};

Result<Frame> decoded(CopiedObject const& copy, std::uint32_t number) {
    auto const ranges = frame_ranges(copy.described.layout, number);
    if (!ranges) return fail(ranges.error());
    std::vector<std::string> fragments;
    std::uint64_t total = 0;
    for (auto const& range : *ranges) {
        total += range.length;
        if (total > raster_bytes_max) return fail(ErrorCode::too_large, "the frame is beyond the memory budget");
        auto& fragment = fragments.emplace_back(static_cast<std::size_t>(range.length), '\0');
        auto const read = copy.blob.read_at(range.offset, std::as_writable_bytes(std::span{fragment}));
        if (!read) return fail(read.error());
    }
    auto frame = decode_frame(copy.header, copy.pixels, {copy.described.transfer_syntax.str(), std::move(fragments)});
    if (frame) arrange_by_pixel(*frame);
    return frame;
}

Result<void> compare_frame(FrameSource& original, CopiedObject const& copy, std::uint32_t number) {
    auto const before = original.load(number);
    if (!before) return fail(before.error());
    auto const after = decoded(copy, number);
    if (!after) return fail(after.error());
    auto const size = static_cast<std::size_t>(native_frame_bytes(before->description));
    bool const same = before->description == after->description &&
        std::string_view{before->bytes}.substr(0, size) == std::string_view{after->bytes}.substr(0, size);
    return same ? Result<void>{} : differs("a pixel of frame " + std::to_string(number) + " would come back different");
}

Result<void> compare_identity(StoredObject const& original, DescribedInstance const& copy) {
    auto const& stored = original.location;
    bool const same = copy.study == stored.study && copy.series == stored.series && copy.instance == stored.instance &&
        copy.sop_class == stored.sop_class && copy.layout.pixels.frames == original.layout.pixels.frames;
    return same ? Result<void>{} : differs("a UID or the number of frames would come back different");
}

}  // namespace

Result<DescribedInstance> check_same_content(Archive const& archive, Principal const& principal,
                                             StoredObject const& original, LosslessCopy const& copy) {
    auto const scanned = scan_blob(*copy.blob, archive.settings.limits);
    if (!scanned) return fail(scanned.error());
    auto described = describe_instance(*scanned, archive.settings);
    if (!described) return described;
    if (auto same = compare_identity(original, *described); !same) return fail(same.error());
    auto source = FrameSource::open(archive, principal, original);
    if (!source) return fail(source.error());
    // A signature over the pixels is one over their coding (PS3.15 C.1).
    if (source->header().tagExists(DCM_DigitalSignaturesSequence)) return differs("the object is digitally signed");
    auto header = read_header(*copy.blob, archive.settings.limits);
    if (!header) return fail(header.error());
    auto const pixels = describe_pixels(**header, described->layout.pixels.tag);
    if (!pixels) return fail(pixels.error());
    CopiedObject const copied{*copy.blob, *described, **header, *pixels};
    for (std::uint32_t number = 1; number <= described->layout.pixels.frames; ++number) {
        if (copy.stopped()) return fail(ErrorCode::cancelled, "stopped");
        if (auto same = compare_frame(*source, copied, number); !same) return fail(same.error());
    }
    auto const bytes = std::make_shared<DatasetBytes>(copy.blob, described->layout);
    auto const same = compare_attributes({source->take_header(), original.layout, source->bytes()},
                                         {std::move(*header), described->layout, bytes});
    if (!same) return fail(same.error());
    return described;
}

}  // namespace cassette
