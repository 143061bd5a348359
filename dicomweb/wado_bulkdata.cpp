#include "dicomweb/wado_bulkdata.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"
#include "dicomweb/wado_frames.h"

#include <numeric>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view octet_stream = "application/octet-stream";

std::vector<Offer> const& offers() {
    static std::vector<Offer> const all{{std::string{octet_stream}, {}, {}},
                                        {"multipart/related", std::string{octet_stream}, {}}};
    return all;
}

// What was found of one bulk value, and under which name.
struct BulkResource {
    std::string path;  // of the URL
    std::string etag;  // without quotes
    Pieces pieces;
};

http::Response multipart_of(BulkResource bulk) {
    auto const length = total_length(bulk.pieces);
    auto open = [pieces = std::move(bulk.pieces)]() -> Result<Pieces> { return pieces; };
    std::vector<Part> parts;
    parts.push_back({std::string{octet_stream}, std::move(bulk.path), length, std::move(open)});
    auto response = multipart_response(std::move(parts));
    response.fields.set("ETag", "W/\"" + bulk.etag + "-m\"");
    return response;
}

Result<http::Response> bulk_response(http::Request const& request, BulkResource bulk) {
    auto const chosen = negotiate(accepted_ranges(request), offers());
    if (!chosen) return fail(not_acceptable(offers()));
    if (*chosen != 0) return multipart_of(std::move(bulk));
    auto response = single_part(request, {std::string{octet_stream}, "\"" + bulk.etag + "\"", std::move(bulk.pieces)});
    response.fields.set("Content-Location", bulk.path);
    return response;
}

bool is_compressed_pixel_data(InstanceLayout const& layout, std::string_view path) {
    return layout.pixels.encoding == PixelEncoding::encapsulated && layout.pixels.frames > 0 &&
        path == to_hex(layout.pixels.tag);
}

Result<http::Response> retrieve_bulkdata(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const location = locate_instance(service.archive, request.principal, *scope);
    if (!location) return fail(location.error());
    auto layout = layout_of(service.archive, request.principal, *location);
    if (!layout) return fail(layout.error());
    auto const& path = values.back();
    if (is_compressed_pixel_data(*layout, path)) {
        std::vector<std::uint32_t> numbers(layout->pixels.frames);
        std::iota(numbers.begin(), numbers.end(), std::uint32_t{1});
        return frames_response(service, request, {*location, *std::move(layout), std::move(numbers)});
    }
    auto range = bulk_bytes(service.archive, request.principal, *location, *layout, path);
    if (!range) return fail(range.error());
    Pieces pieces;
    pieces.push_back(to_piece(*std::move(range)));
    return bulk_response(request,
                         {resource_path(service, *location) + "/bulkdata/" + path, location->blob.hex() + "-" + path,
                          std::move(pieces)});
}

}  // namespace

std::vector<http::Route> wado_bulkdata_routes(Service const& service) {
    auto const path =
        service.settings.base_path + "/studies/{study}/series/{series}/instances/{instance}/bulkdata/{path}";
    return {{http::Method::get, path, handler(service, retrieve_bulkdata)}};
}

}  // namespace cassette::dicomweb
