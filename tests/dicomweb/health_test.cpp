#include "dicomweb/health.h"

#include "dicomweb/metrics.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

http::Response get(std::vector<http::Route> const& routes) {
    REQUIRE(routes.size() >= 1);
    return std::get<http::Handler>(routes[0].handler)({}, {});
}

}  // namespace

TEST_CASE("a node whose checks succeed is well") {
    auto const routes =
        health_routes({"1.2.3", {{"index", [] { return Result<void>{}; }}, {"data", [] { return Result<void>{}; }}}});
    CHECK(routes[0].pattern == "/health");
    auto const response = get(routes);
    CHECK(response.status == 200);
    CHECK(response.fields.get("Content-Type") == "application/json");
    CHECK(std::get<std::string>(response.body) ==
          R"({"status":"ok","version":"1.2.3","checks":{"index":"ok","data":"ok"}})");
}

TEST_CASE("a node with a failing check is unavailable, and says which but not why") {
    auto const failing = [] { return Result<void>{fail(ErrorCode::out_of_resources, "disk full at node-7")}; };
    auto const response = get(health_routes({"1", {{"index", [] { return Result<void>{}; }}, {"data", failing}}}));
    CHECK(response.status == 503);
    CHECK(std::get<std::string>(response.body) ==
          R"({"status":"unavailable","version":"1","checks":{"index":"ok","data":"failed"}})");
    CHECK(response.error == "data: disk full at node-7");
}

TEST_CASE("a node that takes nothing says so, why and since when, and is alive all the same") {
    auto const well = [] { return Result<void>{}; };
    std::optional<ReadOnly> state = ReadOnly{"low_space", 1'000'000'000};
    auto const routes = health_routes({"1", {{"index", well}}, [&] { return state; }});
    auto const response = get(routes);
    CHECK(response.status == 503);
    CHECK(std::get<std::string>(response.body) ==
          R"({"status":"read-only","version":"1","reason":"low_space","since":"1970-01-01T00:00:01.000000Z",)"
          R"("checks":{"index":"ok"}})");
    CHECK(response.error == "read-only: low_space");
    REQUIRE(routes.size() == 2);
    CHECK(routes[1].pattern == "/health/live");
    CHECK(std::get<http::Handler>(routes[1].handler)({}, {}).status == 200);
    state.reset();
    CHECK(get(routes).status == 200);
}

TEST_CASE("metrics are Prometheus text, made when they are asked for") {
    int calls = 0;
    auto const routes = metrics_routes([&] { return "cassette_up " + std::to_string(++calls) + "\n"; });
    CHECK(routes[0].pattern == "/metrics");
    CHECK(std::get<std::string>(get(routes).body) == "cassette_up 1\n");
    auto const response = get(routes);
    CHECK(std::get<std::string>(response.body) == "cassette_up 2\n");
    CHECK(response.fields.get("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace cassette::dicomweb
