#include "dicomweb/wado_instances.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"
#include "dicomweb/single_part.h"

#include <utility>

namespace cassette::dicomweb {

namespace {

// Deviates from PS3.18 8.7.3.5.2: a client that names no transfer syntax gets the stored one, not Explicit VR Little Endian.
Offer single_offer(InstanceLocation const& location) {
    return {"application/dicom", {}, location.transfer_syntax.str()};
}

Offer multipart_offer(InstanceLocation const& location) {
    return {"multipart/related", "application/dicom", location.transfer_syntax.str()};
}

std::string quoted_digest(InstanceLocation const& location) { return "\"" + location.blob.hex() + "\""; }

// Opens the blob when its turn comes: a study may have more instances than a process may have open files.
Part to_part(Service const& service, Principal const& principal, InstanceLocation const& location) {
    auto open = [&archive = service.archive, principal, location]() -> Result<Pieces> {
        auto blob = open_part10(archive, principal, location);
        if (!blob) return fail(blob.error());
        return whole(*std::move(blob));
    };
    return {multipart_offer(location).payload_type(), resource_path(service, location), location.size, std::move(open)};
}

Result<http::Response> single_response(Service const& service, http::Request const& request,
                                       InstanceLocation const& location) {
    auto blob = open_part10(service.archive, request.principal, location);
    if (!blob) return fail(blob.error());
    auto response =
        single_part(request, {single_offer(location).payload_type(), quoted_digest(location), whole(*std::move(blob))});
    response.fields.set("Content-Location", resource_path(service, location));
    response.fields.set("Last-Modified", last_modified(location));
    return response;
}

Result<http::Response> multipart_of_one(Service const& service, http::Request const& request,
                                        InstanceLocation const& location) {
    // A missing blob shows while there is still a status to tell it with.
    if (auto blob = open_part10(service.archive, request.principal, location); !blob) return fail(blob.error());
    std::vector<Part> parts;
    parts.push_back(to_part(service, request.principal, location));
    auto response = multipart_response(std::move(parts));
    response.fields.set("ETag", "W/\"" + location.blob.hex() + "-m\"");
    response.fields.set("Last-Modified", last_modified(location));
    return response;
}

Result<http::Response> retrieve_instance(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const location = locate_instance(service.archive, request.principal, *scope);
    if (!location) return fail(location.error());
    std::vector const offers{single_offer(*location), multipart_offer(*location)};
    auto const chosen = negotiate(accepted_ranges(request), offers);
    if (!chosen) return fail(not_acceptable(offers));
    return *chosen == 0 ? single_response(service, request, *location) : multipart_of_one(service, request, *location);
}

// PS3.18 10.4.3.1: instances in other transfer syntaxes than those asked for are left out, and the status says so.
Result<http::Response> retrieve_many(Service const& service, http::Request const& request,
                                     http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const locations = locate(service.archive, request.principal, *scope);
    if (!locations) return fail(locations.error());
    auto const ranges = accepted_ranges(request);
    std::vector<Part> parts;
    for (auto const& location : *locations) {
        std::vector const offers{multipart_offer(location)};
        if (negotiate(ranges, offers)) parts.push_back(to_part(service, request.principal, location));
    }
    if (parts.empty()) return fail(not_acceptable(std::vector{multipart_offer(locations->front())}));
    bool const all = parts.size() == locations->size();
    auto response = multipart_response(std::move(parts));
    response.status = http_status(all ? Outcome::ok : Outcome::partial_content);
    return response;
}

}  // namespace

std::vector<http::Route> wado_instance_routes(Service const& service) {
    auto const get = [&](char const* path, ServiceHandler handle) {
        return http::Route{http::Method::get, service.settings.base_path + path, handler(service, handle)};
    };
    return {get("/studies/{study}", retrieve_many), get("/studies/{study}/series/{series}", retrieve_many),
            get("/studies/{study}/series/{series}/instances/{instance}", retrieve_instance)};
}

}  // namespace cassette::dicomweb
