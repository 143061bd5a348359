#include "dicomweb/wado_frames.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/frame_representation.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"

#include <memory>
#include <numeric>
#include <utility>

namespace cassette::dicomweb {

namespace {

// "f3-1.2.840.10008.1.2.4.80": the frames and what they were made.
std::string form_of(FrameSource const& source) {
    std::string form = "f";
    for (auto const number : source.selection().numbers) form.append(std::to_string(number)).append(".");
    form.back() = '-';
    return form + source.offer().payload_type();
}

std::string tag_text(std::string form) {
    for (char& c : form)
        if (c == ' ' || c == ';' || c == '/') c = '_';
    return form;
}

Result<http::Response> single_frame(FrameSource const& source, http::Request const& request) {
    auto const& location = source.selection().location;
    auto const number = source.selection().numbers.front();
    auto pieces = source.open(number);
    if (!pieces) return fail(pieces.error());
    auto response = single_part(request,
                                {source.offer().payload_type(), strong_etag(location, tag_text(form_of(source))),
                                 *std::move(pieces), last_modified(location)});
    response.fields.set("Content-Location", source.path(number));
    return response;
}

// Frames that have to be made are made before the answer begins where they are few: damage has a status then.
constexpr std::size_t made_at_once_max = 8;
// Parts are listed where they are few enough that the length of the answer is worth it.
constexpr std::size_t listed_max = 4096;

Result<http::Response> made_frames(FrameSource const& source) {
    std::vector<Part> parts;
    for (auto const number : source.selection().numbers) {
        auto part = opened_frame_part(source, number);
        if (!part) return fail(part.error());
        parts.push_back(*std::move(part));
    }
    return multipart_response(std::move(parts));
}

http::Response frames_one_by_one(std::shared_ptr<FrameSource const> const& source) {
    auto next = [source, at = std::size_t{0}]() mutable -> Result<std::optional<Part>> {
        auto const& all = source->selection().numbers;
        if (at == all.size()) return std::optional<Part>{};
        return std::optional{frame_part(source, all[at++])};
    };
    return multipart_response(source->offer().part_type, std::move(next));
}

Result<http::Response> multipart_frames(std::shared_ptr<FrameSource const> const& source) {
    auto const& numbers = source->selection().numbers;
    if (!source->as_stored() && numbers.size() <= made_at_once_max) return made_frames(*source);
    // What is missing or cannot be decoded shows while there is still a status to tell it with.
    if (auto first = source->open(numbers.front()); !first) return fail(first.error());
    if (numbers.size() > listed_max) return frames_one_by_one(source);
    std::vector<Part> parts;
    for (auto const number : numbers) parts.push_back(frame_part(source, number));
    return multipart_response(std::move(parts));
}

std::vector<std::uint32_t> all_frames(InstanceLayout const& layout) {
    std::vector<std::uint32_t> numbers(available_frames(layout));
    std::iota(numbers.begin(), numbers.end(), std::uint32_t{1});
    return numbers;
}

struct Located {
    InstanceLocation location;
    InstanceLayout layout;
};

Result<Located> locate_frames(Service const& service, http::Request const& request, http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto location = locate_instance(service.archive, request.principal, *scope);
    if (!location) return fail(location.error());
    auto layout = layout_of(service.archive, request.principal, *location);
    if (!layout) return fail(layout.error());
    return Located{*std::move(location), *std::move(layout)};
}

Result<http::Response> retrieve_frames(Service const& service, http::Request const& request,
                                       http::PathValues const& values) {
    auto located = locate_frames(service, request, values);
    if (!located) return fail(located.error());
    auto numbers = parse_frame_list(values.back(), available_frames(located->layout));
    if (!numbers) return fail(numbers.error());
    return frames_response(service, request,
                           {std::move(located->location), std::move(located->layout), *std::move(numbers)});
}

Result<http::Response> retrieve_all_frames(Service const& service, http::Request const& request,
                                           http::PathValues const& values) {
    auto located = locate_frames(service, request, values);
    if (!located) return fail(located.error());
    auto numbers = all_frames(located->layout);
    if (numbers.empty()) return fail(ErrorCode::not_found, "an instance without frames");
    return frames_response(service, request,
                           {std::move(located->location), std::move(located->layout), std::move(numbers)});
}

}  // namespace

Result<http::Response> frames_response(Service const& service, http::Request const& request, FrameSelection selection) {
    auto const packaging = selection.numbers.size() == 1 ? Packaging::single_too : Packaging::multipart_only;
    FramesOf const frames{selection.location, selection.layout};
    auto offer = choose_frame_offer(service, request, frames, packaging);
    if (!offer) return fail(offer.error());
    bool const single = offer->part_type.empty();
    auto const source =
        std::make_shared<FrameSource const>(service, request.principal, std::move(selection), *std::move(offer));
    if (single) return single_frame(*source, request);
    auto const& location = source->selection().location;
    auto response = multipart_frames(source);
    if (!response) return response;
    response->fields.set("ETag", weak_etag({&location, 1}, form_of(*source)));
    response->fields.set("Last-Modified", last_modified(location));
    return response;
}

std::vector<http::Route> wado_frame_routes(Service const& service) {
    auto const path = service.settings.base_path + "/studies/{study}/series/{series}/instances/{instance}/frames";
    return {{http::Method::get, path, handler(service, retrieve_all_frames)},
            {http::Method::get, path + "/{frames}", handler(service, retrieve_frames)}};
}

}  // namespace cassette::dicomweb
