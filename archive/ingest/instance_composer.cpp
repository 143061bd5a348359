#include "archive/ingest/instance_composer.h"

#include "archive/ingest/compressed_pixels.h"
#include "archive/part10/element_header.h"
#include "archive/part10/file_meta.h"
#include "archive/part10/json_dataset.h"
#include "archive/part10/value_representation.h"

#include <algorithm>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr Tag sop_class_tag{0x0008, 0x0016};
constexpr Tag sop_instance_tag{0x0008, 0x0018};
constexpr Tag transfer_syntax_tag{0x0002, 0x0010};
constexpr Tag available_transfer_syntax_tag{0x0008, 0x3002};
constexpr Tag pixel_data_tag{0x7FE0, 0x0010};
constexpr std::string_view explicit_little_endian = "1.2.840.10008.1.2.1";
constexpr std::uint64_t value_bytes_max = 0xFFFFFFFE;
constexpr std::size_t piece = 256 * 1024;

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

// What replaces the reference of one element.
struct Resolved {
    std::vector<BulkPart> parts;
    bool encapsulated = false;
};

// Writes one instance into the ingest.
class Composition {
public:
    Composition(IncomingInstance& incoming, BulkParts const& parts) : incoming_{incoming}, parts_{parts} {}

    Result<void> bytes(std::string_view text) { return incoming_.write(bytes_of(text)); }

    Result<void> element(BulkReference const& reference, Resolved const& value) {
        return value.encapsulated ? encapsulated(reference, value) : plain(reference, value);
    }

private:
    Result<void> plain(BulkReference const& reference, Resolved const& value) {
        std::uint64_t length = 0;
        for (auto const& part : value.parts) length += part.range.length;
        if (length > value_bytes_max) return fail(ErrorCode::too_large, "a value longer than an element can be");
        bool const long_enough = has_long_length(reference.vr) || length <= 0xFFFF;
        HeaderWriter header{ByteOrder::little};
        header.element(reference.tag, long_enough ? reference.vr : "UN",
                       static_cast<std::uint32_t>(length + length % 2));
        if (auto done = bytes(header.bytes()); !done) return done;
        for (auto const& part : value.parts)
            if (auto done = copy(part); !done) return done;
        return length % 2 == 0 ? Result<void>{} : bytes(pad(reference.vr));
    }

    static std::string_view pad(std::string_view vr) {
        bool const binary = vr.starts_with('O') || vr == "UN" || vr == "UI";
        return binary ? std::string_view{"\0", 1} : std::string_view{" "};
    }

    // PS3.5 A.4: an empty Basic Offset Table, then the fragments.
    Result<void> encapsulated(BulkReference const& reference, Resolved const& value) {
        HeaderWriter header{ByteOrder::little};
        header.element(reference.tag, "OB", undefined_length);
        if (auto done = bytes(header.bytes()); !done) return done;
        if (auto done = item(0); !done) return done;
        for (auto const& part : value.parts) {
            bool const odd = part.range.length % 2 != 0;
            if (auto done = item(static_cast<std::uint32_t>(part.range.length + (odd ? 1 : 0))); !done) return done;
            if (auto done = copy(part); !done) return done;
            if (odd)
                if (auto done = bytes({"\0", 1}); !done) return done;
        }
        HeaderWriter end{ByteOrder::little};
        end.end_sequence();
        return bytes(end.bytes());
    }

    // FFFE E000 llllllll
    Result<void> item(std::uint32_t length) {
        std::string header{"\xFE\xFF\x00\xE0", 4};
        for (unsigned shift = 0; shift < 32; shift += 8) header += static_cast<char>(length >> shift & 0xFFU);
        return bytes(header);
    }

    Result<void> copy(BulkPart const& part) {
        std::vector<std::byte> buffer(static_cast<std::size_t>(std::min<std::uint64_t>(piece, part.range.length)));
        for (std::uint64_t at = 0; at < part.range.length;) {
            auto const wanted = std::span{buffer}.first(
                static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), part.range.length - at)));
            if (auto got = parts_.read(part, at, wanted); !got) return got;
            if (auto written = incoming_.write(wanted); !written) return written;
            at += wanted.size();
        }
        return {};
    }

    IncomingInstance& incoming_;
    BulkParts const& parts_;
};

