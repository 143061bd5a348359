#include "dicomweb/frame_representation.h"

#include "dicomweb/media_type.h"
#include "schema/transfer_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t frames_in_request_max = 65'536;
constexpr std::string_view octet_stream = "application/octet-stream";
constexpr std::string_view implicit_little = "1.2.840.10008.1.2";
constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";

struct Spelling {
    std::string_view media_type;  // PS3.18 Table 8.7.3-5
    std::string_view also;        // of earlier editions, and of clients
};

constexpr std::array<Spelling, 12> spellings{{
    {"image/jpeg", "image/dicom+jpeg"},
    {"image/jpeg", "image/jll"},
    {"image/dicom-rle", "image/x-dicom-rle"},
    {"image/dicom-rle", "image/dicom+rle"},
    {"image/jls", "image/x-jls"},
    {"image/jls", "image/dicom+jpeg-ls"},
    {"image/jp2", "image/dicom+jp2"},
    {"image/jpx", "image/dicom+jpx"},
    {"image/jphc", "image/jhc"},
    {"image/jphc", "image/jph"},
    {"image/jph", "image/jphc"},
    {"image/jph", "image/jhc"},
}};

struct Payload {
    std::string media_type;
    std::string transfer_syntax;
    bool needs_transfer_syntax = false;
};

// Native frames of every little endian syntax are the same bytes, so they are Explicit VR Little Endian to those who ask.
std::vector<Payload> native_payloads(InstanceLocation const& location, InstanceLayout const& layout) {
    auto const& stored = location.transfer_syntax.str();
    std::vector<Payload> payloads;
    if (!layout.big_endian)
        for (auto const syntax : {explicit_little, implicit_little})
            payloads.push_back({std::string{octet_stream}, std::string{syntax}});
    bool const listed = std::ranges::find(payloads, stored, &Payload::transfer_syntax) != payloads.end();
    if (!listed) payloads.push_back({std::string{octet_stream}, stored});
    return payloads;
}

std::vector<Payload> encapsulated_payloads(InstanceLocation const& location) {
    auto const& stored = location.transfer_syntax.str();
    auto const* syntax = find_transfer_syntax(stored);
    bool const known = syntax != nullptr && syntax->media_type != octet_stream;
    std::vector<Payload> payloads;
    if (known) {
        payloads.push_back({lower_case(syntax->media_type), stored});
        for (auto const& [media_type, also] : spellings)
            if (media_type == syntax->media_type) payloads.push_back({std::string{also}, stored});
    }
    payloads.push_back({std::string{octet_stream}, stored, known});
    return payloads;
}

std::optional<std::uint32_t> parse_frame_number(std::string_view text) {
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
}

Result<void> add_frames(std::vector<std::uint32_t>& frames, std::string_view item, std::uint32_t frames_max) {
    auto const dash = std::min(item.find('-'), item.size());
    auto const first = parse_frame_number(item.substr(0, dash));
    auto const last = dash == item.size() ? first : parse_frame_number(item.substr(dash + 1));
    if (!first || !last || *last < *first)
        return fail(ErrorCode::malformed, "not a list of frames (PS3.18 10.4.1.1.6)");
    if (*last > frames_max) return fail(ErrorCode::not_found, "no such frame");
    if (frames.size() + (*last - *first) >= frames_in_request_max)
        return fail(ErrorCode::malformed, "too many frames in one request");
    for (auto number = *first;; ++number) {
        frames.push_back(number);
        if (number == *last) return {};
    }
}

}  // namespace

Result<std::vector<std::uint32_t>> parse_frame_list(std::string_view text, std::uint32_t frames_max) {
    std::vector<std::uint32_t> frames;
    while (true) {
        auto const item = text.substr(0, text.find(','));
        if (auto added = add_frames(frames, item, frames_max); !added) return fail(added.error());
        if (item.size() == text.size()) return frames;
        text.remove_prefix(item.size() + 1);
    }
}

std::vector<Offer> frame_offers(InstanceLocation const& location, InstanceLayout const& layout, Packaging packaging) {
    auto const payloads = layout.pixels.encoding == PixelEncoding::encapsulated ? encapsulated_payloads(location)
                                                                                : native_payloads(location, layout);
    std::vector<Offer> offers;
    for (auto const& payload : payloads) {
        if (packaging == Packaging::single_too)
            offers.push_back({payload.media_type, {}, payload.transfer_syntax, payload.needs_transfer_syntax});
    }
    for (auto const& payload : payloads)
        offers.push_back(
            {"multipart/related", payload.media_type, payload.transfer_syntax, payload.needs_transfer_syntax});
    return offers;
}

}  // namespace cassette::dicomweb
