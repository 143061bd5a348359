#include "dicomweb/http/router.h"

#include "dicomweb/http/request_target.h"

#include <doctest/doctest.h>

namespace cassette::http {

namespace {

Route route(Method method, std::string pattern) {
    return {method, std::move(pattern), Handler{[](Request const&, PathValues const&) { return Response{}; }}};
}

Router archive() {
    Router router;
    router.add({route(Method::get, "/studies/{study}/metadata"), route(Method::get, "/studies/{study}"),
                route(Method::post, "/studies/{study}"), route(Method::get, "/studies/latest")});
    router.add({route(Method::get, "/"), route(Method::get, "/{a}/x/{b}"), route(Method::get, "/{a}/{b}/y")});
    return router;
}

Routed ask(Router const& router, Method method, std::string_view target) {
    Request request;
    request.method = method;
    auto parts = parse_request_target(target);
    CHECK(parts);
    request.segments = std::move(parts->segments);
    return router.route(request);
}

}  // namespace

TEST_CASE("placeholders take one segment each, in order") {
    auto const router = archive();
    auto const routed = ask(router, Method::get, "/studies/1.2.3/metadata?x=/");
    REQUIRE(routed.route);
    CHECK(routed.route->pattern == "/studies/{study}/metadata");
    CHECK(routed.values == PathValues{"1.2.3"});
    CHECK_FALSE(ask(router, Method::get, "/studies//metadata").route);
    CHECK_FALSE(ask(router, Method::get, "/studies/1/metadata/2").route);
    CHECK(ask(router, Method::get, "/studies/1/metadata/").route);
    CHECK(ask(router, Method::get, "/").route->pattern == "/");
}

TEST_CASE("a literal wins over a placeholder, the leftmost difference deciding") {
    auto const router = archive();
    CHECK(ask(router, Method::get, "/studies/latest").route->pattern == "/studies/latest");
    CHECK(ask(router, Method::get, "/1/x/y").route->pattern == "/{a}/x/{b}");
    CHECK(ask(router, Method::get, "/1/2/y").values == PathValues{"1", "2"});
}

TEST_CASE("a path with other methods tells which (RFC 9110 10.2.1)") {
    auto const router = archive();
    auto const routed = ask(router, Method::delete_, "/studies/1");
    CHECK_FALSE(routed.route);
    CHECK(routed.allowed == std::vector{Method::get, Method::post, Method::head});
    CHECK(ask(router, Method::get, "/nothing").allowed.empty());
}

TEST_CASE("HEAD falls back on GET, unless it has a route of its own") {
    auto router = archive();
    CHECK(ask(router, Method::head, "/studies/1").route->method == Method::get);
    router.add({route(Method::head, "/studies/{study}")});
    CHECK(ask(router, Method::head, "/studies/1").route->method == Method::head);
}

TEST_CASE("a tail takes one segment or more, and loses to what is nearer") {
    Router router;
    router.add({route(Method::get, "/viewer/{path...}"), route(Method::get, "/viewer"),
                route(Method::get, "/viewer/{name}/edit"), route(Method::get, "/viewer/a/{path...}")});
    CHECK(ask(router, Method::get, "/viewer").route->pattern == "/viewer");
    CHECK(ask(router, Method::get, "/viewer/").route->pattern == "/viewer");
    CHECK(ask(router, Method::get, "/viewer/x").values == PathValues{"x"});
    CHECK(ask(router, Method::get, "/viewer/x/y/z.js").values == PathValues{"x/y/z.js"});
    CHECK(ask(router, Method::get, "/viewer/x/edit").route->pattern == "/viewer/{name}/edit");
    CHECK(ask(router, Method::get, "/viewer/a/b/c").values == PathValues{"b/c"});
    CHECK(ask(router, Method::get, "/viewer/a").route->pattern == "/viewer/{path...}");
    CHECK_FALSE(ask(router, Method::get, "/viewer/x//y").route);
    CHECK_FALSE(ask(router, Method::get, "/other/x").route);
}

}  // namespace cassette::http
