#include "dicomweb/qido.h"

#include "archive/query/find.h"
#include "dicomweb/accept.h"
#include "dicomweb/character_sets.h"
#include "dicomweb/outcome.h"
#include "dicomweb/resource.h"
#include "dicomweb/search_answer.h"
#include "dicomweb/search_parameters.h"
#include "dicomweb/search_result.h"

#include <array>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr char const* total_count = "X-Total-Count";

struct Representation {
    Offer offer;
    SearchFormat format;
};

std::array<Representation, 4> const& representations() {
    static std::array<Representation, 4> const all{
        {{{"application/dicom+json", {}, {}}, SearchFormat::json},
         {{"application/json", {}, {}}, SearchFormat::json},
         {{"multipart/related", "application/dicom+xml", {}}, SearchFormat::xml},
         {{"text/csv", {}, {}}, SearchFormat::csv}}};
    return all;
}

std::vector<Offer> const& offers() {
    static std::vector<Offer> const all = [] {
        std::vector<Offer> made;
        for (auto const& representation : representations()) made.push_back(representation.offer);
        return made;
    }();
    return all;
}

// PS3.18 8.3.4.2 and 8.3.4.4: "299 <service>: <text>".
void warn(http::Response& response, std::string const& service_url, std::string const& text) {
    response.fields.add("Warning", "299 " + service_url + ": " + text);
}

// What the search has to say besides its matches.
struct Remarks {
    std::vector<Tag> unmatched;
    std::vector<Tag> incomplete;
    std::optional<std::uint64_t> total;
    std::uint64_t remaining = 0;  // beyond what the server gives at once
};

// How many matches there are is counted only where the answer depends on it.
Result<Remarks> search_into(SearchAnswer& answer, Service const& service, http::Request const& request,
                            Search const& search) {
    auto const plan = plan_find(search.query, *service.archive.index.search_values().declared());
    if (!plan) return fail(plan.error());
    bool more = false;
    auto const take = [&](Match const& match) -> Result<void> {
        more = answer.matches() == search.limit;
        return more ? Result<void>{} : answer.add(match);
    };
    if (auto done = find(service.archive, request.principal, *plan, take); !done) return fail(done.error());
    Remarks remarks{plan->unmatched, plan->incomplete, std::nullopt, 0};
    if (!more && !search.total_wanted) return remarks;
    auto const all = count(service.archive, request.principal, *plan);
    if (!all) return fail(all.error());
    auto const given = search.query.offset + answer.matches();
    if (more) remarks.remaining = *all > given ? *all - given : 1;
    if (search.total_wanted) remarks.total = *all;
    return remarks;
}

void add_remarks(http::Response& response, std::string const& url, Search const& search, Remarks const& remarks) {
    for (auto const& name : search.unsupported)
        warn(response, url,
             "The query parameter " + (name.empty() ? "" : name + " ") + "is not supported. It was ignored.");
    for (auto const tag : remarks.unmatched)
        warn(response, url, "Matching on " + to_hex(tag) + " is not supported here. It was ignored.");
    for (auto const tag : remarks.incomplete)
        warn(response, url, "The index is still being filled for " + to_hex(tag) + ". There may be more matches.");
    if (remarks.remaining > 0)
        warn(response, url,
             "There are " + std::to_string(remarks.remaining) + " additional results that can be requested");
    if (remarks.total) response.fields.set(total_count, std::to_string(*remarks.total));
}

Result<http::Response> search(Service const& service, http::Request const& request, SearchResource const& resource) {
    auto const chosen = negotiate(accepted_ranges(request), offers());
    if (!chosen) return fail(not_acceptable(offers()));
    if (auto checked = check_character_sets(request); !checked) return fail(checked.error());
    auto const declared = service.archive.index.search_values().declared();
    auto parsed = parse_search(request, resource, service.settings, *declared);
    if (!parsed) return fail(parsed.error());
    auto const url = service_url(service, request);
    auto const& [offer, format] = representations()[*chosen];
    SearchResultWriter const writer{resource, *parsed, url};
    parsed->query.wanted = writer.attributes_needed();
    SearchAnswer answer{format, writer};
    auto const remarks = search_into(answer, service, request, *parsed);
    if (!remarks) return fail(remarks.error());
    auto response = answer.take_response(request, offer.essence);
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept, Accept-Encoding");
    add_remarks(response, url, *parsed, *remarks);
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
        auto route = http::Route{http::Method::get, service.settings.base_path + path, handler(service, handle)};
        route.labour = http::Labour::computes;
        return route;
    };
    return {get("/studies", search_level<Level::study>),
            get("/series", search_level<Level::series>),
            get("/instances", search_level<Level::instance>),
            get("/studies/{study}/series", search_level<Level::series>),
            get("/studies/{study}/instances", search_level<Level::instance>),
            get("/studies/{study}/series/{series}/instances", search_level<Level::instance>)};
}

}  // namespace cassette::dicomweb
