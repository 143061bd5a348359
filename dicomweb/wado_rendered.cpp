#include "dicomweb/wado_rendered.h"

#include "archive/pixels/segmentation.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/frame_representation.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/rendered_representation.h"
#include "dicomweb/rendering_parameters.h"
#include "dicomweb/repeated_answers.h"
#include "dicomweb/representative_instance.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t values_with_frames = 4;

// What was asked for.
struct Asked {
    Service const& service;
    http::Request const& request;
    RetrieveScope scope;
    RenderRequest rendering;
};

std::string picture_path(Service const& service, Picture const& picture) {
    return resource_path(service, picture.location) + "/frames/" + std::to_string(picture.frame) + "/rendered";
}

Result<http::Response> single_image(Asked const& asked, Picture const& picture, RenderedType type) {
    auto rendering = request_for(asked.service.archive, asked.request.principal, picture, asked.rendering);
    if (!rendering) return fail(rendering.error());
    rendering->type = type;
    auto image = image_of(asked.service.archive, asked.request.principal, picture, *rendering);
    if (!image) return fail(image.error());
    auto response =
        single_part(asked.request,
                    {std::string{media_type_of(type)}, strong_etag(picture.location, fingerprint(*rendering)),
                     whole(*std::move(image)), last_modified(picture.location)});
    response.fields.set("Content-Location", picture_path(asked.service, picture));
    // What a presentation state or a segmentation refers to may be in another study.
    response.repeatable = !rendering->presentation && !is_segmentation(picture.location.sop_class.str());
    return response;
}

// Makes the images of one instance after another, when each is to be sent.
class PicturesInTurn {
public:
    PicturesInTurn(Asked const& asked, std::vector<InstanceLocation> instances, RenderedType type)
        : service_{asked.service},
          principal_{asked.request.principal},
          rendering_{asked.rendering},
          instances_{std::make_shared<std::vector<InstanceLocation> const>(std::move(instances))} {
        rendering_.type = type;
    }

    // Of one instance, these.
    void start_with(std::vector<Picture> pictures) { pictures_ = std::move(pictures); }

    Result<std::optional<Part>> operator()() {
        while (next_picture_ == pictures_.size()) {
            if (next_instance_ == instances_->size()) return std::optional<Part>{};
            if (auto listed = list((*instances_)[next_instance_++]); !listed) return fail(listed.error());
        }
        return std::optional{part_of(pictures_[next_picture_++])};
    }

private:
    Result<void> list(InstanceLocation const& instance) {
        auto pictures = pictures_of(service_.archive, principal_, instance);
        // What a presentation state refers to may be elsewhere: its icon stands for it.
        bool const elsewhere = !pictures &&
            (pictures.error().code == ErrorCode::not_found || pictures.error().code == ErrorCode::not_acceptable);
        if (!pictures && !elsewhere) return fail(pictures.error());
        pictures_ = elsewhere ? std::vector{Picture{instance}} : *std::move(pictures);
        next_picture_ = 0;
        return {};
    }

    Part part_of(Picture const& picture) const {
        auto open = [&archive = service_.archive, principal = principal_, picture,
                     rendering = rendering_]() -> Result<Pieces> {
            auto image = image_or_icon_of(archive, principal, picture, rendering);
            if (!image) return fail(image.error());
            return whole(*std::move(image));
        };
        return {std::string{media_type_of(rendering_.type)}, picture_path(service_, picture), std::nullopt,
                std::move(open)};
    }

    Service const& service_;
    Principal principal_;
    RenderRequest rendering_;
    std::shared_ptr<std::vector<InstanceLocation> const> instances_;  // shared because std::function wants to copy
    std::vector<Picture> pictures_;
    std::size_t next_instance_ = 0;
    std::size_t next_picture_ = 0;
};

Result<http::Response> images_of_all(Asked const& asked, RenderedType type) {
    auto instances = locate(asked.service.archive, asked.request.principal, asked.scope);
    if (!instances) return fail(instances.error());
    std::uint64_t count = 0;
    for (auto const& instance : *instances) count += std::max(instance.frames, 1U);
    if (count > pictures_max)
        return fail(ErrorCode::too_large, "more images than one answer has; ask for series or instances");
    auto const etag = weak_etag(*instances, fingerprint(asked.rendering) + std::string{media_type_of(type)});
    auto response =
        multipart_response(std::string{media_type_of(type)}, PicturesInTurn{asked, *std::move(instances), type});
    response.fields.set("ETag", etag);
    return response;
}

Result<http::Response> images_of_frames(Asked const& asked, std::vector<Picture> pictures, RenderedType type) {
    // What cannot be decoded shows while there is still a status to tell it with.
    auto first = single_image(asked, pictures.front(), type);
    if (!first) return first;
    PicturesInTurn in_turn{asked, {}, type};
    in_turn.start_with(std::move(pictures));
    return multipart_response(std::string{media_type_of(type)}, std::move(in_turn));
}

