#include "dicomweb/http/response_head.h"

#include <doctest/doctest.h>

namespace cassette::http {

namespace {

bool has_line(std::string const& head, std::string_view line) {
    return head.find("\r\n" + std::string{line} + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a response begins with the status line and what the server says itself") {
    Response response;
    response.status = 404;
    response.fields.add("ETag", "\"1\"");
    auto const head = response_head(response, "id16", {Version::http_1_1, true, Delimiter::content_length, 42});
    CHECK(head.starts_with("HTTP/1.1 404 Not Found\r\n"));
    CHECK(head.ends_with("\r\n\r\n"));
    CHECK(has_line(head, "Content-Length: 42"));
    CHECK(has_line(head, "X-Request-Id: id16"));
    CHECK(has_line(head, "Server: Cassette"));
    CHECK(has_line(head, "X-Content-Type-Options: nosniff"));
    CHECK(has_line(head, "ETag: \"1\""));
    CHECK(head.find("\r\nDate: ") != std::string::npos);
    CHECK(head.find("Connection") == std::string::npos);
}

TEST_CASE("the connection decides about framing, whatever the handler set (RFC 9112 6)") {
    Response response;
    response.fields.add("content-length", "7");
    response.fields.add("Transfer-Encoding", "gzip");
    response.fields.add("CONNECTION", "upgrade");
    auto const head = response_head(response, "i", {Version::http_1_1, true, Delimiter::chunked, 0});
    CHECK(has_line(head, "Transfer-Encoding: chunked"));
    CHECK(head.find("gzip") == std::string::npos);
    CHECK(head.find("upgrade") == std::string::npos);
    CHECK(head.find("ontent-length") == std::string::npos);
}

TEST_CASE("who stays and who leaves is told to HTTP/1.0 and HTTP/1.1 (RFC 9112 9.3)") {
    CHECK(has_line(response_head({}, "i", {Version::http_1_1, false, Delimiter::none, 0}), "Connection: close"));
    CHECK(has_line(response_head({}, "i", {Version::http_1_0, true, Delimiter::none, 0}), "Connection: keep-alive"));
    CHECK(has_line(response_head({}, "i", {Version::http_1_0, true, Delimiter::close, 0}), "Connection: close"));
}

TEST_CASE("a field that would break out of the header is not sent (RFC 9110 5.5)") {
    Response response;
    response.fields.add("X-A", "1\r\nSet-Cookie: a=b");
    response.fields.add("X-B\r\nSet-Cookie", "1");
    response.fields.add("X C", "1");
    response.fields.add("X-D", std::string("1\0", 2));
    response.fields.add("X-E", "good");
    auto const head = response_head(response, "i", {});
    CHECK(head.find("Set-Cookie") == std::string::npos);
    CHECK(head.find("X-D") == std::string::npos);
    CHECK(head.find("X C") == std::string::npos);
    CHECK(has_line(head, "X-E: good"));
}

}  // namespace cassette::http
