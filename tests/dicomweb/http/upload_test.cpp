#include "dicomweb/http/connection.h"

#include "tests/dicomweb/http/raw_client.h"
#include "tests/dicomweb/http/toy_server.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

namespace cassette::http {

using testing::ask;
using testing::get_request;
using testing::PatternFile;
using testing::quick_settings;
using testing::RawClient;
using testing::text_response;
using testing::ToyServer;

namespace {

// What a test wants of its sink, and what became of it.
struct Upload {
    std::string bytes;
    std::size_t largest = 0;  // bytes of one write
    std::size_t fail_after = ~std::size_t{0};
    std::optional<ErrorCode> refuse;
    std::shared_ptr<testing::Gate> gate;  // passed in every write
    std::atomic<int> alive = 0;
};

class Collector final : public BodySink {
public:
    explicit Collector(Upload& upload) : upload_{upload} { ++upload_.alive; }
    ~Collector() override { --upload_.alive; }
    Result<void> write(std::span<std::byte const> bytes) override {
        if (upload_.gate) upload_.gate->pass();
        upload_.bytes.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        upload_.largest = std::max(upload_.largest, bytes.size());
        if (upload_.bytes.size() > upload_.fail_after) return fail(ErrorCode::out_of_resources, "the disk is full");
        return {};
    }
    Response finish() override { return text_response("got " + std::to_string(upload_.bytes.size())); }

private:
    Upload& upload_;
};

Route upload_route(Upload& upload) {
    auto open = [&upload](Request const&, PathValues const&) -> Result<std::unique_ptr<BodySink>> {
        if (upload.refuse) return fail(*upload.refuse, "not this");
        return std::unique_ptr<BodySink>{std::make_unique<Collector>(upload)};
    };
    return {Method::post, "/upload", UploadHandler{std::move(open)}};
}

std::string upload_request(std::string const& fields) {
    return "POST /upload HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

std::string sized(std::size_t size) { return "Content-Length: " + std::to_string(size) + "\r\n"; }

}  // namespace

TEST_CASE("an upload reaches its sink whole, in pieces of bounded size, and the connection goes on") {
    PatternFile const file{10'000'000};
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    RawClient client{server.port()};
    client.send(upload_request(sized(file.bytes().size())) + file.bytes() + get_request("/text"));
    CHECK(client.receive().body == "got 10000000");
    CHECK(client.receive().body == "hello");
    CHECK((upload.bytes == file.bytes()));
    CHECK(upload.largest <= 1024 * 1024);
    CHECK(upload.alive == 0);
    CHECK(server.observed(1)[0].request_bytes == upload_request(sized(10'000'000)).size() + 10'000'000);
}

TEST_CASE("small and empty bodies are uploads, too") {
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    RawClient client{server.port()};
    client.send(upload_request(sized(3)) + "abc" + upload_request(sized(0)) + upload_request({}));
    CHECK(client.receive().body == "got 3");
    CHECK(client.receive().body == "got 3");
    CHECK(client.receive().body == "got 3");
}

TEST_CASE("a chunked upload that arrives byte by byte is the same (RFC 9112 7.1)") {
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    RawClient client{server.port()};
    std::string expected;
    auto bytes = upload_request("Transfer-Encoding: chunked\r\n");
    for (int i = 0; i < 300; ++i) {
        auto const piece = std::to_string(i) + ",";
        expected += piece;
        bytes += std::to_string(piece.size()) + (i % 3 == 0 ? ";x=\"y\"" : "") + "\r\n" + piece + "\r\n";
    }
    bytes += "0\r\nX-Trailer: 1\r\n\r\n";
    for (char c : bytes) client.send({&c, 1});
    client.send(get_request("/text"));
    CHECK(client.receive().status == 200);
    CHECK(upload.bytes == expected);
    CHECK(client.receive().body == "hello");
}

TEST_CASE("a large chunked upload is the same") {
    PatternFile const file{3'000'000};
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    RawClient client{server.port()};
    client.send(upload_request("Transfer-Encoding: chunked\r\n") + "2DC6C0\r\n" + file.bytes() + "\r\n0\r\n\r\n");
    CHECK(client.receive().body == "got 3000000");
    CHECK((upload.bytes == file.bytes()));
}

TEST_CASE("100 (Continue) comes when the body will be read, and only then (RFC 9110 10.1.1)") {
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    auto const expecting = upload_request(sized(3) + "Expect: 100-continue\r\n");
    SUBCASE("it will") {
        RawClient client{server.port()};
        client.send(expecting);
        CHECK(client.receive().status == 100);
        client.send("abc" + get_request("/text"));
        CHECK(client.receive().body == "got 3");
        CHECK(client.receive().body == "hello");
    }
    SUBCASE("the sink is refused") {
        upload.refuse = ErrorCode::unsupported_media_type;
        RawClient client{server.port()};
        client.send(expecting);
        CHECK(client.receive().status == 415);
        client.shutdown_send();
        CHECK(client.closed());
    }
    SUBCASE("the expectation is another one") {
        CHECK(ask(server.port(), upload_request("Content-Length: 3\r\nExpect: tea\r\n")).status == 417);
    }
    SUBCASE("nobody wants the body") {
        auto const answer =
            ask(server.port(), "POST /post HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        CHECK(answer.status == 200);
        CHECK(answer.field("connection") == "close");
    }
}

TEST_CASE("a refused sink is answered, and a small body is skipped") {
    Upload upload;
    upload.refuse = ErrorCode::unsupported_media_type;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    RawClient client{server.port()};
    client.send(upload_request(sized(3)) + "abc" + get_request("/text"));
    CHECK(client.receive().status == 415);
    CHECK(client.receive().body == "hello");
}

TEST_CASE("a failing write is answered at once, and the client sees the answer though it still sends") {
    std::string const bytes(20'000'000, 'z');
    Upload upload;
    upload.fail_after = 0;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    SUBCASE("while the rest is on its way") {
        auto const answer = ask(server.port(), upload_request(sized(bytes.size())) + bytes);
        CHECK(answer.status == 507);
        CHECK(answer.field("connection") == "close");
    }
    SUBCASE("before the rest was sent") {
        RawClient client{server.port()};
        client.send(upload_request(sized(bytes.size())) + bytes.substr(0, 1'000'000));
        CHECK(client.receive().status == 507);
        client.shutdown_send();
        CHECK(client.closed());
    }
    CHECK(server.observed(1)[0].error == "the disk is full");
    CHECK(upload.alive == 0);
}

TEST_CASE("a body beyond the limit is 413, announced or not (RFC 9110 15.5.14)") {
    auto settings = quick_settings();
    settings.body_bytes_max = 1000;
    Upload upload;
    ToyServer server{settings, {upload_route(upload)}};
    CHECK(ask(server.port(), upload_request(sized(1001) + "Expect: 100-continue\r\n")).status == 413);
    CHECK(upload.bytes.empty());
    auto const chunk = "3E8\r\n" + std::string(1000, 'a') + "\r\n";
    auto const chunked = upload_request("Transfer-Encoding: chunked\r\n") + chunk;
    CHECK(ask(server.port(), chunked + "0\r\n\r\n").status == 200);
    CHECK(ask(server.port(), chunked + "1\r\na\r\n0\r\n\r\n").status == 413);
    CHECK(server.observed(3).size() == 3);
    CHECK(upload.alive == 0);
}

TEST_CASE("a malformed chunk ends the upload with 400 and drops the sink (RFC 9112 7.1)") {
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    auto const answer =
        ask(server.port(), upload_request("Transfer-Encoding: chunked\r\n") + "3\r\nabcdef\r\n0\r\n\r\n");
    CHECK(answer.status == 400);
    CHECK(server.observed(1).size() == 1);
    CHECK(upload.alive == 0);
}

TEST_CASE("a client that leaves inside an upload drops the sink unfinished") {
    Upload upload;
    ToyServer server{quick_settings(), {upload_route(upload)}};
    {
        RawClient client{server.port()};
        client.send(upload_request(sized(1'000'000)) + std::string(500'000, 'a'));
    }
    auto const seen = server.observed(1);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].status == 0);
    CHECK_FALSE(seen[0].error.empty());
    CHECK(upload.alive == 0);
}

TEST_CASE("a slow sink holds the client back instead of filling memory") {
    Upload upload;
    upload.gate = std::make_shared<testing::Gate>();
    ToyServer server{quick_settings(), {upload_route(upload)}};
    PatternFile const file{8'000'000};
    std::atomic<bool> sent = false;
    RawClient client{server.port()};
    std::thread sender{[&] {
        client.send(upload_request(sized(file.bytes().size())) + file.bytes());
        sent = true;
    }};
    upload.gate->await(1);
    upload.gate->open();
    sender.join();
    CHECK(client.receive().status == 200);
    CHECK((upload.bytes == file.bytes()));
}

}  // namespace cassette::http