std::vector<BulkPart> copied(std::vector<BulkPart const*> const& found) {
    std::vector<BulkPart> parts;
    for (auto const* part : found) parts.push_back(*part);
    return parts;
}

// A data set with where its bulk values come from.
struct Plan {
    EncodedDataset dataset;
    std::vector<Resolved> values;  // of dataset.bulk, by position
    std::string transfer_syntax{explicit_little_endian};
};

// What the metadata say of the coding that their pixels have elsewhere.
std::string syntax_hint(json::object const& metadata) {
    auto hint = json_text(metadata, transfer_syntax_tag);
    return hint.empty() ? json_text(metadata, available_transfer_syntax_tag) : hint;
}

// Pixel Data of the top level when they came compressed; no fragments otherwise.
Result<CompressedPixels> compressed_pixel_data(json::object& metadata, BulkParts& parts) {
    auto const uri = json_bulk_data_uri(metadata, pixel_data_tag);
    auto const frames = uri.empty() ? std::vector<BulkPart const*>{} : parts.named(uri);
    if (frames.empty() || !is_compressed_media_type(frames.front()->media_type)) return CompressedPixels{};
    auto pixels = compressed_pixels(frames, parts, syntax_hint(metadata));
    if (!pixels) return pixels;
    if (auto done = complete_image_description(metadata, *pixels, parts); !done) return fail(done.error());
    return pixels;
}

Result<Plan> make_plan(json::object metadata, BulkParts& parts, DatasetLimits const& limits) {
    auto pixels = compressed_pixel_data(metadata, parts);
    if (!pixels) return fail(pixels.error());
    bool const compressed = !pixels->fragments.empty();
    auto dataset = encode_json_dataset(metadata, limits);
    if (!dataset) return fail(dataset.error());
    Plan plan{*std::move(dataset), {}};
    if (compressed) plan.transfer_syntax = pixels->transfer_syntax;
    for (auto const& reference : plan.dataset.bulk) {
        bool const is_pixels = reference.depth == 0 && reference.tag == pixel_data_tag;
        Resolved value{copied(parts.named(reference.uri)), is_pixels && compressed};
        if (value.parts.empty())
            return fail(ErrorCode::malformed, "no part has the bulk data of " + to_hex(reference.tag));
        if (value.encapsulated) value.parts = pixels->fragments;
        plan.values.push_back(std::move(value));
    }
    return plan;
}

Result<void> write_plan(Plan const& plan, Identification const& identity, Composition composition) {
    auto prefix = make_file_prefix(identity.sop_class, identity.sop_instance, plan.transfer_syntax);
    if (auto done = composition.bytes(prefix); !done) return done;
    std::string_view const dataset = plan.dataset.bytes;
    std::size_t at = 0;
    for (std::size_t i = 0; i < plan.values.size(); ++i) {
        auto const& reference = plan.dataset.bulk[i];
        if (auto done = composition.bytes(dataset.substr(at, reference.position - at)); !done) return done;
        if (auto done = composition.element(reference, plan.values[i]); !done) return done;
        at = reference.position;
    }
    return composition.bytes(dataset.substr(at));
}

}  // namespace

Identification identification_of(json::object const& metadata) {
    return {json_text(metadata, sop_class_tag), json_text(metadata, sop_instance_tag)};
}

Result<StoredInstance> store_composed(ComposerRequest const& request, json::object metadata, BulkParts& parts) {
    auto const identity = identification_of(metadata);
    if (!is_usable_uid(identity.sop_class) || !is_usable_uid(identity.sop_instance))
        return fail(ErrorCode::malformed, "no SOP Class or SOP Instance UID");
    auto const plan = make_plan(std::move(metadata), parts, request.archive.settings.limits);
    if (!plan) return fail(plan.error());
    auto incoming = IncomingInstance::part10(request.archive, request.principal, request.source);
    if (!incoming) return fail(incoming.error());
    if (request.study) incoming->require_study(*request.study);
    if (auto written = write_plan(*plan, identity, Composition{*incoming, parts}); !written)
        return fail(written.error());
    return incoming->commit();
}

}  // namespace cassette
