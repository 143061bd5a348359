#include "dicomweb/bulk_parts.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/resource.h"

#include <memory>
#include <numeric>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view octet_stream = "application/octet-stream";

// The whole value, or the stream of a video: the fragments one after another.
PiecesOpener value_opener(Service const& service, Principal const& principal, InstanceLocation const& location,
                          std::string path) {
    return [&archive = service.archive, principal, location, path = std::move(path)]() -> Result<Pieces> {
        auto const layout = layout_of(archive, principal, location);
        if (!layout) return fail(layout.error());
        auto bytes = bulk_bytes(archive, principal, location, *layout, path);
        if (!bytes) return fail(bytes.error());
        Pieces pieces;
        pieces.push_back(to_piece(*std::move(bytes)));
        return pieces;
    };
}

PiecesOpener video_opener(Service const& service, Principal const& principal, InstanceLocation const& location,
                          std::vector<ByteRange> fragments) {
    return [&archive = service.archive, principal, location, fragments = std::move(fragments)]() -> Result<Pieces> {
        auto const blob = open_part10(archive, principal, location);
        if (!blob) return fail(blob.error());
        Pieces pieces;
        for (auto const& fragment : fragments) pieces.push_back(to_piece({*blob, fragment}));
        return pieces;
    };
}

std::uint64_t length_of(std::vector<ByteRange> const& ranges) {
    std::uint64_t sum = 0;
    for (auto const& range : ranges) sum += range.length;
    return sum;
}

void add_frames(std::vector<Part>& parts, std::shared_ptr<FrameSource const> const& source) {
    auto const frames = available_frames(source->selection().layout);
    for (std::uint32_t number = 1; number <= frames; ++number) parts.push_back(frame_part(source, number));
}

// PS3.18 8.7.3.3.1: native Pixel Data is one stream of bytes; compressed Pixel Data is one bit stream a frame.
void add_pixels(std::vector<Part>& parts, Service const& service, Principal const& principal,
                std::pair<BulkPlan const&, InstanceLayout> planned) {
    auto const& [location, pixels, values] = planned.first;
    auto& layout = planned.second;
    FramesOf const frames{location, layout};
    auto const path = to_hex(layout.pixels.tag);
    auto const type = pixels->payload_type();
    if (is_video(frames)) {
        auto fragments = layout.pixels.fragments;
        auto const length = length_of(fragments);
        parts.push_back({type, bulk_path(service, location, path), length,
                         video_opener(service, principal, location, std::move(fragments))});
        return;
    }
    bool const native = layout.pixels.encoding == PixelEncoding::native;
    if (native && is_stored_form(frames, pixels->transfer_syntax)) {
        parts.push_back({type, bulk_path(service, location, path), layout.pixels.value.length,
                         value_opener(service, principal, location, path)});
        return;
    }
    FrameSelection selection{location, std::move(layout), {}};
    add_frames(parts, std::make_shared<FrameSource const>(service, principal, std::move(selection), *pixels));
}

}  // namespace

Offer bulk_value_offer() { return {"multipart/related", std::string{octet_stream}, {}}; }

std::string bulk_path(Service const& service, InstanceLocation const& location, std::string_view path) {
    return resource_path(service, location) + "/bulkdata/" + std::string{path};
}

Result<BulkPlan> plan_bulk(Service const& service, http::Request const& request, InstanceLocation const& location,
                           BulkKind kind) {
    auto const layout = layout_of(service.archive, request.principal, location);
    if (!layout) return fail(layout.error());
    BulkPlan plan{location, std::nullopt, false};
    Error refusal{ErrorCode::not_found, "no bulk data"};
    if (available_frames(*layout) > 0) {
        auto offer = choose_frame_offer(service, request, {location, *layout}, Packaging::multipart_only);
        if (offer)
            plan.pixels = *std::move(offer);
        else
            refusal = offer.error();
    }
    if (kind == BulkKind::everything && !layout->bulk.empty()) {
        std::vector const offers{bulk_value_offer()};
        plan.values = negotiate(request, offers).has_value();
        if (!plan.values) refusal = not_acceptable(offers);
    }
    if (!plan.pixels && !plan.values) return fail(refusal);
    return plan;
}

Result<std::vector<Part>> bulk_parts(Service const& service, Principal const& principal, BulkPlan const& plan) {
    auto layout = layout_of(service.archive, principal, plan.location);
    if (!layout) return fail(layout.error());
    std::vector<Part> parts;
    if (plan.values)
        for (auto const& value : layout->bulk)
            parts.push_back({std::string{octet_stream}, bulk_path(service, plan.location, value.path),
                             value.range.length, value_opener(service, principal, plan.location, value.path)});
    if (plan.pixels) add_pixels(parts, service, principal, {plan, *std::move(layout)});
    return parts;
}

}  // namespace cassette::dicomweb
