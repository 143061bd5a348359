#include "dicomweb/health.h"

#include "dicomweb/http/problem.h"
#include "dicomweb/outcome.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace cassette::dicomweb {

namespace {

http::Response health(std::string const& version, std::vector<HealthCheck> const& checks) {
    boost::json::object results;
    http::Response response;
    response.status = http_status(Outcome::ok);
    for (auto const& [name, check] : checks) {
        auto const done = check();
        results[name] = done ? "ok" : "failed";
        if (done) continue;
        response.status = http::http_status(ErrorCode::unavailable);
        response.error = name + ": " + done.error().detail;
    }
    bool const well = response.error.empty();
    boost::json::object body{{"status", well ? "ok" : "unavailable"}, {"version", version}};
    body["checks"] = std::move(results);
    response.fields.set("Content-Type", "application/json");
    response.fields.set("Cache-Control", "no-store");
    response.body = boost::json::serialize(body);
    return response;
}

}  // namespace

std::vector<http::Route> health_routes(std::string version, std::vector<HealthCheck> checks) {
    auto handle = [version = std::move(version), checks = std::move(checks)](
                      http::Request const&, http::PathValues const&) { return health(version, checks); };
    return {{http::Method::get, "/health", std::move(handle)}};
}

}  // namespace cassette::dicomweb
