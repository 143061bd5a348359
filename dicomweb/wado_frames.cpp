#include "dicomweb/wado_frames.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/frame_representation.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"

#include <memory>
#include <utility>

namespace cassette::dicomweb {

namespace {

// What every part of one answer needs to open its frame. Shared by the parts: each keeps it until it has been sent.
struct FrameSource {
    Archive const& archive;
    Principal principal;
    FrameSelection selection;

    Result<Pieces> open(std::uint32_t number) const {
        auto ranges = frame_bytes(archive, principal, selection.location, selection.layout, number);
        if (!ranges) return fail(ranges.error());
        return to_pieces(*std::move(ranges));
    }

    // Nothing where the frame does not lie in the blob as it is: unpacked bits, inflated data sets.
    std::optional<std::uint64_t> length(std::uint32_t number) const {
        auto const ranges = frame_ranges(selection.layout, number);
        if (selection.layout.deflated || !ranges) return std::nullopt;
        std::uint64_t sum = 0;
        for (auto const& range : *ranges) sum += range.length;
        return sum;
    }
};

std::string frame_path(Service const& service, InstanceLocation const& location, std::uint32_t number) {
    return resource_path(service, location) + "/frames/" + std::to_string(number);
}

std::string entity_tag(FrameSelection const& selection) {
    auto tag = selection.location.blob.hex() + "-f";
    for (auto const number : selection.numbers) tag.append(std::to_string(number)).append(".");
    tag.pop_back();
    return tag;
}

Result<http::Response> single_frame(Service const& service, http::Request const& request, FrameSource const& source,
                                    Offer const& offer) {
    auto const number = source.selection.numbers.front();
    auto pieces = source.open(number);
    if (!pieces) return fail(pieces.error());
    auto response =
        single_part(request, {offer.payload_type(), "\"" + entity_tag(source.selection) + "\"", *std::move(pieces)});
    response.fields.set("Content-Location", frame_path(service, source.selection.location, number));
    return response;
}

Result<http::Response> multipart_frames(Service const& service, std::shared_ptr<FrameSource const> source,
                                        Offer const& offer) {
    auto const& selection = source->selection;
    // A blob that is missing shows while there is still a status to tell it with.
    if (auto first = source->open(selection.numbers.front()); !first) return fail(first.error());
    constexpr std::size_t tagged_max = 16;
    std::vector<Part> parts;
    for (auto const number : selection.numbers) {
        auto open = [source, number] { return source->open(number); };
        parts.push_back({offer.payload_type(), frame_path(service, selection.location, number), source->length(number),
                         std::move(open)});
    }
    auto response = multipart_response(std::move(parts));
    if (selection.numbers.size() <= tagged_max) response.fields.set("ETag", "W/\"" + entity_tag(selection) + "-m\"");
    return response;
}

Result<http::Response> retrieve_frames(Service const& service, http::Request const& request,
                                       http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const location = locate_instance(service.archive, request.principal, *scope);
    if (!location) return fail(location.error());
    auto layout = layout_of(service.archive, request.principal, *location);
    if (!layout) return fail(layout.error());
    auto numbers = parse_frame_list(values.back(), layout->pixels.frames);
    if (!numbers) return fail(numbers.error());
    return frames_response(service, request, {*location, *std::move(layout), *std::move(numbers)});
}

}  // namespace

Result<http::Response> frames_response(Service const& service, http::Request const& request, FrameSelection selection) {
    auto const packaging = selection.numbers.size() == 1 ? Packaging::single_too : Packaging::multipart_only;
    auto const offers = frame_offers(selection.location, selection.layout, packaging);
    auto const chosen = negotiate(accepted_ranges(request), offers);
    if (!chosen) return fail(not_acceptable(offers));
    FrameSource source{service.archive, request.principal, std::move(selection)};
    auto const& offer = offers[*chosen];
    if (offer.part_type.empty()) return single_frame(service, request, source, offer);
    return multipart_frames(service, std::make_shared<FrameSource const>(std::move(source)), offer);
}

std::vector<http::Route> wado_frame_routes(Service const& service) {
    auto const path =
        service.settings.base_path + "/studies/{study}/series/{series}/instances/{instance}/frames/{frames}";
    return {{http::Method::get, path, handler(service, retrieve_frames)}};
}

}  // namespace cassette::dicomweb
