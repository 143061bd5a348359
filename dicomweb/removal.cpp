#include "dicomweb/removal.h"

#include "archive/lifecycle/removal.h"
#include "dicomweb/http/timestamp.h"
#include "dicomweb/outcome.h"
#include "dicomweb/paging.h"
#include "dicomweb/resource.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::uint64_t list_limit_default = 1000;
constexpr std::uint64_t list_limit_max = 10'000;
constexpr std::size_t reason_bytes_max = 256;

http::Response no_content() {
    http::Response response;
    response.status = http_status(Outcome::no_content);
    return response;
}

Result<http::Response> remove_scope(Service const& service, http::Request const& request,
                                    http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto reason = request.parameter("reason").value_or("");
    if (reason.size() > reason_bytes_max) return fail(ErrorCode::malformed, "a reason has at most 256 bytes");
    auto const removed = remove(service.archive, request.principal, *scope, std::move(reason));
    return removed ? Result<http::Response>{no_content()} : fail(removed.error());
}

Result<http::Response> restore_scope(Service const& service, http::Request const& request,
                                     http::PathValues const& values) {
    auto const scope = parse_scope(values);
    if (!scope) return fail(scope.error());
    auto const restored = restore(service.archive, request.principal, *scope);
    return restored ? Result<http::Response>{no_content()} : fail(restored.error());
}

boost::json::object described(RemovedInstance const& removed) {
    return {{"studyInstanceUID", removed.study.str()},
            {"seriesInstanceUID", removed.series.str()},
            {"sopInstanceUID", removed.version.instance.str()},
            {"sha256", removed.version.blob.hex()},
            {"size", removed.version.size},
            {"deletedAt", http::rfc3339(removed.removal.at)},
            {"deletedBy", removed.removal.by},
            {"reason", removed.removal.reason}};
}

Result<http::Response> list_deleted(Service const& service, http::Request const& request, http::PathValues const&) {
    auto const limit = number_parameter(request, "limit", list_limit_default);
    if (!limit) return fail(limit.error());
    auto const offset = number_parameter(request, "offset", 0);
    if (!offset) return fail(offset.error());
    constexpr auto whenever = std::numeric_limits<std::int64_t>::max();
    auto const removed =
        list_removed(service.archive, request.principal, {whenever, *offset, std::min(*limit, list_limit_max)});
    if (!removed) return fail(removed.error());
    boost::json::array instances;
    for (auto const& each : *removed) instances.push_back(described(each));
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", "application/json");
    response.fields.set("Cache-Control", "private, no-cache");
    response.body = boost::json::serialize(boost::json::object{{"deleted", std::move(instances)}});
    return response;
}

}  // namespace

std::vector<http::Route> removal_routes(Service const& service) {
    std::vector<http::Route> routes;
    for (auto const* const path : {"/studies/{study}", "/studies/{study}/series/{series}",
                                   "/studies/{study}/series/{series}/instances/{instance}"}) {
        auto const resource = service.settings.base_path + path;
        routes.push_back({http::Method::delete_, resource, handler(service, remove_scope)});
        routes.push_back({http::Method::post, resource + "/restore", handler(service, restore_scope)});
    }
    routes.push_back({http::Method::get, service.settings.base_path + "/deleted", handler(service, list_deleted)});
    return routes;
}

}  // namespace cassette::dicomweb
