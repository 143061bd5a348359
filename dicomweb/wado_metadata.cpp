#include "dicomweb/wado_metadata.h"

#include "archive/part10/deflated_text.h"
#include "archive/retrieve/retrieve.h"
#include "dicomweb/accept.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/metadata_body.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"

#include <array>
#include <bit>
#include <cstdio>
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

// Tells one set of stored versions from another: the digests are random already, so mixing them in order is enough. Weak,
// for the same metadata may leave in more than one coding.
std::string etag_of(Locations const& locations) {
    std::uint64_t high = locations.size();
    std::uint64_t low = 0;
    for (auto const& location : locations) {
        auto const& bytes = location.blob.bytes();
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            auto& lane = i % 2 == 0 ? high : low;
            lane = (std::rotl(lane, 9) ^ bytes[i]) * 0x9E3779B97F4A7C15U;
        }
        low ^= static_cast<std::uint64_t>(location.stored_at);
    }
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "W/\"%016llx%016llx\"", static_cast<unsigned long long>(high),
                  static_cast<unsigned long long>(low));
    return text.data();
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

http::Response json_response(Service const& service, http::Request const& request, std::vector<RetrieveScope> scopes) {
    bool const packed = http::accepts_gzip(request.fields.joined("Accept-Encoding"));
    http::Response response;
    response.status = http_status(Outcome::ok);
    if (packed) response.fields.set("Content-Encoding", "gzip");
    response.body = metadata_body(service.archive, request.principal, std::move(scopes),
                                  packed ? ContentCoding::gzip : ContentCoding::identity);
    return response;
}

Result<Pieces> xml_of(Archive const& archive, Principal const& principal, RetrieveScope const& scope) {
    Pieces pieces;
    auto const take = [&](InstanceLocation const&, DeflatedText const& text) -> Result<void> {
        auto const json = inflate_text(text);
        if (!json) return fail(json.error());
        auto xml = native_dicom_model(*json);
        if (!xml) return fail(xml.error());
        pieces.emplace_back(*std::move(xml));
        return {};
    };
    if (auto done = metadata(archive, principal, scope, take); !done) return fail(done.error());
    return pieces;
}

http::Response xml_response(Service const& service, http::Request const& request, Locations const& locations) {
    std::vector<Part> parts;
    for (auto const& location : locations) {
        RetrieveScope const scope{location.study, location.series, location.instance};
        auto open = [&archive = service.archive, principal = request.principal, scope] {
            return xml_of(archive, principal, scope);
        };
        parts.push_back({"application/dicom+xml", resource_path(service, location), std::nullopt, std::move(open)});
    }
    return multipart_response(std::move(parts));
}

Result<http::Response> retrieve_metadata(Service const& service, http::Request const& request,
                                         http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const chosen = negotiate(accepted_ranges(request), offers());
    if (!chosen) return fail(not_acceptable(offers()));
    auto const locations = locate(service.archive, request.principal, *scope);
    if (!locations) return fail(locations.error());
    auto const& offer = offers()[*chosen];
    bool const json = offer.part_type.empty();
    auto response = json ? json_response(service, request, scopes_of(*scope, *locations))
                         : xml_response(service, request, *locations);
    if (json) response.fields.set("Content-Type", offer.essence);
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept, Accept-Encoding");
    response.fields.set("ETag", etag_of(*locations));
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
