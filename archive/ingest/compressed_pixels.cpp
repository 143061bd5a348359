#include "archive/ingest/compressed_pixels.h"

#include "archive/part10/json_dataset.h"
#include "archive/pixels/codestream.h"
#include "schema/transfer_syntax.h"
#include "schema/uid.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>

namespace cassette {

namespace {

namespace json = boost::json;

// Enough for the marker segments in front of an image, colour profiles included.
constexpr std::uint64_t head_bytes_max = std::uint64_t{1} << 20;
// PS3.5 7.1.1: a fragment's length is even and is not FFFFFFFF.
constexpr std::uint64_t fragment_bytes_max = 0xFFFFFFFE;

struct MediaTypeSyntax {
    std::string_view media_type;
    std::string_view transfer_syntax;  // when nothing says otherwise
};

// The default transfer syntaxes of PS3.18 Table 8.7.3-5, and the names that older editions and clients have for the types.
constexpr std::array<MediaTypeSyntax, 18> media_types{{
    {"image/jpeg", "1.2.840.10008.1.2.4.70"},
    {"image/dicom+jpeg", "1.2.840.10008.1.2.4.70"},
    {"image/dicom-rle", "1.2.840.10008.1.2.5"},
    {"image/x-dicom-rle", "1.2.840.10008.1.2.5"},
    {"image/dicom+rle", "1.2.840.10008.1.2.5"},
    {"image/jls", "1.2.840.10008.1.2.4.80"},
    {"image/x-jls", "1.2.840.10008.1.2.4.80"},
    {"image/jp2", "1.2.840.10008.1.2.4.90"},
    {"image/j2c", "1.2.840.10008.1.2.4.90"},
    {"image/jpx", "1.2.840.10008.1.2.4.92"},
    {"image/jphc", "1.2.840.10008.1.2.4.201"},
    {"image/jhc", "1.2.840.10008.1.2.4.201"},
    {"image/jxl", "1.2.840.10008.1.2.4.110"},
    {"video/mpeg", "1.2.840.10008.1.2.4.100"},
    {"video/mpeg2", "1.2.840.10008.1.2.4.100"},
    {"video/mp4", "1.2.840.10008.1.2.4.102"},
    {"video/h265", "1.2.840.10008.1.2.4.107"},
    {"video/hevc", "1.2.840.10008.1.2.4.107"},
}};

MediaTypeSyntax const* find_media_type(std::string_view media_type) {
    auto const* found = std::ranges::find(media_types, media_type, &MediaTypeSyntax::media_type);
    return found == media_types.end() ? nullptr : found;
}

bool is_video(std::string_view media_type) { return media_type.starts_with("video/"); }

Result<std::string> head_of(BulkPart const& part, BulkParts const& parts) {
    std::string head(static_cast<std::size_t>(std::min(part.range.length, head_bytes_max)), '\0');
    if (auto got = parts.read(part, 0, std::as_writable_bytes(std::span{head})); !got) return fail(got.error());
    return head;
}

// JPEG 2000 Part 2 is coded like Part 1, so the code stream does not tell them apart; then the media type does.
std::string_view syntax_of_stream(BulkPart const& part, std::string_view head) {
    auto const stream = read_codestream(head);
    if (!stream) return {};
    if (part.media_type != "image/jpx") return stream->transfer_syntax;
    return stream->transfer_syntax == "1.2.840.10008.1.2.4.90" ? "1.2.840.10008.1.2.4.92" : "1.2.840.10008.1.2.4.93";
}

// A syntax that somebody names is believed when it is one for compressed pixels, or one that we do not know.
bool is_possible(std::string_view syntax) {
    auto const* known = find_transfer_syntax(syntax);
    return known == nullptr ? is_valid_uid(syntax) : known->encapsulated;
}

bool goes_with(std::string_view syntax, BulkPart const& part) {
    auto const* known = find_transfer_syntax(syntax);
    auto const* own = find_media_type(part.media_type);
    if (known == nullptr || own == nullptr || !known->encapsulated) return false;
    auto const* default_syntax = find_transfer_syntax(own->transfer_syntax);
    return default_syntax != nullptr && default_syntax->media_type == known->media_type;
}

Result<std::string> syntax_of(BulkPart const& part, std::string_view head, std::string const& hint) {
    if (!part.transfer_syntax.empty() && is_possible(part.transfer_syntax)) return part.transfer_syntax;
    if (goes_with(hint, part)) return hint;
    if (auto const found = syntax_of_stream(part, head); !found.empty()) return std::string{found};
    auto const* media_type = find_media_type(part.media_type);
    if (media_type == nullptr)
        return fail(ErrorCode::unsupported_media_type, "pixel data of a media type without a transfer syntax");
    return std::string{media_type->transfer_syntax};
}

// The code stream without what a file puts around it.
BulkPart bare(BulkPart part, std::string_view head) {
    auto const start = codestream_offset(head);
    part.range.offset += start;
    part.range.length -= start;
    return part;
}

void add_fragments(std::vector<BulkPart>& fragments, BulkPart part) {
    while (part.range.length > fragment_bytes_max) {
        BulkPart piece = part;
        piece.range.length = fragment_bytes_max;
        fragments.push_back(piece);
        part.range.offset += fragment_bytes_max;
        part.range.length -= fragment_bytes_max;
    }
    fragments.push_back(std::move(part));
}

void set_missing(json::object& metadata, Tag tag, char const* vr, json::value value) {
    if (has_json_attribute(metadata, tag)) return;
    metadata[to_hex(tag)] = json::object{{"vr", vr}, {"Value", json::array{std::move(value)}}};
}

void set_missing_number(json::object& metadata, Tag tag, std::uint32_t value) {
    set_missing(metadata, tag, "US", value);
}

}  // namespace

bool is_compressed_media_type(std::string_view media_type) {
    return media_type.starts_with("image/") || is_video(media_type);
}

Result<CompressedPixels> compressed_pixels(std::vector<BulkPart const*> const& frames, BulkParts const& parts,
                                           std::string const& hint) {
    CompressedPixels pixels;
    for (auto const* frame : frames) {
        auto const head = head_of(*frame, parts);
        if (!head) return fail(head.error());
        auto syntax = syntax_of(*frame, *head, hint);
        if (!syntax) return fail(syntax.error());
        if (!pixels.transfer_syntax.empty() && pixels.transfer_syntax != *syntax)
            return fail(ErrorCode::malformed, "frames in different transfer syntaxes");
        pixels.transfer_syntax = *std::move(syntax);
        auto part = bare(*frame, *head);
        if (part.range.length > fragment_bytes_max && !is_video(part.media_type))
            return fail(ErrorCode::too_large, "a frame longer than a fragment can be");
        add_fragments(pixels.fragments, std::move(part));
    }
    return pixels;
}

Result<void> complete_image_description(json::object& metadata, CompressedPixels const& pixels,
                                        BulkParts const& parts) {
    auto const& first = pixels.fragments.front();
    auto const head = head_of(first, parts);
    if (!head) return fail(head.error());
    auto const stream = read_codestream(*head);
    if (!stream) return {};
    std::uint32_t const allocated = stream->bits <= 8 ? 8 : stream->bits <= 16 ? 16 : 32;
    set_missing_number(metadata, {0x0028, 0x0002}, stream->samples);
    set_missing(metadata, {0x0028, 0x0004}, "CS", json::string{stream->photometric.data(), stream->photometric.size()});
    if (stream->samples > 1) set_missing_number(metadata, {0x0028, 0x0006}, 0);
    set_missing_number(metadata, {0x0028, 0x0010}, stream->rows);
    set_missing_number(metadata, {0x0028, 0x0011}, stream->columns);
    set_missing_number(metadata, {0x0028, 0x0100}, allocated);
    set_missing_number(metadata, {0x0028, 0x0101}, stream->bits);
    set_missing_number(metadata, {0x0028, 0x0102}, stream->bits - 1);
    set_missing_number(metadata, {0x0028, 0x0103}, stream->is_signed ? 1 : 0);
    if (pixels.fragments.size() > 1 && !is_video(first.media_type))
        set_missing(metadata, {0x0028, 0x0008}, "IS", static_cast<std::int64_t>(pixels.fragments.size()));
    auto const* syntax = find_transfer_syntax(pixels.transfer_syntax);
    bool const lossy = syntax != nullptr && syntax->lossy;
    if (lossy) set_missing(metadata, {0x0028, 0x2110}, "CS", "01");
    return {};
}

}  // namespace cassette
