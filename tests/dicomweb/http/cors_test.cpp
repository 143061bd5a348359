#include "dicomweb/http/cors.h"

#include <doctest/doctest.h>

namespace cassette::http {

namespace {

Request from(char const* origin, Method method = Method::get) {
    Request request;
    request.method = method;
    if (*origin != '\0') request.fields.add("Origin", origin);
    return request;
}

Response applied(CrossOriginPolicy const& policy, Request const& request, unsigned status = 200) {
    Response response;
    response.status = status;
    response.fields.set("Allow", "OPTIONS, GET, HEAD");
    apply_cross_origin(policy, request, response);
    return response;
}

CrossOriginPolicy const policy{{"https://viewer.example.org", "http://localhost:3000"}};

}  // namespace

TEST_CASE("an allowed page may read any response, errors too (Fetch, CORS protocol)") {
    for (unsigned const status : {200U, 206U, 304U, 401U, 404U, 500U}) {
        CAPTURE(status);
        auto const response = applied(policy, from("https://viewer.example.org"), status);
        CHECK(response.fields.get("Access-Control-Allow-Origin") == "https://viewer.example.org");
        CHECK(response.fields.get("Access-Control-Expose-Headers").find("Content-Range") != std::string_view::npos);
        CHECK(response.fields.get("Vary") == "Origin");
        CHECK(response.fields.get("Cross-Origin-Resource-Policy") == "cross-origin");
    }
}

TEST_CASE("other pages may not, whatever their origin looks like") {
    for (auto const* origin : {"", "null", "https://viewer.example.org.evil.org", "https://viewer.example.org:8443",
                               "http://viewer.example.org", "*", "https://"}) {
        CAPTURE(origin);
        auto const response = applied(policy, from(origin));
        CHECK_FALSE(response.fields.has("Access-Control-Allow-Origin"));
        CHECK(response.fields.get("Vary") == "Origin");
    }
}

TEST_CASE("a star allows every origin, by name") {
    CHECK(applied({{"*"}}, from("https://a.example")).fields.get("Access-Control-Allow-Origin") == "https://a.example");
    CHECK_FALSE(applied({{"*"}}, from("null")).fields.has("Access-Control-Allow-Origin"));
}

TEST_CASE("without a list nothing is said") {
    auto const response = applied({}, from("https://viewer.example.org"));
    CHECK_FALSE(response.fields.has("Vary"));
    CHECK_FALSE(response.fields.has("Access-Control-Allow-Origin"));
}

TEST_CASE("a preflight is told methods and fields (Fetch, CORS-preflight)") {
    auto request = from("http://localhost:3000", Method::options);
    request.fields.add("Access-Control-Request-Method", "GET");
    request.fields.add("Access-Control-Request-Headers", "authorization, accept, range");
    auto const response = applied(policy, request, 204);
    CHECK(response.fields.get("Access-Control-Allow-Methods") == "OPTIONS, GET, HEAD");
    CHECK(response.fields.get("Access-Control-Allow-Headers") == "authorization, accept, range");
    CHECK(response.fields.has("Access-Control-Max-Age"));
}

TEST_CASE("a preflight does not get back what is no list of field names") {
    auto request = from("http://localhost:3000", Method::options);
    request.fields.add("Access-Control-Request-Method", "GET");
    request.fields.add("Access-Control-Request-Headers", "x: <script>");
    CHECK_FALSE(applied(policy, request, 204).fields.has("Access-Control-Allow-Headers"));
}

TEST_CASE("Vary keeps what it says") {
    Response response;
    response.fields.set("Vary", "Accept");
    apply_cross_origin(policy, from("https://viewer.example.org"), response);
    CHECK(response.fields.get("Vary") == "Accept, Origin");
}

}  // namespace cassette::http
