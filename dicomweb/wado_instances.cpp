#include "dicomweb/wado_instances.h"

#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/instance_representation.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"
#include "dicomweb/retrieved_instance.h"
#include "dicomweb/single_part.h"
#include "dicomweb/wado_pixeldata.h"
#include "dicomweb/zip_archive.h"

#include <algorithm>
#include <utility>

namespace cassette::dicomweb {

namespace {

using enum InstancePackaging;

// PS3.18 10.4.4: instances as bulk data is what clients of old ask for.
Offer bulk_offer() { return {"multipart/related", "application/octet-stream", {}}; }

struct Asked {
    RetrieveScope scope;
    std::vector<AcceptedRange> ranges;
    Offer offer;
};

Result<Asked> parse_request(http::Request const& request, http::PathValues const& values,
                            std::vector<InstancePackaging> const& packagings) {
    auto scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    std::vector<Offer> offers;
    for (auto const packaging : packagings) offers.push_back(instance_offer(packaging));
    offers.push_back(bulk_offer());
    auto ranges = deciding_ranges(request, offers);
    auto const chosen = negotiate(ranges, offers);
    if (!chosen) return fail(not_acceptable(offers));
    return Asked{*std::move(scope), std::move(ranges), offers[*chosen]};
}

Part to_part(Service const& service, Principal const& principal, RetrievedInstance const& instance) {
    return {instance.content_type(), resource_path(service, instance.location), instance.length(),
            opener_of(service.archive, principal, instance)};
}

// A missing blob, or a stream that cannot be decoded, shows while there is still a status to tell it with.
Result<void> probe(Archive const& archive, Principal const& principal, RetrievedInstance const& instance) {
    if (!instance.as_stored()) return {};
    auto const blob = open_part10(archive, principal, instance.location);
    return blob ? Result<void>{} : fail(blob.error());
}

Result<http::Response> transcoded_response(Service const& service, http::Request const& request,
                                           RetrievedInstance const& instance) {
    auto made = open_transcoded(service.archive, request.principal, instance);
    if (!made) return fail(made.error());
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", instance.content_type());
    response.fields.set("Accept-Ranges", "none");
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept");
    response.fields.set("ETag", weak_etag({&instance.location, 1}, instance.content_type()));
    response.body = std::move(made->body);
    return response;
}

Result<http::Response> stored_response(Service const& service, http::Request const& request,
                                       RetrievedInstance const& instance) {
    auto blob = open_part10(service.archive, request.principal, instance.location);
    if (!blob) return fail(blob.error());
    auto const& location = instance.location;
    return single_part(
        request, {instance.content_type(), strong_etag(location), whole(*std::move(blob)), last_modified(location)});
}

Result<http::Response> multipart_of_one(Service const& service, http::Request const& request,
                                        RetrievedInstance const& instance) {
    if (auto probed = probe(service.archive, request.principal, instance); !probed) return fail(probed.error());
    std::vector<Part> parts;
    if (instance.as_stored()) {
        parts.push_back(to_part(service, request.principal, instance));
    } else {
        auto made = open_transcoded(service.archive, request.principal, instance);
        if (!made) return fail(made.error());
        // Opened here, where a failure has a status; handed over when its turn comes.
        auto opened = std::make_shared<StreamedPart>(*std::move(made));
        auto open = [opened]() -> Result<StreamedPart> { return std::move(*opened); };
        parts.push_back({instance.content_type(), resource_path(service, instance.location), std::nullopt,
                         StreamOpener{std::move(open)}});
    }
    auto response = multipart_response(std::move(parts));
    response.fields.set("ETag", weak_etag({&instance.location, 1}, "multipart " + instance.content_type()));
    response.fields.set("Last-Modified", last_modified(instance.location));
    return response;
}

Result<http::Response> retrieve_instance(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto asked = parse_request(request, values, {alone, multipart});
    if (!asked) return fail(asked.error());
    if (asked->offer.part_type == bulk_offer().part_type) return bulk_of_scope(service, request, asked->scope);
    auto const location = locate_instance(service.archive, request.principal, asked->scope);
    if (!location) return fail(location.error());
    auto const packaging = asked->offer.part_type.empty() ? alone : multipart;
    InstanceNegotiation negotiation{{service.archive, request.principal}, std::move(asked->ranges), packaging};
    auto const syntax = negotiation.choose(*location);
    if (!syntax) return fail(syntax.error());
    auto const respond = packaging == alone ? single_response : multipart_of_one;
    RetrievedInstance const instance{*location, *syntax};
    auto response = respond(service, request, instance);
    bool const undecodable = !response && response.error().code == ErrorCode::not_acceptable;
    if (!undecodable || instance.as_stored() || !negotiation.takes_stored(*location)) return response;
    return respond(service, request, {*location, location->transfer_syntax});
}

struct Selection {
    std::vector<RetrievedInstance> instances;
    std::size_t refused = 0;  // not to be had in what the client takes
    Error refusal{ErrorCode::not_acceptable, {}};
};

Result<Selection> select(Service const& service, http::Request const& request, Asked const& asked) {
    auto const locations = locate(service.archive, request.principal, asked.scope);
    if (!locations) return fail(locations.error());
    auto const packaging = asked.offer.part_type.empty() ? zip : multipart;
    InstanceNegotiation negotiation{{service.archive, request.principal}, asked.ranges, packaging};
    Selection selection;
    for (auto const& location : *locations) {
        auto syntax = negotiation.choose(location);
        if (!syntax && syntax.error().code != ErrorCode::not_acceptable) return fail(syntax.error());
        if (syntax) {
            selection.instances.push_back({location, *std::move(syntax)});
            continue;
        }
        if (selection.refused++ == 0) selection.refusal = syntax.error();
    }
    return selection;
}

http::Response multipart_of_many(Service const& service, http::Request const& request,
                                 std::vector<RetrievedInstance> const& instances) {
    std::vector<Part> parts;
    for (auto const& instance : instances) parts.push_back(to_part(service, request.principal, instance));
    return multipart_response(std::move(parts));
}

std::string form_of(Asked const& asked, std::vector<RetrievedInstance> const& instances) {
    auto form = asked.offer.essence;
    for (auto const& instance : instances)
        if (!instance.as_stored()) form += instance.transfer_syntax.str() + ";";
    return form;
}

// PS3.18 10.4.3: instances that cannot be had in what the client takes are left out, and the status says so.
Result<http::Response> retrieve_many(Service const& service, http::Request const& request,
                                     http::PathValues const& values) {
    auto asked = parse_request(request, values, {multipart, zip});
    if (!asked) return fail(asked.error());
    if (asked->offer.part_type == bulk_offer().part_type) return bulk_of_scope(service, request, asked->scope);
    auto selection = select(service, request, *asked);
    if (!selection) return fail(selection.error());
    auto const& instances = selection->instances;
    if (instances.empty()) return fail(selection->refusal);
    if (auto probed = probe(service.archive, request.principal, instances.front()); !probed)
        return fail(probed.error());
    Result<http::Response> response = asked->offer.part_type.empty()
        ? zip_response(service, request, asked->scope, instances)
        : Result<http::Response>{multipart_of_many(service, request, instances)};
    if (!response) return response;
    std::vector<InstanceLocation> locations;
    for (auto const& instance : instances) locations.push_back(instance.location);
    response->fields.set("ETag", weak_etag(locations, form_of(*asked, instances)));
    if (selection->refused > 0) tell_missing(*response, service_url(service, request), selection->refused);
    return response;
}

}  // namespace

Result<http::Response> single_response(Service const& service, http::Request const& request,
                                       RetrievedInstance const& instance) {
    auto response = instance.as_stored() ? stored_response(service, request, instance)
                                         : transcoded_response(service, request, instance);
    if (!response) return response;
    response->fields.set("Content-Location", resource_path(service, instance.location));
    response->fields.set("Last-Modified", last_modified(instance.location));
    return response;
}

void tell_missing(http::Response& response, std::string const& service_url, std::size_t missing) {
    response.status = http_status(Outcome::partial_content);
    response.fields.add("Warning",
                        "299 " + service_url + ": " + std::to_string(missing) +
                            " of the instances cannot be had in an acceptable transfer syntax and are left out");
}

std::vector<http::Route> wado_instance_routes(Service const& service) {
    auto const get = [&](char const* path, ServiceHandler handle) {
        return http::Route{http::Method::get, service.settings.base_path + path, handler(service, handle)};
    };
    return {get("/studies/{study}", retrieve_many), get("/studies/{study}/series/{series}", retrieve_many),
            get("/studies/{study}/series/{series}/instances/{instance}", retrieve_instance)};
}

}  // namespace cassette::dicomweb
