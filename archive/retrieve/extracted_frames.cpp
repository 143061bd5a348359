#include "archive/retrieve/extracted_frames.h"

#include "archive/pixels/transcode/dataset_stream.h"
#include "archive/pixels/transcode/frame_source.h"
#include "archive/pixels/transcode/streamed_value.h"
#include "archive/pixels/transcode/transcoded_header.h"
#include "archive/retrieve/extracted_header.h"
#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <utility>

namespace cassette {

namespace {

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";
constexpr std::string_view implicit_little = "1.2.840.10008.1.2";
constexpr Tag item_tag_of_fragments{0xFFFE, 0xE000};
constexpr Tag sequence_end{0xFFFE, 0xE0DD};
constexpr std::uint64_t undefined_length = 0xFFFFFFFF;

bool is_video(InstanceLocation const& location) {
    auto const* syntax = find_transfer_syntax(location.transfer_syntax.str());
    return syntax != nullptr && syntax->media_type.starts_with("video/");
}

bool is_tiled_full(DcmDataset& header) {
    OFString organization;
    (void)header.findAndGetOFString(DCM_DimensionOrganizationType, organization);
    return organization == "TILED_FULL";
}

void append_little(std::string& bytes, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
}

// PS3.5 7.1: tag, VR where it is explicit (OB and OW have 32-bit lengths), and the length.
std::string element_head(Tag tag, std::string_view vr, std::uint64_t length) {
    std::string head;
    append_little(head, tag.group, 2);
    append_little(head, tag.element, 2);
    if (!vr.empty()) (head += vr) += std::string(2, '\0');
    append_little(head, length, 4);
    return head;
}

// How the pixels of the chosen frames come out.
enum class PixelForm { native_as_stored, encapsulated_as_stored, decoded };

struct Extraction {
    Archive const* archive;
    Principal principal;
    std::shared_ptr<FrameSource> source;  // the stream's, and its header's
    std::vector<std::uint32_t> frames;
    TransferSyntaxUID to;
    PixelForm form;

    bool implicit() const { return to.str() == implicit_little; }
    InstanceLayout const& layout() const { return source->layout(); }
};

Result<std::string> stored_bytes(Extraction const& extraction, std::uint32_t number) {
    auto const ranges = frame_bytes(*extraction.archive, extraction.principal, extraction.source->location(),
                                    extraction.layout(), number);
    if (!ranges) return fail(ranges.error());
    std::string bytes;
    for (auto const& [blob, range] : *ranges) {
        auto const at = bytes.size();
        bytes.resize(at + static_cast<std::size_t>(range.length));
        auto const read = blob->read_at(range.offset, std::as_writable_bytes(std::span{bytes}).subspan(at));
        if (!read) return fail(read.error());
    }
    return bytes;
}

Result<std::string> frame_of(Extraction const& extraction, std::uint32_t number) {
    if (extraction.form != PixelForm::decoded) return stored_bytes(extraction, number);
    auto frame = extraction.source->load(number);
    if (!frame) return fail(frame.error());
    frame->bytes.resize(static_cast<std::size_t>(native_frame_bytes(frame->description)));
    return std::move(frame->bytes);
}

// Native pixels, PS3.5 8.1.1: the bits of one frame follow those of the other without padding.
class NativeFrames final : public ByteStream {
public:
    NativeFrames(Extraction extraction, std::uint64_t frame_bits, std::string_view vr)
        : extraction_{std::move(extraction)}, frame_bits_{frame_bits} {
        auto const value = (frame_bits * extraction_.frames.size() + 7) / 8;
        padded_ = value % 2 != 0;
        head_ = element_head(extraction_.layout().pixels.tag, extraction_.implicit() ? "" : vr, value + value % 2);
    }
    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Result<std::optional<std::string>> next() override {
        if (!head_.empty()) return std::optional{std::exchange(head_, {})};
        if (next_ == extraction_.frames.size()) return std::optional<std::string>{};
        auto bytes = frame_of(extraction_, extraction_.frames[next_++]);
        if (!bytes) return fail(bytes.error());
        auto joined = frame_bits_ % 8 == 0 ? *std::move(bytes) : join(*bytes);
        if (next_ < extraction_.frames.size()) return std::optional{std::move(joined)};
        if (pending_bits_ > 0) joined.push_back(static_cast<char>(pending_ & 0xFFU));
        if (padded_) joined.push_back('\0');
        return std::optional{std::move(joined)};
    }

private:
    std::string join(std::string_view bytes) {
        std::string whole;
        auto left = frame_bits_;
        for (auto const byte : bytes) {
            auto const taken = static_cast<unsigned>(std::min<std::uint64_t>(8, left));
            left -= taken;
            pending_ |= (static_cast<unsigned char>(byte) & ((1U << taken) - 1U)) << pending_bits_;
            pending_bits_ += taken;
            if (pending_bits_ < 8) continue;
            whole.push_back(static_cast<char>(pending_ & 0xFFU));
            pending_ >>= 8;
            pending_bits_ -= 8;
        }
        return whole;
    }

