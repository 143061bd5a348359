#include "archive/retrieve/outgoing_dataset.h"

#include "archive/part10/file_meta.h"
#include "archive/pixels/transcode/dataset_stream.h"
#include "archive/pixels/transcode/frame_source.h"
#include "archive/pixels/transcode/streamed_value.h"
#include "archive/pixels/transcode/target_syntax.h"
#include "archive/pixels/transcode/transcoded_header.h"
#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <utility>

namespace cassette {

namespace {

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";
constexpr std::string_view implicit_little = "1.2.840.10008.1.2";

Failure not_accepted() { return fail(ErrorCode::not_acceptable, "in no transfer syntax that is accepted"); }

bool is_among(std::span<std::string const> accepted, std::string_view syntax) {
    return std::ranges::find(accepted, syntax) != accepted.end();
}

// Part of a blob, in pieces.
class RangeStream final : public ByteStream {
public:
    RangeStream(std::shared_ptr<Blob const> blob, ByteRange range) : blob_{std::move(blob)}, rest_{range} {}

    std::optional<std::uint64_t> length() const override { return rest_.length; }

    Result<std::optional<std::string>> next() override {
        constexpr std::uint64_t piece_size = 256 * 1024;
        auto const size = std::min(piece_size, rest_.length);
        if (size == 0) return std::optional<std::string>{};
        std::string piece(static_cast<std::size_t>(size), '\0');
        auto const read = blob_->read_at(rest_.offset, std::as_writable_bytes(std::span{piece}));
        if (!read) return fail(read.error());
        rest_ = {rest_.offset + size, rest_.length - size};
        return std::optional{std::move(piece)};
    }

private:
    std::shared_ptr<Blob const> blob_;  // shared with whoever else reads the object
    ByteRange rest_;
};

// A Part 10 file behind its File Meta.
class DatasetOfPart10 final : public ByteStream {
public:
    explicit DatasetOfPart10(std::unique_ptr<ByteStream> file) : file_{std::move(file)} {}

    std::optional<std::uint64_t> length() const override { return std::nullopt; }

    Result<std::optional<std::string>> next() override {
        if (begun_) return file_->next();
        begun_ = true;
        std::string start;
        while (true) {
            auto piece = file_->next();
            if (!piece) return piece;
            auto const more = piece->has_value() ? MoreBytes::may_follow : MoreBytes::none;
            if (piece->has_value()) start += **piece;
            auto const begin = dataset_begin(start, more);
            if (!begin) return fail(begin.error());
            if (*begin) return std::optional{start.substr(**begin)};
            if (more == MoreBytes::none) return fail(ErrorCode::internal, "a file without File Meta");
        }
    }

private:
    static Result<std::optional<std::size_t>> dataset_begin(std::string_view file, MoreBytes more) {
        auto const before = preamble().size() + 4;  // "DICM"
        if (file.size() < before) return std::optional<std::size_t>{};
        auto const meta = read_file_meta(std::as_bytes(std::span{file.substr(before)}), more);
        if (!meta) return fail(meta.error());
        if (!*meta) return std::optional<std::size_t>{};
        return std::optional{before + (*meta)->size};
    }

