#include "dicomweb/frame_representation.h"

#include "archive/pixels/transcode.h"
#include "dicomweb/media_type.h"
#include "schema/transfer_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
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

constexpr std::array<Spelling, 15> spellings{{
    {"image/jpeg", "image/dicom+jpeg"},
    {"image/jpeg", "image/jll"},
    {"image/dicom-rle", "image/x-dicom-rle"},
    {"image/dicom-rle", "image/dicom+rle"},
    {"image/jls", "image/x-jls"},
    {"image/jls", "image/dicom+jpeg-ls"},
    {"image/jp2", "image/dicom+jp2"},
    {"image/jpx", "image/dicom+jpx"},
    {"image/jp2", "image/x-jp2"},
    {"image/jp2", "image/j2k"},
    {"image/jpx", "image/x-jpx"},
    {"image/jphc", "image/jhc"},
    {"image/jphc", "image/jph"},
    {"image/jph", "image/jphc"},
    {"image/jph", "image/jhc"},
}};

struct Payload {
    std::string media_type;
    std::string transfer_syntax;
    bool needs_transfer_syntax = false;
    bool is_alias = false;
};

// Native frames of every little endian syntax are the same bytes, so they are Explicit VR Little Endian to those who ask.
std::vector<Payload> native_payloads(FramesOf const& frames) {
    auto const& stored = frames.location.transfer_syntax.str();
    std::vector<Payload> payloads;
    if (!frames.layout.big_endian)
        for (auto const syntax : {explicit_little, implicit_little})
            payloads.push_back({std::string{octet_stream}, std::string{syntax}});
    bool const listed = std::ranges::find(payloads, stored, &Payload::transfer_syntax) != payloads.end();
    if (!listed) payloads.push_back({std::string{octet_stream}, stored, frames.layout.big_endian});
    return payloads;
}

enum class Naming { optional, required };

// A compressed frame by its media type in every spelling, and as bytes to those who name the transfer syntax.
void add_compressed(std::vector<Payload>& payloads, std::string const& transfer_syntax, Naming naming) {
    auto const* syntax = find_transfer_syntax(transfer_syntax);
    bool const known = syntax != nullptr && syntax->media_type != octet_stream;
    bool const required = naming == Naming::required;
    if (known) {
        payloads.push_back({lower_case(syntax->media_type), transfer_syntax, required});
        for (auto const& [media_type, also] : spellings)
            if (media_type == syntax->media_type)
                payloads.push_back({std::string{also}, transfer_syntax, required, true});
    }
    payloads.push_back({std::string{octet_stream}, transfer_syntax, known || required});
}

std::vector<Payload> stored_payloads(FramesOf const& frames) {
    if (frames.layout.pixels.encoding != PixelEncoding::encapsulated) return native_payloads(frames);
    std::vector<Payload> payloads;
    add_compressed(payloads, frames.location.transfer_syntax.str(), Naming::optional);
    return payloads;
}

std::vector<Payload> made_payloads(Asker const& asker, FramesOf const& frames) {
    std::vector<Payload> payloads;
    std::set<std::string_view> defaults;  // media types that have theirs
    for (auto const& to : obtainable_syntaxes(asker.archive, asker.principal, {frames.location, frames.layout})) {
        auto const* syntax = find_transfer_syntax(to.str());
        if (syntax == nullptr || is_stored_form(frames, to.str())) continue;
        if (!syntax->encapsulated) {
            payloads.push_back({std::string{octet_stream}, to.str(), to.str() != explicit_little});
            continue;
        }
        bool const is_default = !syntax->lossy && defaults.insert(syntax->media_type).second;
        add_compressed(payloads, to.str(), is_default ? Naming::optional : Naming::required);
    }
    return payloads;
}

std::vector<Offer> to_offers(std::vector<Payload> const& payloads, Packaging packaging) {
    std::vector<Offer> offers;
    for (auto const& [media_type, transfer_syntax, needs, alias] : payloads)
        if (packaging == Packaging::single_too) offers.push_back({media_type, {}, transfer_syntax, needs, alias});
    for (auto const& [media_type, transfer_syntax, needs, alias] : payloads)
        offers.push_back({"multipart/related", media_type, transfer_syntax, needs, alias});
    return offers;
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

std::vector<Offer> stored_frame_offers(FramesOf const& frames, Packaging packaging) {
    return to_offers(stored_payloads(frames), packaging);
}

std::vector<Offer> made_frame_offers(Asker const& asker, FramesOf const& frames, Packaging packaging) {
    return to_offers(made_payloads(asker, frames), packaging);
}

bool is_stored_form(FramesOf const& frames, std::string_view transfer_syntax) {
    if (transfer_syntax == frames.location.transfer_syntax.str()) return true;
    bool const little = frames.layout.pixels.encoding == PixelEncoding::native && !frames.layout.big_endian;
    return little && (transfer_syntax == explicit_little || transfer_syntax == implicit_little);
}

std::uint32_t available_frames(InstanceLayout const& layout) {
    auto const& pixels = layout.pixels;
    switch (pixels.encoding) {
        case PixelEncoding::none: return 0;
        case PixelEncoding::encapsulated: return static_cast<std::uint32_t>(pixels.fragments_of_frame.size());
        case PixelEncoding::native: break;
    }
    if (pixels.frame_bits == 0) return 0;
    auto const whole = pixels.value.length * 8 / pixels.frame_bits;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(pixels.frames, whole));
}

bool is_video(FramesOf const& frames) {
    auto const* syntax = find_transfer_syntax(frames.location.transfer_syntax.str());
    return syntax != nullptr && syntax->media_type.starts_with("video/") &&
        frames.layout.pixels.encoding == PixelEncoding::encapsulated;
}

}  // namespace cassette::dicomweb
