#include "dicomweb/http/problem.h"

#include "dicomweb/http/reason_phrase.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("an error is a problem document with the request's id (RFC 9457)") {
    Request request;
    request.id = "0123456789abcdef";
    auto const response = problem(request, {ErrorCode::not_found, "no such \"study\""});
    CHECK(response.status == 404);
    CHECK(response.fields.get("Content-Type") == "application/problem+json");
    CHECK(response.error == "no such \"study\"");
    auto const members = boost::json::parse(std::get<std::string>(response.body)).as_object();
    CHECK(members.at("title") == "Not Found");
    CHECK(members.at("status") == 404);
    CHECK(members.at("detail") == "no such \"study\"");
    CHECK(members.at("request_id") == "0123456789abcdef");
}

TEST_CASE("every error has a status (PS3.18 8.5)") {
    using enum ErrorCode;
    CHECK(http_status(malformed) == 400);
    CHECK(http_status(nonconformant) == 400);
    CHECK(http_status(unsupported_sop_class) == 409);
    CHECK(http_status(unsupported_transfer_syntax) == 406);
    CHECK(http_status(unsupported_media_type) == 415);
    CHECK(http_status(not_acceptable) == 406);
    CHECK(http_status(too_large) == 413);
    CHECK(http_status(out_of_resources) == 507);
    CHECK(http_status(unavailable) == 503);
    CHECK(http_status(not_authorized) == 403);
    CHECK(http_status(not_found) == 404);
    CHECK(http_status(conflict) == 409);
    CHECK(http_status(cancelled) == 503);
    CHECK(http_status(internal) == 500);
}

TEST_CASE("what is busy now says when to come again (RFC 9110 10.2.3)") {
    CHECK(problem({}, {ErrorCode::unavailable, {}}).fields.get("Retry-After") == "1");
    CHECK_FALSE(problem({}, {ErrorCode::internal, {}}).fields.has("Retry-After"));
}

TEST_CASE("statuses have the phrases of RFC 9110 15, and unknown ones have some") {
    CHECK(reason_phrase(200) == "OK");
    CHECK(reason_phrase(505) == "HTTP Version Not Supported");
    CHECK(reason_phrase(299) == "Status");
    CHECK(reason_phrase(599) == "Status");
}

}  // namespace cassette::http
