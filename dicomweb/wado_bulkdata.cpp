#include "dicomweb/wado_bulkdata.h"

#include "archive/part10/deflated_text.h"
#include "archive/query/metadata_text.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/bulk_parts.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/media_type.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"
#include "dicomweb/wado_frames.h"
#include "schema/transfer_syntax.h"

#include <numeric>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::string_view octet_stream = "application/octet-stream";
constexpr Tag encapsulated_document{0x0042, 0x0011};
constexpr Tag media_type_of_document{0x0042, 0x0012};

// What was found of one bulk value, and under which name.
struct BulkResource {
    InstanceLocation location;
    std::string path;        // of the URL
    std::string name;        // the last segment of it
    std::string media_type;  // of an encapsulated document, "" for other values
    Pieces pieces;
};

// PS3.18 8.7.3.3: bytes; an encapsulated document also as what it is.
std::vector<Offer> offers_of(BulkResource const& bulk) {
    std::vector<Offer> offers;
    for (auto const& type : {bulk.media_type, std::string{octet_stream}})
        if (!type.empty()) offers.push_back({type, {}, {}});
    for (auto const& type : {bulk.media_type, std::string{octet_stream}})
        if (!type.empty()) offers.push_back({"multipart/related", type, {}});
    return offers;
}

http::Response multipart_of(BulkResource bulk, Offer const& offer) {
    auto const length = total_length(bulk.pieces);
    auto open = [pieces = std::move(bulk.pieces)]() -> Result<Pieces> { return pieces; };
    std::vector<Part> parts;
    parts.push_back({offer.part_type, bulk.path, length, std::move(open)});
    auto response = multipart_response(std::move(parts));
    response.fields.set("ETag", weak_etag({&bulk.location, 1}, bulk.name + offer.part_type));
    response.fields.set("Last-Modified", last_modified(bulk.location));
    return response;
}

Result<http::Response> bulk_response(http::Request const& request, BulkResource bulk) {
    auto const offers = offers_of(bulk);
    auto const chosen = negotiate(request, offers);
    if (!chosen) return fail(not_acceptable(offers));
    auto const& offer = offers[*chosen];
    if (!offer.part_type.empty()) return multipart_of(std::move(bulk), offer);
    auto response = single_part(
        request,
        {offer.essence, strong_etag(bulk.location, bulk.name), std::move(bulk.pieces), last_modified(bulk.location)});
    response.fields.set("Content-Location", bulk.path);
    return response;
}

// MIME Type of Encapsulated Document (0042,0012), in the metadata of the instance that has the document.
Result<std::string> document_type(Service const& service, http::Request const& request, RetrieveScope const& scope) {
    std::string type;
    auto const take = [&](InstanceLocation const&, DeflatedText const& text) -> Result<void> {
        auto const json = inflate_text(text);
        if (!json) return fail(json.error());
        type = MetadataText{*json}.text_of(media_type_of_document);
        return {};
    };
    if (auto told = metadata(service.archive, request.principal, scope, take); !told) return fail(told.error());
    auto const parsed = parse_media_type(type);
    return parsed ? parsed->essence : std::string{};
}

Result<std::string> media_type_of(Service const& service, http::Request const& request, RetrieveScope const& scope,
                                  std::string_view name) {
    if (name != to_hex(encapsulated_document)) return std::string{};
    return document_type(service, request, scope);
}

Result<http::Response> video_response(Service const& service, http::Request const& request, FramesOf const& frames) {
    auto const blob = open_part10(service.archive, request.principal, frames.location);
    if (!blob) return fail(blob.error());
    auto const name = to_hex(frames.layout.pixels.tag);
    auto const* syntax = find_transfer_syntax(frames.location.transfer_syntax.str());
    Pieces pieces;
    for (auto const& fragment : frames.layout.pixels.fragments) pieces.push_back(to_piece({*blob, fragment}));
    return bulk_response(request,
                         {frames.location, bulk_path(service, frames.location, name), name,
                          lower_case(syntax->media_type), std::move(pieces)});
}

Result<http::Response> retrieve_bulkdata(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const location = locate_instance(service.archive, request.principal, *scope);
    if (!location) return fail(location.error());
    auto layout = layout_of(service.archive, request.principal, *location);
    if (!layout) return fail(layout.error());
    auto const& name = values.back();
    bool const pixels = name == to_hex(layout->pixels.tag) && available_frames(*layout) > 0;
    if (pixels && is_video({*location, *layout})) return video_response(service, request, {*location, *layout});
    if (pixels && layout->pixels.encoding == PixelEncoding::encapsulated) {
        std::vector<std::uint32_t> numbers(available_frames(*layout));
        std::iota(numbers.begin(), numbers.end(), std::uint32_t{1});
        return frames_response(service, request, {*location, *std::move(layout), std::move(numbers)});
    }
    auto range = bulk_bytes(service.archive, request.principal, *location, *layout, name);
    if (!range) return fail(range.error());
    auto type = media_type_of(service, request, *scope, name);
    if (!type) return fail(type.error());
    Pieces pieces;
    pieces.push_back(to_piece(*std::move(range)));
    return bulk_response(request,
                         {*location, bulk_path(service, *location, name), name, *std::move(type), std::move(pieces)});
}

}  // namespace

std::vector<http::Route> wado_bulkdata_routes(Service const& service) {
    auto const path =
        service.settings.base_path + "/studies/{study}/series/{series}/instances/{instance}/bulkdata/{path}";
    return {{http::Method::get, path, handler(service, retrieve_bulkdata)}};
}

}  // namespace cassette::dicomweb