    std::unique_ptr<ByteStream> file_;
    bool begun_ = false;
};

// The best of those that are accepted. What loses something would be another SOP Instance, and nobody asked for that.
std::optional<TransferSyntaxUID> lossless_syntax(std::vector<TransferSyntaxUID> const& obtainable,
                                                 std::span<std::string const> accepted) {
    for (auto const& syntax : obtainable)
        if (syntax.str() != jpeg_baseline && is_among(accepted, syntax.str())) return syntax;
    return std::nullopt;
}

// Of PS3.4 Table Z.1-1 what is at the top level; xx is any number.
bool is_bulk_data(Tag tag) {
    constexpr std::array<Tag, 6> single{
        {{0x7FE0, 0x0010}, {0x7FE0, 0x0008}, {0x7FE0, 0x0009}, {0x0028, 0x7FE0}, {0x7FE0, 0x0120}, {0x5600, 0x0020}}};
    if (std::ranges::find(single, tag) != single.end()) return true;
    auto const family = tag.group & 0xFF00U;
    if (family == 0x6000U) return tag.element == 0x3000;
    return family == 0x5000U && (tag.element == 0x3000 || tag.element == 0x200C);
}

bool is_bulk_value(BulkValue const& value) {
    if (auto const tag = parse_tag(value.path)) return is_bulk_data(*tag);
    // Waveform Sequence > Waveform Data.
    return value.path.starts_with("54000100.") && value.path.ends_with(".54001010");
}

void remove_bulk_data(DcmDataset& header) {
    for (auto i = header.card(); i > 0; --i) {
        auto* const element = header.getElement(i - 1);
        auto const& key = element->getTag();
        if (!is_bulk_data({key.getGroup(), key.getElement()})) continue;
        std::unique_ptr<DcmElement> const gone{header.remove(element)};
    }
    DcmSequenceOfItems* waveforms = nullptr;
    if (header.findAndGetSequence(DCM_WaveformSequence, waveforms).bad() || waveforms == nullptr) return;
    for (unsigned long i = 0; i < waveforms->card(); ++i)
        (void)waveforms->getItem(i)->findAndDeleteElement(DCM_WaveformData);
}

// Without pixels every transfer syntax is but one of four ways to write a data set (PS3.5 10), of which we write three.
std::optional<TransferSyntaxUID> syntax_of_header(InstanceLocation const& location,
                                                  std::span<std::string const> accepted) {
    auto const* stored = find_transfer_syntax(location.transfer_syntax.str());
    bool const writable = stored != nullptr && stored->encoding != DatasetEncoding::explicit_big;
    if (writable && is_among(accepted, stored->uid)) return location.transfer_syntax;
    for (auto const syntax : {explicit_little, implicit_little})
        if (is_among(accepted, syntax)) return *TransferSyntaxUID::parse(syntax);
    return std::nullopt;
}

}  // namespace

Result<OutgoingDataset> outgoing_dataset(Archive const& archive, Principal const& principal,
                                         InstanceLocation const& location, std::span<std::string const> accepted) {
    auto const layout = layout_of(archive, principal, location);
    if (!layout) return fail(layout.error());
    if (is_among(accepted, location.transfer_syntax.str())) {
        auto blob = open_part10(archive, principal, location);
        if (!blob) return fail(blob.error());
        return OutgoingDataset{location.instance, location.transfer_syntax,
                               std::make_unique<RangeStream>(std::move(*blob), layout->dataset)};
    }
    auto const syntax = lossless_syntax(obtainable_syntaxes(archive, principal, {location, *layout}), accepted);
    if (!syntax) return not_accepted();
    auto file = transcoded_part10(archive, principal, {location, *layout}, *syntax);
    if (!file) return fail(file.error());
    return OutgoingDataset{location.instance, *syntax, std::make_unique<DatasetOfPart10>(std::move(*file))};
}

Result<OutgoingDataset> dataset_without_bulk_data(Archive const& archive, Principal const& principal,
                                                  InstanceLocation const& location,
                                                  std::span<std::string const> accepted) {
    auto const syntax = syntax_of_header(location, accepted);
    if (!syntax) return not_accepted();
    auto layout = layout_of(archive, principal, location);
    if (!layout) return fail(layout.error());
    auto source = FrameSource::open(archive, principal, {location, *layout});
    if (!source) return fail(source.error());
    std::erase_if(layout->bulk, is_bulk_value);
    auto header = source->take_header();
    if (auto put = put_streamed_values(*header, *layout, source->bytes()); !put) return fail(put.error());
    remove_bulk_data(*header);
    auto const encoding = find_transfer_syntax(syntax->str())->encoding;
    auto const vrs = encoding == DatasetEncoding::implicit_little ? ValueRepresentations::implicit_vr
                                                                  : ValueRepresentations::explicit_vr;
    auto bytes = stream_of(std::move(header), vrs, source->bytes());
    if (encoding == DatasetEncoding::deflated) bytes = deflated(std::move(bytes));
    return OutgoingDataset{location.instance, *syntax, std::move(bytes)};
}

}  // namespace cassette
