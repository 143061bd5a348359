#include "dicomweb/http/request_reader.h"

#include "tests/dicomweb/http/raw_client.h"
#include "tests/dicomweb/http/toy_server.h"

#include <doctest/doctest.h>

namespace cassette::http {

using testing::ask;
using testing::get_request;
using testing::quick_settings;
using testing::RawClient;
using testing::ToyServer;

namespace {

ServerSettings impatient() {
    auto settings = quick_settings();
    settings.header_timeout = std::chrono::seconds{1};
    settings.transfer_timeout = std::chrono::seconds{1};
    return settings;
}

}  // namespace

TEST_CASE("a header that arrives byte by byte is read") {
    ToyServer server;
    RawClient client{server.port()};
    auto const request = get_request("/text");
    for (char c : request) client.send({&c, 1});
    CHECK(client.receive().body == "hello");
}

TEST_CASE("a header that takes too long is 408, however it trickles (RFC 9110 15.5.9)") {
    ToyServer server{impatient()};
    RawClient stalled{server.port()};
    stalled.send("GET /text HTTP/1.1\r\nHost:");
    CHECK(stalled.receive().status == 408);
    CHECK(stalled.closed());
    RawClient trickling{server.port()};
    trickling.send("GET /text HTTP/1.1\r\nX: ");
    while (!trickling.readable_within(std::chrono::milliseconds{50})) trickling.send("x");
    CHECK(trickling.receive().status == 408);
    CHECK(trickling.closed());
}

TEST_CASE("an idle connection is closed without a word") {
    ToyServer server{impatient()};
    RawClient fresh{server.port()};
    CHECK(fresh.closed());
    RawClient used{server.port()};
    used.send(get_request("/text"));
    CHECK(used.receive().body == "hello");
    CHECK(used.closed());
}

TEST_CASE("a body that makes no progress is 408 (RFC 9110 15.5.9)") {
    ToyServer server{impatient()};
    auto const answer = ask(server.port(), "POST /post HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc");
    CHECK(answer.status == 408);
    CHECK(answer.field("connection") == "close");
}

TEST_CASE("a header beyond the limit is 431 (RFC 6585 5)") {
    auto settings = quick_settings();
    settings.header_bytes_max = 4096;
    ToyServer server{settings};
    CHECK(ask(server.port(), get_request("/text", "X: " + std::string(3900, 'a') + "\r\n")).status == 200);
    for (std::size_t size : {4096, 100'000, 2'000'000}) {
        CAPTURE(size);
        auto const answer = ask(server.port(), get_request("/text", "X: " + std::string(size, 'a') + "\r\n"));
        CHECK(answer.status == 431);
        CHECK(answer.complete);
    }
}

TEST_CASE("a malformed request is 400, and what follows it is never taken for a request (RFC 9112 11.2)") {
    ToyServer server;
    for (std::string_view bad :
         {"GET /text HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
          "GET /a/%2e%2e/text HTTP/1.1\r\nHost: h\r\n\r\n", "GET /te%00xt HTTP/1.1\r\nHost: h\r\n\r\n",
          "GET /text HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n", "GET /%4 HTTP/1.1\r\nHost: h\r\n\r\n",
          "POST /post HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
        CAPTURE(bad);
        RawClient client{server.port()};
        client.send(std::string{bad} + get_request("/text"));
        auto const answer = client.receive();
        CHECK(answer.status == 400);
        CHECK(answer.field("connection") == "close");
        CHECK(client.closed());
    }
}

TEST_CASE("a client that leaves inside a request is nobody's problem") {
    ToyServer server;
    for (std::string_view part : {"", "GET /te", "POST /post HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc"}) {
        RawClient client{server.port()};
        client.send(part);
        client.shutdown_send();
        CHECK(client.closed());
    }
    CHECK(ask(server.port(), get_request("/text")).body == "hello");
}

}  // namespace cassette::http
