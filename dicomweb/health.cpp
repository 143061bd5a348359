#include "dicomweb/health.h"

#include "dicomweb/http/problem.h"
#include "dicomweb/http/timestamp.h"
#include "dicomweb/outcome.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace cassette::dicomweb {

namespace {

http::Response json_response(boost::json::object const& body) {
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", "application/json");
    response.fields.set("Cache-Control", "no-store");
    response.body = boost::json::serialize(body);
    return response;
}

http::Response answer(Health const& health) {
    boost::json::object results;
    std::string error;
    for (auto const& [name, check] : health.checks) {
        auto const done = check();
        results[name] = done ? "ok" : "failed";
        if (!done) error = name + ": " + done.error().detail;
    }
    auto const read_only = health.read_only ? health.read_only() : std::nullopt;
    bool const well = error.empty() && !read_only;
    boost::json::object body{{"status", well ? "ok" : "unavailable"}, {"version", health.version}};
    if (read_only) {
        body["reason"] = read_only->reason;
        body["since"] = http::rfc3339(read_only->since);
        if (error.empty()) {
            body["status"] = "read-only";
            error = "read-only: " + read_only->reason;
        }
    }
    body["checks"] = std::move(results);
    auto response = json_response(body);
    if (!well) response.status = http::http_status(ErrorCode::unavailable);
    response.error = std::move(error);
    return response;
}

}  // namespace

std::vector<http::Route> health_routes(Health health) {
    auto ready = [health = std::move(health)](http::Request const&, http::PathValues const&) { return answer(health); };
    auto live = [](http::Request const&, http::PathValues const&) { return json_response({{"status", "alive"}}); };
    return {{http::Method::get, "/health", std::move(ready)}, {http::Method::get, "/health/live", std::move(live)}};
}

}  // namespace cassette::dicomweb
