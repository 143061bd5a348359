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

TEST_CASE("If-Modified-Since counts where there is no If-None-Match (RFC 9110 13.1.3, 13.2.2)") {
    struct Row {
        char const* since;
        char const* none_match;
        unsigned status;
    };
    for (auto const& row :
         {Row{"Sun, 06 Nov 1994 08:49:37 GMT", "", 304}, Row{"Sun, 06 Nov 1994 08:49:36 GMT", "", 200},
          Row{"Mon, 07 Nov 1994 08:49:37 GMT", "", 304}, Row{"yesterday", "", 200},
          Row{"Mon, 07 Nov 1994 08:49:37 GMT", "\"other\"", 200}, Row{"Sat, 05 Nov 1994 08:49:37 GMT", "\"a\"", 304}}) {
        CAPTURE(row.since);
        CAPTURE(row.none_match);
        Request request;
        request.fields.add("If-Modified-Since", row.since);
        if (*row.none_match != 0) request.fields.add("If-None-Match", row.none_match);
        Response response;
        response.fields.add("ETag", "\"a\"");
        response.fields.add("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
        apply_conditions(request, response);
        CHECK(response.status == row.status);
    }
}

TEST_CASE("If-Match and If-Unmodified-Since want this state or 412 (RFC 9110 13.1.1, 13.1.4)") {
    struct Row {
        char const* name;
        char const* value;
        unsigned status;
    };
    for (auto const& row :
         {Row{"If-Match", "\"a\"", 200}, Row{"If-Match", "*", 200}, Row{"If-Match", "\"b\", \"a\"", 200},
          Row{"If-Match", "\"b\"", 412}, Row{"If-Match", "W/\"a\"", 412},
          Row{"If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT", 200},
          Row{"If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:36 GMT", 412}}) {
        CAPTURE(row.value);
        Request request;
        request.fields.add(row.name, row.value);
        Response response;
        response.fields.add("ETag", "\"a\"");
        response.fields.add("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
        apply_conditions(request, response);
        CHECK(response.status == row.status);
    }
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
