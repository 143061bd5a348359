#include "dicomweb/http/server.h"

#include "dicomweb/http/connection_registry.h"
#include "tests/dicomweb/http/raw_client.h"
#include "tests/dicomweb/http/toy_server.h"

#include <doctest/doctest.h>

#include <list>

namespace cassette::http {

using testing::ask;
using testing::Gate;
using testing::get_request;
using testing::get_route;
using testing::quick_settings;
using testing::RawClient;
using testing::text_response;
using testing::ToyServer;

namespace {

Route gated_route(std::shared_ptr<Gate> gate) {
    return get_route("/gated", [gate] {
        gate->pass();
        return text_response("passed");
    });
}

// A body whose second piece waits for the gate; the first is large enough to be sent before.
Route download_route(std::shared_ptr<Gate> gate) {
    return get_route("/download", [gate] {
        Response response;
        testing::Pieces pieces{{std::string(300'000, 'a'), std::string(300'000, 'b')}, 600'000};
        pieces.gate = gate;
        response.body = testing::body_of(std::move(pieces));
        return response;
    });
}

}  // namespace

TEST_CASE("hosts are IPv4 and IPv6 addresses and names") {
    for (auto const* host : {"127.0.0.1", "::1", "[::1]", "localhost"}) {
        CAPTURE(host);
        auto settings = quick_settings();
        settings.host = host;
        ToyServer server{settings};
        bool const six = std::string_view{host}.find(':') != std::string_view::npos;
        RawClient client{server.port(), six ? "::1" : "127.0.0.1"};
        client.send(get_request("/echo"));
        auto const answer = client.receive();
        if (std::string_view{host} != "localhost") CHECK(answer.body.starts_with(six ? "::1 " : "127.0.0.1 "));
    }
}

TEST_CASE("an address that cannot be had is unavailable") {
    ToyServer taken;
    Router router;
    for (auto const* host : {"127.0.0.1", "192.0.2.1", "no such host"}) {
        CAPTURE(host);
        auto settings = quick_settings();
        settings.host = host;
        settings.port = taken.port();
        auto const started = Server::start(settings, router, {});
        REQUIRE_FALSE(started);
        CHECK(started.error().code == ErrorCode::unavailable);
    }
}

TEST_CASE("200 connections are served side by side") {
    ToyServer server{quick_settings()};
    std::list<RawClient> clients;
    for (int i = 0; i < 200; ++i) clients.emplace_back(server.port());
    for (int round = 0; round < 3; ++round) {
        for (auto& client : clients) client.send(get_request("/text"));
        for (auto& client : clients) CHECK(client.receive().body == "hello");
    }
}

TEST_CASE("a connection beyond the limit is answered with 503 (RFC 9110 15.6.4)") {
    auto settings = quick_settings();
    settings.connections_max = 2;
    ToyServer server{settings};
    std::list<RawClient> clients;
    for (int i = 0; i < 2; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(get_request("/text"));
        CHECK(clients.back().receive().body == "hello");
    }
    auto const refused = ask(server.port(), get_request("/text"));
    CHECK(refused.status == 503);
    CHECK(refused.field("retry-after") == "1");
    clients.clear();
    // The places are free again once the server has seen both ends.
    while (ask(server.port(), get_request("/text")).status != 200) std::this_thread::yield();
}

TEST_CASE("a request beyond the workers' queue is 503 at once, and what is in progress goes on") {
    auto settings = quick_settings();
    settings.worker_threads = 1;
    settings.worker_queue_max = 1;
    auto const gate = std::make_shared<Gate>();
    ToyServer server{settings, {gated_route(gate)}};
    RawClient running{server.port()};
    running.send(get_request("/gated"));
    gate->await(1);
    RawClient waiting{server.port()};
    waiting.send(get_request("/text"));
    // One of the two waits in the queue, whichever came first; the other is turned away and its connection persists.
    RawClient other{server.port()};
    other.send(get_request("/text"));
    while (!waiting.readable_within(std::chrono::milliseconds{10}) &&
           !other.readable_within(std::chrono::milliseconds{10})) {}
    bool const waiting_refused = waiting.readable_within(std::chrono::milliseconds{0});
    auto& refused = waiting_refused ? waiting : other;
    auto& queued = waiting_refused ? other : waiting;
    auto const answer = refused.receive();
    CHECK(answer.status == 503);
    CHECK(answer.field("retry-after") == "1");
    CHECK(answer.field("connection").empty());
    gate->open();
    CHECK(running.receive().body == "passed");
    CHECK(queued.receive().body == "hello");
    refused.send(get_request("/text"));
    CHECK(refused.receive().body == "hello");
}

TEST_CASE("stopping closes idle connections at once and lets a download end") {
    auto const gate = std::make_shared<Gate>();
    ToyServer server{quick_settings(), {download_route(gate)}};
    RawClient idle{server.port()};
    idle.send(get_request("/text"));
    CHECK(idle.receive().body == "hello");
    RawClient busy{server.port()};
    busy.send(get_request("/download"));
    gate->await(1);
    std::thread stopping{[&] { server.stop(std::chrono::seconds{60}); }};
    CHECK(idle.closed());
    gate->open();
    auto const answer = busy.receive();
    CHECK(answer.complete);
    CHECK(answer.body.size() == 600'000);
    CHECK(busy.closed());
    stopping.join();
    CHECK(ask(server.port(), get_request("/text")).status == 0);
}

TEST_CASE("what outlasts the grace is cut") {
    testing::PatternFile const file{50'000'000};
    auto large = [&] {
        Response response;
        response.body = testing::body_of({{BlobPiece{file.blob(), {0, 50'000'000}}}, 50'000'000});
        return response;
    };
    ToyServer server{quick_settings(), {get_route("/large", large)}};
    RawClient never_reads{server.port()};
    never_reads.send(get_request("/large"));
    CHECK(never_reads.receive_bytes(15) == "HTTP/1.1 200 OK");
    RawClient half{server.port()};
    half.send("GET /text HTTP/1.1\r\n");
    server.stop(std::chrono::seconds{0});
    CHECK(half.closed());
    CHECK_FALSE(server.observed(1)[0].error.empty());
}

TEST_CASE("a client that does not read is cut after the transfer timeout") {
    testing::PatternFile const file{50'000'000};
    auto large = [&] {
        Response response;
        response.body = testing::body_of({{BlobPiece{file.blob(), {0, 50'000'000}}}, 50'000'000});
        return response;
    };
    auto settings = quick_settings();
    settings.transfer_timeout = std::chrono::seconds{1};
    ToyServer server{settings, {get_route("/large", large)}};
    RawClient never_reads{server.port()};
    never_reads.send(get_request("/large"));
    auto const seen = server.observed(1);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].error == "the peer read too slowly");
    CHECK(seen[0].response_bytes < 50'000'000);
}

TEST_CASE("stopping twice, and with nothing to stop, is fine") {
    ToyServer server{quick_settings()};
    server.stop(std::chrono::seconds{1});
    server.stop(std::chrono::seconds{1});
}

TEST_CASE("an answer at hand waits for no worker, whole even where the socket does not hold it") {
    auto const gate = std::make_shared<Gate>();
    testing::PatternFile const file{20'000'000};
    auto route = get_route("/ready", [] { return text_response("by the handler"); });
    route.at_hand = [&file](Request const& request, PathValues const&) -> std::optional<Response> {
        if (request.parameter("ask")) return std::nullopt;
        Response response;
        response.body = testing::body_of({{BlobPiece{file.blob(), {0, file.bytes().size()}}}, file.bytes().size()});
        return response;
    };
    auto settings = quick_settings();
    settings.worker_threads = 1;
    ToyServer server{settings, {gated_route(gate), route}};
    RawClient waiting{server.port()};
    waiting.send(get_request("/gated"));
    gate->await(1);
    RawClient client{server.port()};
    for (int i = 0; i < 3; ++i) {
        client.send(get_request("/ready"));
        CHECK(client.receive().body == file.bytes());
    }
    client.send(get_request("/ready?ask=1"));
    gate->open();
    CHECK(client.receive().body == "by the handler");
    CHECK(waiting.receive().body == "passed");
}

TEST_CASE("a peer that goes away from an answer at hand takes nothing with it") {
    testing::PatternFile const file{50'000'000};
    auto route = get_route("/ready", [] { return text_response("by the handler"); });
    route.at_hand = [&file](Request const&, PathValues const&) -> std::optional<Response> {
        Response response;
        response.body = testing::body_of({{BlobPiece{file.blob(), {0, file.bytes().size()}}}, file.bytes().size()});
        return response;
    };
    ToyServer server{quick_settings(), {route}};
    for (int i = 0; i < 8; ++i) {
        RawClient client{server.port()};
        client.send(get_request("/ready"));
    }
    CHECK(server.observed(8).size() >= 8);
    CHECK(ask(server.port(), get_request("/echo")).status == 200);
}

}  // namespace cassette::http