Result<http::Response> document_response(Asked const& asked, InstanceLocation const& location, Offer const& offer) {
    auto const& media_type = offer.part_type.empty() ? offer.essence : offer.part_type;
    auto document = rendered_document(asked.service.archive, asked.request.principal, location, media_type);
    if (!document) return fail(document.error());
    http::Response response;
    if (offer.part_type.empty()) {
        response = single_part(
            asked.request,
            {document->content_type, strong_etag(location, "d-" + media_type.substr(media_type.find('/') + 1)),
             std::move(document->pieces), last_modified(location)});
        response.fields.set("Content-Location", resource_path(asked.service, location) + "/rendered");
    } else {
        std::vector<Part> parts;
        auto const length = total_length(document->pieces);
        auto pieces = std::make_shared<Pieces>(std::move(document->pieces));  // shared with the part that gives them
        auto open = [pieces]() -> Result<Pieces> { return std::move(*pieces); };
        parts.push_back({document->content_type, resource_path(asked.service, location) + "/rendered", length, open});
        response = multipart_response(std::move(parts));
    }
    // Whatever the object's author wrote, a browser neither guesses at it nor runs it.
    response.fields.set("X-Content-Type-Options", "nosniff");
    bool const is_text = media_type.starts_with("text/");
    if (is_text)
        response.fields.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return response;
}

// A person looks at the middle of a loop; an instance by itself begins with its first frame.
std::uint32_t frame_to_show(Asked const& asked, InstanceLocation const& location) {
    bool const middle = asked.rendering.purpose == Purpose::thumbnail || !asked.scope.instance;
    auto const frames = std::max(location.frames, 1U);
    return middle ? frames / 2 + frames % 2 : 1;
}

Result<Picture> picture_to_show(Asked const& asked, InstanceLocation const& location) {
    if (category_of(location) != RenderedCategory::presentation)
        return Picture{location, frame_to_show(asked, location)};
    auto pictures = pictures_of(asked.service.archive, asked.request.principal, location);
    if (pictures) return pictures->front();
    // A thumbnail is an icon then.
    if (asked.rendering.purpose == Purpose::thumbnail) return Picture{location};
    return fail(pictures.error());
}

Result<http::Response> rendered_resource(Asked const& asked) {
    auto const location = representative_instance(asked.service.archive, asked.request.principal, asked.scope);
    if (!location) return fail(location.error());
    bool const is_thumbnail = asked.rendering.purpose == Purpose::thumbnail;
    auto const offers = is_thumbnail ? image_offers() : rendered_offers(*location);
    auto const offer = chosen_offer(asked.request, with_depth(offers, asked.rendering.depth));
    if (!offer) return fail(offer.error());
    auto const type = image_type_of(*offer);
    if (!type) return document_response(asked, *location, *offer);
    if (!is_thumbnail && category_of(*location) == RenderedCategory::presentation)
        if (auto checked = check_for_presentation(asked.rendering); !checked) return fail(checked.error());
    bool const all = !offer->part_type.empty() && !is_thumbnail;
    if (all && !asked.scope.instance) return images_of_all(asked, *type);
    if (all) {
        auto pictures = pictures_of(asked.service.archive, asked.request.principal, *location);
        if (!pictures) return fail(pictures.error());
        return images_of_frames(asked, *std::move(pictures), *type);
    }
    auto const picture = picture_to_show(asked, *location);
    if (!picture) return fail(picture.error());
    return single_image(asked, *picture, *type);
}

Result<http::Response> rendered_frames(Asked const& asked, std::string_view list) {
    auto const location = locate_instance(asked.service.archive, asked.request.principal, asked.scope);
    if (!location) return fail(location.error());
    auto const numbers = parse_frame_list(list, std::max(location->frames, 1U));
    if (!numbers) return fail(numbers.error());
    auto const offer = chosen_offer(asked.request, with_depth(image_offers(), asked.rendering.depth));
    if (!offer) return fail(offer.error());
    auto const type = *image_type_of(*offer);
    std::vector<Picture> pictures;
    for (auto const number : *numbers) pictures.push_back({*location, number});
    bool const one =
        asked.rendering.purpose == Purpose::thumbnail || (pictures.size() == 1 && offer->part_type.empty());
    if (one) return single_image(asked, pictures.front(), type);
    if (pictures.size() > pictures_max) return fail(ErrorCode::too_large, "more images than one answer has");
    return images_of_frames(asked, std::move(pictures), type);
}

template <Purpose purpose>
Result<http::Response> retrieve(Service const& service, http::Request const& request, http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto parsed = parse_rendering(request, purpose);
    if (!parsed) return fail(parsed.error());
    if (purpose == Purpose::thumbnail && !parsed->request.viewport)
        parsed->request.viewport = Viewport{service.settings.thumbnail_width, service.settings.thumbnail_height};
    Asked const asked{service, request, *scope, std::move(parsed->request)};
    bool const of_frames = values.size() == values_with_frames;
    auto response = of_frames ? rendered_frames(asked, values.back()) : rendered_resource(asked);
    if (!response || parsed->unsupported_annotations.empty()) return response;
    std::string unsupported;
    for (auto const& value : parsed->unsupported_annotations) unsupported += (unsupported.empty() ? "" : ", ") + value;
    response->fields.add(
        "Warning",
        "299 " + service_url(service, request) + ": The following annotation values are not supported: " + unsupported);
    return response;
}

}  // namespace

std::vector<http::Route> wado_rendered_routes(Service const& service) {
    constexpr std::size_t answers_max = 256;
    auto const answers = std::make_shared<RepeatedAnswers>(answers_max);
    std::vector<http::Route> routes;
    for (std::string const resource : {"/studies/{study}", "/studies/{study}/series/{series}",
                                       "/studies/{study}/series/{series}/instances/{instance}",
                                       "/studies/{study}/series/{series}/instances/{instance}/frames/{frames}"}) {
        auto const path = service.settings.base_path + resource;
        routes.push_back(repeating_route(service, path + "/rendered", retrieve<Purpose::rendered>, answers));
        routes.push_back(repeating_route(service, path + "/thumbnail", retrieve<Purpose::thumbnail>, answers));
    }
    return routes;
}

}  // namespace cassette::dicomweb
