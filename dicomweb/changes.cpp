#include "dicomweb/changes.h"

#include "archive/lifecycle/changes.h"
#include "dicomweb/http/timestamp.h"
#include "dicomweb/outcome.h"
#include "dicomweb/paging.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::uint64_t limit_default = 1000;
constexpr std::uint64_t limit_max = 10'000;

std::string_view name_of(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::stored: return "stored";
        case ChangeKind::superseded: return "superseded";
        case ChangeKind::removed: return "deleted";
        case ChangeKind::restored: return "restored";
        case ChangeKind::purged: return "purged";
        case ChangeKind::transcoded: return "transcoded";
    }
    return {};
}

boost::json::object described(Change const& change) {
    return {{"sequence", change.sequence},
            {"type", name_of(change.kind)},
            {"at", http::rfc3339(change.at)},
            {"studyInstanceUID", change.study.str()},
            {"seriesInstanceUID", change.series.str()},
            {"sopInstanceUID", change.instance.str()}};
}

Result<http::Response> list_changes(Service const& service, http::Request const& request, http::PathValues const&) {
    auto const since = number_parameter(request, "since", 0);
    if (!since) return fail(since.error());
    auto const asked = number_parameter(request, "limit", limit_default);
    if (!asked) return fail(asked.error());
    auto const limit = std::min(*asked, limit_max);
    // One more than is told says whether there is more.
    auto changes = changes_since(service.archive, request.principal, {static_cast<std::int64_t>(*since), limit + 1});
    if (!changes) return fail(changes.error());
    bool const more = changes->size() > limit;
    if (more) changes->pop_back();
    auto const last = changes->empty() ? static_cast<std::int64_t>(*since) : changes->back().sequence;
    boost::json::array entries;
    for (auto const& change : *changes) entries.push_back(described(change));
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", "application/json");
    response.fields.set("Cache-Control", "private, no-cache");
    response.body =
        boost::json::serialize(boost::json::object{{"changes", std::move(entries)}, {"last", last}, {"more", more}});
    return response;
}

}  // namespace

std::vector<http::Route> changes_routes(Service const& service) {
    return {{http::Method::get, service.settings.base_path + "/changes", handler(service, list_changes)}};
}

}  // namespace cassette::dicomweb
