#include "dicomweb/wado_metadata.h"

#include "archive/part10/deflated_text.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/bulk_data_prefix.h"
#include "dicomweb/character_sets.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/metadata_body.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"

#include <memory>
#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

using Locations = std::vector<InstanceLocation>;

std::vector<Offer> const& offers() {
    static std::vector<Offer> const all{{"application/dicom+json", {}, {}},
                                        {"application/json", {}, {}},
                                        {"multipart/related", "application/dicom+xml", {}}};
    return all;
}

// The scope itself, or for a study its series one by one, in the order of the instances.
std::vector<RetrieveScope> scopes_of(RetrieveScope const& scope, Locations const& locations) {
    if (scope.series) return {scope};
    std::vector<RetrieveScope> scopes;
    for (auto const& location : locations)
        if (scopes.empty() || *scopes.back().series != location.series)
            scopes.push_back({location.study, location.series, std::nullopt});
    return scopes;
}

http::Response json_response(Service const& service, http::Request const& request, MetadataSelection selection,
                             http::ContentCoding coding) {
    http::Response response;
    response.status = http_status(Outcome::ok);
    if (coding != http::ContentCoding::identity)
        response.fields.set("Content-Encoding", std::string{http::name_of(coding)});
    response.body = metadata_body(service.archive, request.principal, std::move(selection), coding);
    return response;
}

struct XmlSource {
    Archive const& archive;
    Principal principal;
    std::optional<MetadataFields> fields;
    std::optional<BulkDataPrefix> bulk_data;

    Result<std::string> text(DeflatedText const& deflated) const {
        auto json = inflate_text(deflated);
        if (json && fields) json = fields->select(*json);
        if (!json) return json;
        return native_dicom_model(bulk_data ? bulk_data->applied_to(*std::move(json)) : *json);
    }

    Result<Pieces> open(RetrieveScope const& scope) const {
        Pieces pieces;
        auto const take = [&](InstanceLocation const&, DeflatedText const& deflated) -> Result<void> {
            auto xml = text(deflated);
            if (!xml) return fail(xml.error());
            pieces.emplace_back(*std::move(xml));
            return {};
        };
        if (auto done = metadata(archive, principal, scope, take); !done) return fail(done.error());
        return pieces;
    }
};

http::Response xml_response(Service const& service, std::shared_ptr<XmlSource const> source,
                            Locations const& locations) {
    std::vector<Part> parts;
    for (auto const& location : locations) {
        RetrieveScope const scope{location.study, location.series, location.instance};
        auto open = [source, scope] { return source->open(scope); };
        parts.push_back({"application/dicom+xml", resource_path(service, location), std::nullopt, std::move(open)});
    }
    return multipart_response(std::move(parts));
}

// What was asked of the metadata of which instances.
struct MetadataRequest {
    RetrieveScope scope;
    Offer offer;
    std::optional<MetadataFields> fields;
    http::ContentCoding coding;
};

Result<MetadataRequest> parse_request(http::Request const& request, http::PathValues const& values) {
    auto scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto fields = MetadataFields::parse(request);
    if (!fields) return fail(fields.error());
    if (auto checked = check_character_sets(request); !checked) return fail(checked.error());
    auto const chosen = negotiate(request, offers());
    if (!chosen) return fail(not_acceptable(offers()));
    auto const coding = http::choose_coding(request.fields.joined("Accept-Encoding"));
    if (!coding) return fail(ErrorCode::not_acceptable, "available content codings: gzip, zstd, identity");
    return MetadataRequest{*std::move(scope), offers()[*chosen], *std::move(fields), *coding};
}

Result<http::Response> retrieve_metadata(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto asked = parse_request(request, values);
    if (!asked) return fail(asked.error());
    auto const locations = locate(service.archive, request.principal, asked->scope);
    if (!locations) return fail(locations.error());
    bool const json = asked->offer.part_type.empty();
    auto bulk_data = BulkDataPrefix::seen_by(service, request);
    http::Response response;
    if (json) {
        response = json_response(service, request,
                                 {scopes_of(asked->scope, *locations), std::move(asked->fields), std::move(bulk_data)},
                                 asked->coding);
        response.fields.set("Content-Type", asked->offer.essence);
    } else {
        XmlSource source{service.archive, request.principal, std::move(asked->fields), std::move(bulk_data)};
        response = xml_response(service, std::make_shared<XmlSource const>(std::move(source)), *locations);
    }
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept, Accept-Encoding");
    response.fields.set("ETag", weak_etag(*locations, asked->offer.payload_type()));
    if (asked->scope.instance) response.fields.set("Last-Modified", last_modified(locations->front()));
    return response;
}

}  // namespace

std::vector<http::Route> wado_metadata_routes(Service const& service) {
    auto const get = [&](char const* path) {
        return http::Route{http::Method::get, service.settings.base_path + path, handler(service, retrieve_metadata)};
    };
    return {get("/studies/{study}/metadata"), get("/studies/{study}/series/{series}/metadata"),
            get("/studies/{study}/series/{series}/instances/{instance}/metadata")};
}

}  // namespace cassette::dicomweb