    Extraction extraction_;
    std::uint64_t frame_bits_;
    std::string head_;
    bool padded_ = false;
    std::size_t next_ = 0;
    unsigned pending_ = 0, pending_bits_ = 0;
};

// PS3.5 A.4: an empty Basic Offset Table and one fragment a frame.
class EncapsulatedFrames final : public ByteStream {
public:
    explicit EncapsulatedFrames(Extraction extraction) : extraction_{std::move(extraction)} {
        head_ = element_head({0x7FE0, 0x0010}, "OB", undefined_length) + element_head(item_tag_of_fragments, {}, 0);
    }
    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Result<std::optional<std::string>> next() override {
        if (!head_.empty()) return std::optional{std::exchange(head_, {})};
        if (next_ > extraction_.frames.size()) return std::optional<std::string>{};
        if (next_ == extraction_.frames.size()) {
            ++next_;
            return std::optional{element_head(sequence_end, {}, 0)};
        }
        auto bytes = frame_of(extraction_, extraction_.frames[next_++]);
        if (!bytes) return fail(bytes.error());
        if (bytes->size() % 2 != 0) bytes->push_back('\0');
        return std::optional{element_head(item_tag_of_fragments, {}, bytes->size()) + *bytes};
    }

private:
    Extraction extraction_;
    std::string head_;
    std::size_t next_ = 0;
};

// What is stored big endian, or is accepted only uncompressed, is decoded.
std::optional<std::pair<TransferSyntaxUID, PixelForm>> chosen_form(InstanceLocation const& location,
                                                                   InstanceLayout const& layout,
                                                                   std::span<std::string const> accepted) {
    auto const among = [&](std::string_view uid) { return std::ranges::find(accepted, uid) != accepted.end(); };
    bool const encapsulated = layout.pixels.encoding == PixelEncoding::encapsulated;
    auto const as_stored = encapsulated ? PixelForm::encapsulated_as_stored : PixelForm::native_as_stored;
    bool const writable = !layout.deflated && !layout.big_endian;
    if (writable && among(location.transfer_syntax.str())) return std::pair{location.transfer_syntax, as_stored};
    auto const form = encapsulated || layout.big_endian ? PixelForm::decoded : as_stored;
    for (auto const syntax : {explicit_little, implicit_little})
        if (among(syntax)) return std::pair{*TransferSyntaxUID::parse(syntax), form};
    return std::nullopt;
}

Result<std::unique_ptr<ByteStream>> pixels_of(Extraction const& extraction, DcmDataset& header) {
    auto const& pixels = extraction.layout().pixels;
    if (extraction.form == PixelForm::encapsulated_as_stored)
        return std::unique_ptr<ByteStream>{std::make_unique<EncapsulatedFrames>(extraction)};
    if (extraction.form == PixelForm::native_as_stored) {
        bool const known = pixels.vr == "OB" || pixels.vr == "OW" || pixels.vr == "OF" || pixels.vr == "OD";
        return std::unique_ptr<ByteStream>{
            std::make_unique<NativeFrames>(extraction, pixels.frame_bits, known ? pixels.vr : "OW")};
    }
    auto const first = extraction.source->load(extraction.frames.front());
    if (!first) return fail(first.error());
    remove_empty_icons(header);
    auto const& stored = extraction.source->location().transfer_syntax.str();
    if (auto told = describe_pixels_in(extraction.to.str(), header, first->description); !told)
        return fail(told.error());
    if (auto told = admit_stored_loss(header, stored); !told) return fail(told.error());
    auto const& description = first->description;
    bool const single_bits = description.bits_allocated == 1;
    auto const bits =
        single_bits ? std::uint64_t{description.pixels()} * description.samples : native_frame_bytes(description) * 8;
    return std::unique_ptr<ByteStream>{
        std::make_unique<NativeFrames>(extraction, bits, description.bits_allocated > 8 ? "OW" : "OB")};
}

SOPInstanceUID instance_of(InstanceLocation const& location, std::vector<std::uint32_t> const& frames) {
    std::string name = "frames";
    for (auto const number : frames) name += ',' + std::to_string(number);
    return derived_instance_uid(location.blob, name);
}

}  // namespace

Result<FrameExtraction> plan_extraction(Archive const& archive, Principal const& principal,
                                        InstanceLocation const& location, FrameSelection const& selection) {
    auto const layout = layout_of(archive, principal, location);
    if (!layout) return fail(layout.error());
    if (layout->pixels.encoding == PixelEncoding::none || layout->pixels.frames == 0)
        return fail(ErrorCode::unsupported_sop_class, "an object without frames");
    if (is_video(location)) return fail(ErrorCode::not_acceptable, "frames of a video");
    auto source = FrameSource::open(archive, principal, {location, *layout});
    if (!source) return fail(source.error());
    if (is_tiled_full(source->header()))
        return fail(ErrorCode::unsupported_sop_class, "frames that are what they are by their place");
    auto const frames = layout->pixels.frames;
    auto numbers = selected_frames(selection, frames, frame_times(source->header(), frames));
    if (!numbers) return fail(numbers.error());
    return FrameExtraction{selection, std::move(*numbers)};
}

Result<OutgoingDataset> extracted_frames(StoredInstanceOf const& stored, FrameExtraction const& extraction,
                                         std::span<std::string const> accepted) {
    auto const& [archive, principal, location] = stored;
    auto const layout = layout_of(archive, principal, location);
    if (!layout) return fail(layout.error());
    auto const chosen = chosen_form(location, *layout, accepted);
    if (!chosen) return fail(ErrorCode::not_acceptable, "in no transfer syntax that is accepted");
    auto opened = FrameSource::open(archive, principal, {location, *layout});
    if (!opened) return fail(opened.error());
    Extraction const begun{&archive,          principal,     std::make_shared<FrameSource>(std::move(*opened)),
                           extraction.frames, chosen->first, chosen->second};
    auto const instance = instance_of(location, extraction.frames);
    auto& header = begun.source->header();
    auto pixels = pixels_of(begun, header);
    if (!pixels) return fail(pixels.error());
    if (auto put = put_streamed_values(header, *layout, begun.source->bytes()); !put) return fail(put.error());
    auto const described =
        describe_extraction(header, {location.instance, instance, layout->pixels.frames}, extraction);
    if (!described) return fail(described.error());
    auto split = split_at_pixel_data(begun.source->take_header());
    auto const vrs = begun.implicit() ? ValueRepresentations::implicit_vr : ValueRepresentations::explicit_vr;
    std::vector<std::unique_ptr<ByteStream>> parts;
    parts.push_back(stream_of(std::move(split.before), vrs, begun.source->bytes()));
    parts.push_back(std::move(*pixels));
    parts.push_back(stream_of(std::move(split.after), vrs, begun.source->bytes()));
    return OutgoingDataset{instance, chosen->first, concatenated(std::move(parts))};
}

}  // namespace cassette
