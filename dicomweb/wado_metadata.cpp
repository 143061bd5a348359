#include "dicomweb/wado_metadata.h"

#include "archive/part10/deflated_text.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/bulk_data_prefix.h"
#include "dicomweb/character_sets.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/entity_tag.h"
#include "dicomweb/gathered_body.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/metadata_body.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"
#include "dicomweb/repeated_answers.h"
#include "dicomweb/resource.h"

#include <memory>
#include <optional>
#include <utility>

namespace cassette::dicomweb {

namespace {

using Locations = std::vector<InstanceLocation>;

// Of a single instance there is nothing to gain, and of more nobody tries whether they fit into the limit of the text.
constexpr std::size_t whole_instances_min = 2;
constexpr std::size_t whole_instances_max = 2000;
constexpr std::uint64_t text_bytes_max = 4 * 1024 * 1024;  // of one answer that may be kept
constexpr std::size_t answers_max = 32;                    // that are kept, of at most so many bytes each

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

http::Response json_response(http::ContentCoding coding, std::unique_ptr<http::BodySource> body) {
    http::Response response;
    response.status = http_status(Outcome::ok);
    if (coding != http::ContentCoding::identity)
        response.fields.set("Content-Encoding", std::string{http::name_of(coding)});
    response.body = std::move(body);
    return response;
}

// Goes out as it is read, in constant memory.
Result<http::Response> streamed_json(Service const& service, http::Request const& request, MetadataSelection selection,
                                     http::ContentCoding coding) {
    return json_response(coding, metadata_body(service.archive, request.principal, std::move(selection), coding));
}

// What is not too long is made at once: compressed as a whole it is a tenth of what its instances are one by one, and it can
// be kept.
Result<http::Response> whole_json(Service const& service, http::Request const& request, MetadataSelection selection,
                                  http::ContentCoding coding) {
    auto const body = metadata_body(service.archive, request.principal, selection, http::ContentCoding::identity);
    auto text = gathered(*body, text_bytes_max);
    if (!text) return fail(text.error());
    if (!*text) return streamed_json(service, request, std::move(selection), coding);
    auto packed = http::compressed(coding, **text);
    if (!packed && coding != http::ContentCoding::identity)
        return fail(ErrorCode::out_of_resources, "no memory to compress with");
    auto response = json_response(coding, body_of_text(packed ? *std::move(packed) : **std::move(text)));
    response.repeatable = true;
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
        bool const at_once = locations->size() >= whole_instances_min && locations->size() <= whole_instances_max;
        auto const respond = at_once ? whole_json : streamed_json;
        auto made = respond(service, request,
                            {scopes_of(asked->scope, *locations), std::move(asked->fields), std::move(bulk_data)},
                            asked->coding);
        if (!made) return made;
        response = *std::move(made);
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
    auto const answers = std::make_shared<RepeatedAnswers>(answers_max);
    auto const get = [&](char const* path) {
        return repeating_route(service, service.settings.base_path + path, retrieve_metadata, answers);
    };
    return {get("/studies/{study}/metadata"), get("/studies/{study}/series/{series}/metadata"),
            get("/studies/{study}/series/{series}/instances/{instance}/metadata")};
}

}  // namespace cassette::dicomweb
