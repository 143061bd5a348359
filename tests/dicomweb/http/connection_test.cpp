#include "dicomweb/http/connection.h"

#include "tests/dicomweb/http/raw_client.h"
#include "tests/dicomweb/http/toy_server.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace cassette::http {

using testing::ask;
using testing::BodyOf;
using testing::get_request;
using testing::get_route;
using testing::quick_settings;
using testing::RawClient;
using testing::text_response;
using testing::ToyServer;

TEST_CASE("a handler gets the path's values, the query, the peer, a principal and an id") {
    ToyServer server;
    auto const answer = ask(server.port(), get_request("/echo/a%20b/c?x=1&y=%2C"));
    CHECK(answer.status == 200);
    CHECK(answer.complete);
    auto const id = answer.field("x-request-id");
    CHECK(id.size() == 16);
    CHECK(answer.body == "[a b][c](x=1)(y=,)127.0.0.1 local " + id);
    CHECK(answer.field("server") == "Cassette");
    CHECK(answer.field("date").ends_with(" GMT"));
}

TEST_CASE("the observer is told what happened, and nothing of the query") {
    ToyServer server;
    auto const answer = ask(server.port(), get_request("/echo?PatientName=secret"));
    auto const seen = server.observed(1);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].id == answer.field("x-request-id"));
    CHECK(seen[0].method == "GET");
    CHECK(seen[0].path == "/echo");
    CHECK(seen[0].remote == "127.0.0.1");
    CHECK(seen[0].status == 200);
    CHECK(seen[0].request_bytes == get_request("/echo?PatientName=secret").size());
    CHECK(seen[0].response_bytes == answer.header.size() + answer.body.size());
    CHECK(seen[0].error.empty());
}

