#include "dicomweb/http/conditional.h"

#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("If-None-Match compares weakly, in lists, and \"*\" matches all (RFC 9110 13.1.2)") {
    for (std::string_view field :
         {"\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",W/\"a\"", "*", "\"x,y\", \"a\"", ",, \"a\""}) {
        CAPTURE(field);
        CHECK(names_etag(field, "\"a\""));
        CHECK(names_etag(field, "W/\"a\""));
    }
    for (std::string_view field : {"", "\"b\"", "a", "\"a", "w/\"a\"", "\"A\"", "\"b,\"a\"\""}) {
        CAPTURE(field);
        CHECK_FALSE(names_etag(field, "\"a\""));
    }
    CHECK_FALSE(names_etag("*", ""));
}

TEST_CASE("304 has no body and keeps what updates the client's copy (RFC 9110 15.4.5)") {
    Request request;
    request.fields.add("If-None-Match", "\"a\"");
    Response response;
    for (auto const* name : {"Content-Type", "Cache-Control", "Vary", "Access-Control-Allow-Origin", "X-Other"}) {
        response.fields.add(name, "v");
    }
    response.fields.add("ETag", "\"a\"");
    response.body = "bytes";
    apply_conditions(request, response);
    CHECK(response.status == 304);
    CHECK(std::get<std::string>(response.body).empty());
    CHECK(response.fields.get("ETag") == "\"a\"");
    CHECK(response.fields.has("Cache-Control"));
    CHECK(response.fields.has("Vary"));
    CHECK(response.fields.has("Access-Control-Allow-Origin"));
    CHECK_FALSE(response.fields.has("Content-Type"));
    CHECK_FALSE(response.fields.has("X-Other"));
}

TEST_CASE("conditions are for a 200 to GET or HEAD") {
    Request request;
    request.fields.add("If-None-Match", "*");
    Response response;
    response.fields.add("ETag", "\"a\"");
    SUBCASE("not for POST") { request.method = Method::post; }
    SUBCASE("not for an error") { response.status = 404; }
    SUBCASE("not without an ETag") { response.fields = {}; }
    auto const status = response.status;
    apply_conditions(request, response);
    CHECK(response.status == status);
}

}  // namespace cassette::http
