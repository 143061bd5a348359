#include "dicomweb/wado_rendered.h"

#include "archive/pixels/render.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/frame_representation.h"
#include "dicomweb/rendering_parameters.h"
#include "dicomweb/representative_instance.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cassette::dicomweb {

namespace {

enum class Resource { rendered, thumbnail };

// A thumbnail shows the middle frame; a rendered instance its first, and /frames/{n} the one it names.
Result<std::uint32_t> chosen_frame(http::PathValues const& values, InstanceLocation const& location,
                                   Resource resource) {
    constexpr std::size_t with_frame = 4;
    if (values.size() < with_frame)
        return resource == Resource::thumbnail ? std::max(location.frames, 1U) / 2 + location.frames % 2 : 1U;
    auto const frames = parse_frame_list(values.back(), std::numeric_limits<std::uint32_t>::max());
    if (!frames) return fail(frames.error());
    if (frames->size() != 1) return fail(ErrorCode::malformed, "one frame at a time is rendered");
    return frames->front();
}

http::Response picture(http::Request const& request, InstanceLocation const& location, RenderRequest const& rendering,
                       std::shared_ptr<Blob const> bytes) {
    auto const etag = "\"" + location.blob.hex() + "-" + fingerprint(rendering) + "\"";
    auto response = single_part(request, {std::string{media_type_of(rendering.type)}, etag, whole(std::move(bytes))});
    response.fields.set("Last-Modified", last_modified(location));
    return response;
}

template <Resource resource>
Result<http::Response> retrieve_rendered(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto rendering = parse_rendering(request);
    if (!rendering) return fail(rendering.error());
    auto const location = representative_instance(service.archive, request.principal, *scope);
    if (!location) return fail(location.error());
    auto const frame = chosen_frame(values, *location, resource);
    if (!frame) return fail(frame.error());
    rendering->frame = *frame;
    if (resource == Resource::thumbnail && !rendering->viewport)
        rendering->viewport = Viewport{service.settings.thumbnail_width, service.settings.thumbnail_height};
    auto bytes = rendered(service.archive, request.principal, *location, *rendering);
    if (!bytes) return fail(bytes.error());
    return picture(request, *location, *rendering, *std::move(bytes));
}

}  // namespace

std::vector<http::Route> wado_rendered_routes(Service const& service) {
    std::vector<http::Route> routes;
    for (std::string const resource : {"/studies/{study}", "/studies/{study}/series/{series}",
                                       "/studies/{study}/series/{series}/instances/{instance}",
                                       "/studies/{study}/series/{series}/instances/{instance}/frames/{frames}"}) {
        auto const path = service.settings.base_path + resource;
        routes.push_back(
            {http::Method::get, path + "/rendered", handler(service, retrieve_rendered<Resource::rendered>)});
        routes.push_back(
            {http::Method::get, path + "/thumbnail", handler(service, retrieve_rendered<Resource::thumbnail>)});
    }
    return routes;
}

}  // namespace cassette::dicomweb