TEST_CASE("connections persist, in HTTP/1.0 on request (RFC 9112 9.3)") {
    ToyServer server;
    RawClient client{server.port()};
    for (int i = 0; i < 3; ++i) {
        client.send(get_request("/text"));
        CHECK(client.receive().body == "hello");
    }
    client.send("GET /text HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(client.receive().field("connection") == "keep-alive");
    client.send("\r\n" + get_request("/text", "Connection: close\r\n"));
    CHECK(client.receive().field("connection") == "close");
    CHECK(client.closed());
    RawClient old{server.port()};
    old.send("GET /text HTTP/1.0\r\n\r\n");
    CHECK(old.receive().body == "hello");
    CHECK(old.closed());
}

TEST_CASE("pipelined requests are answered in order (RFC 9112 9.3.2)") {
    ToyServer server;
    RawClient client{server.port()};
    std::string requests;
    for (int i = 0; i < 100; ++i) requests += get_request("/echo/n/" + std::to_string(i));
    client.send(requests + get_request("/nothing") + get_request("/text"));
    for (int i = 0; i < 100; ++i) CHECK(client.receive().body.starts_with("[n][" + std::to_string(i) + "]"));
    CHECK(client.receive().status == 404);
    CHECK(client.receive().body == "hello");
}

TEST_CASE("HEAD is GET without the body (RFC 9110 9.3.2)") {
    ToyServer server{quick_settings(), {get_route("/big", [] { return text_response(std::string(5000, 'x')); })}};
    RawClient client{server.port()};
    client.send("HEAD /big HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip\r\n\r\n" +
                get_request("/big", "Accept-Encoding: gzip\r\n"));
    auto head = client.receive(BodyOf::head);
    auto get = client.receive();
    CHECK(get.body.size() == std::stoul(get.field("content-length")));
    for (auto* answer : {&head, &get}) {
        answer->fields.erase("x-request-id");
        answer->fields.erase("date");
    }
    CHECK(head.fields == get.fields);
}

TEST_CASE("what is not there is 404, 405 with Allow, or 501 (RFC 9110 15.5.5, 15.5.6, 15.6.2)") {
    ToyServer server;
    RawClient client{server.port()};
    client.send(get_request("/nothing"));
    auto const missing = client.receive();
    CHECK(missing.status == 404);
    CHECK(missing.field("content-type") == "application/problem+json");
    CHECK(missing.body.find(missing.field("x-request-id")) != std::string::npos);
    client.send("DELETE /text HTTP/1.1\r\nHost: h\r\n\r\n");
    auto const wrong = client.receive();
    CHECK(wrong.status == 405);
    CHECK(wrong.field("allow") == "OPTIONS, GET, HEAD");
    client.send("OPTIONS /post HTTP/1.1\r\nHost: h\r\n\r\n");
    auto const options = client.receive();
    CHECK(options.status == 204);
    CHECK(options.field("allow") == "OPTIONS, POST");
    CHECK(options.field("content-length").empty());
    client.send("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().status == 204);
    client.send("PROPFIND /text HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().status == 501);
}

TEST_CASE("304 is answered to who has it already (RFC 9110 13.1.2)") {
    auto tagged = [] {
        auto response = text_response("body");
        response.fields.set("ETag", "\"v1\"");
        return response;
    };
    ToyServer server{quick_settings(), {get_route("/tagged", tagged)}};
    RawClient client{server.port()};
    client.send(get_request("/tagged", "If-None-Match: \"v1\"\r\n") +
                get_request("/tagged", "If-None-Match: \"v2\"\r\n"));
    auto const same = client.receive();
    CHECK(same.status == 304);
    CHECK(same.field("etag") == "\"v1\"");
    CHECK(same.field("content-length").empty());
    CHECK(client.receive().body == "body");
}

TEST_CASE("text is compressed for who accepts it (RFC 9110 12.5.3)") {
    auto const text = std::string(10'000, 't');
    ToyServer server{quick_settings(), {get_route("/big", [&] { return text_response(text); })}};
    auto const packed = ask(server.port(), get_request("/big", "Accept-Encoding: gzip, br\r\n"));
    CHECK(packed.field("content-encoding") == "gzip");
    CHECK(packed.field("vary") == "Accept-Encoding");
    CHECK(packed.body.size() < 1000);
    auto const plain = ask(server.port(), get_request("/big", "Accept-Encoding: gzip;q=0\r\n"));
    CHECK(plain.field("content-encoding").empty());
    CHECK(plain.field("vary") == "Accept-Encoding");
    CHECK(plain.body == text);
}

TEST_CASE("an exception in a handler is 500, and the node goes on") {
    auto fails = []() -> Response { return text_response(std::string{}.at(1) == 'x' ? "a" : "b"); };
    ToyServer server{quick_settings(), {get_route("/fails", fails)}};
    RawClient client{server.port()};
    client.send(get_request("/fails") + get_request("/text"));
    CHECK(client.receive().status == 500);
    CHECK(client.receive().body == "hello");
    CHECK(server.observed(1)[0].error.find("out_of_range") != std::string::npos);
}

TEST_CASE("a source that fails cuts the connection, never ending its body well") {
    using testing::body_of;
    auto late = [] {
        Response response;
        response.body =
            body_of({{std::string(400'000, 'a'), std::string(400'000, 'b')}, std::nullopt, ErrorCode::internal});
        return response;
    };
    auto early = [] {
        Response response;
        response.body = body_of({{std::string{"a"}}, 100, ErrorCode::not_found});
        return response;
    };
    ToyServer server{quick_settings(), {get_route("/late", late), get_route("/early", early)}};
    RawClient client{server.port()};
    client.send(get_request("/early") + get_request("/late"));
    CHECK(client.receive().status == 404);
    CHECK_FALSE(client.receive().complete);
    CHECK(client.closed());
    auto const seen = server.observed(2);
    CHECK(seen[0].error == "the source failed");
    CHECK(seen[1].error == "the source failed");
    auto const old = ask(server.port(), "GET /late HTTP/1.0\r\n\r\n");
    CHECK(old.body.size() <= 800'000);
}

TEST_CASE("files come over TCP bit for bit") {
    testing::PatternFile const file{5'000'000};
    auto ranges = [&] {
        Response response;
        Piece first = BlobPiece{file.blob(), {1'000'000, 3'999'999}};
        Piece second = BlobPiece{file.blob_in_memory(), {0, 500'000}};
        response.body = testing::body_of({{std::string{"begin"}, first, second, std::string{"end"}}});
        return response;
    };
    ToyServer server{quick_settings(), {get_route("/ranges", ranges)}};
    RawClient client{server.port()};
    for (int i = 0; i < 3; ++i) {
        client.send(get_request("/ranges"));
        auto const answer = client.receive();
        CHECK(answer.complete);
        CHECK((answer.body ==
               "begin" + file.bytes().substr(1'000'000, 3'999'999) + file.bytes().substr(0, 500'000) + "end"));
    }
}

TEST_CASE("a body that nobody wants is read when small, and otherwise ends the connection") {
    ToyServer server;
    RawClient client{server.port()};
    client.send("POST /post HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'x') +
                get_request("/text"));
    CHECK(client.receive().status == 200);
    CHECK(client.receive().body == "hello");
    client.send("POST /post HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n" +
                get_request("/text"));
    CHECK(client.receive().status == 200);
    CHECK(client.receive().body == "hello");
    client.send("POST /post HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + std::string(3'000'000, 'x'));
    auto const answer = client.receive();
    CHECK(answer.status == 200);
    CHECK(answer.field("connection") == "close");
    CHECK(client.closed());
}

}  // namespace cassette::http
