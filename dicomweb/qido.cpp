#include "dicomweb/qido.h"

#include "archive/query/find.h"
#include "dicomweb/accept.h"
#include "dicomweb/dicom_xml.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"
#include "dicomweb/search_parameters.h"
#include "dicomweb/search_result.h"

#include <utility>

namespace cassette::dicomweb {

namespace {

std::vector<Offer> const& offers() {
    static std::vector<Offer> const all{{"application/dicom+json", {}, {}},
                                        {"application/json", {}, {}},
                                        {"multipart/related", "application/dicom+xml", {}}};
    return all;
}

struct Found {
    std::vector<std::string> matches;  // in the DICOM JSON Model
    std::vector<std::string> warnings;
};

http::Response json_response(std::string const& media_type, std::vector<std::string> const& matches) {
    std::string body = "[";
    for (auto const& match : matches) body.append(body.size() == 1 ? "" : ",\n").append(match);
    body += "]";
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", media_type);
    response.body = std::move(body);
    return response;
}

Result<http::Response> xml_response(std::vector<std::string> const& matches) {
    if (matches.empty()) {
        http::Response response;
        response.status = http_status(Outcome::no_content);
        return response;
    }
    std::vector<Part> parts;
    for (auto const& match : matches) {
        auto xml = native_dicom_model(match);
        if (!xml) return fail(xml.error());
        auto const length = xml->size();
        auto open = [text = *std::move(xml)]() -> Result<Pieces> { return Pieces{text}; };
        parts.push_back({"application/dicom+xml", {}, length, std::move(open)});
    }
    return multipart_response(std::move(parts));
}

// PS3.18 8.3.4.2, 8.3.4.4: "299 <service>: <text>".
std::string warning(std::string const& service_url, std::string const& text) {
    return "299 " + service_url + ": " + text;
}

Result<Found> run(Service const& service, http::Request const& request, Search const& search,
                  SearchResource const& resource) {
    auto const plan = plan_find(search.query);
    if (!plan) return fail(plan.error());
    auto const url = service_url(service, request);
    SearchResultWriter const writer{resource, search, url};
    Found found;
    bool more = false;
    auto const take = [&](Match const& match) -> Result<void> {
        more = found.matches.size() == search.limit;
        if (!more) found.matches.push_back(writer.json(match));
        return {};
    };
    if (auto done = find(service.archive, request.principal, *plan, take); !done) return fail(done.error());
    if (search.fuzzy_matching)
        found.warnings.push_back(
            warning(url, "The fuzzymatching parameter is not supported. Only literal matching has been performed."));
    for (auto const tag : plan->unmatched)
        found.warnings.push_back(
            warning(url, "Matching on " + to_hex(tag) + " is not supported here. It was ignored."));
    if (!more) return found;
    auto const all = count(service.archive, request.principal, *plan);
    if (!all) return fail(all.error());
    auto const given = search.query.offset + found.matches.size();
    auto const remaining = *all > given ? *all - given : 1;
    found.warnings.push_back(
        warning(url, "There are " + std::to_string(remaining) + " additional results that can be requested"));
    return found;
}

Result<http::Response> search(Service const& service, http::Request const& request, SearchResource const& resource) {
    auto const chosen = negotiate(accepted_ranges(request), offers());
    if (!chosen) return fail(not_acceptable(offers()));
    auto const parsed = parse_search(request, resource, service.settings);
    if (!parsed) return fail(parsed.error());
    auto const found = run(service, request, *parsed, resource);
    if (!found) return fail(found.error());
    auto const& offer = offers()[*chosen];
    auto response = offer.part_type.empty() ? Result<http::Response>{json_response(offer.essence, found->matches)}
                                            : xml_response(found->matches);
    if (!response) return response;
    response->fields.set("Cache-Control", "private, no-cache");
    response->fields.set("Vary", "Accept");
    for (auto const& text : found->warnings) response->fields.add("Warning", text);
    return response;
}

// One handler for the six resources: the level is fixed by the route, the scope by what its path names.
template <Level level>
Result<http::Response> search_level(Service const& service, http::Request const& request,
                                    http::PathValues const& values) {
    SearchResource resource{level, std::nullopt, std::nullopt};
    if (!values.empty()) {
        auto scope = parse_scope(values);
        if (!scope) return fail(scope.error());
        resource.study = scope->study;
        resource.series = scope->series;
    }
    return search(service, request, resource);
}

}  // namespace

std::vector<http::Route> qido_routes(Service const& service) {
    auto const get = [&](char const* path, ServiceHandler handle) {
        return http::Route{http::Method::get, service.settings.base_path + path, handler(service, handle)};
    };
    return {get("/studies", search_level<Level::study>),
            get("/series", search_level<Level::series>),
            get("/instances", search_level<Level::instance>),
            get("/studies/{study}/series", search_level<Level::series>),
            get("/studies/{study}/instances", search_level<Level::instance>),
            get("/studies/{study}/series/{series}/instances", search_level<Level::instance>)};
}

}  // namespace cassette::dicomweb
