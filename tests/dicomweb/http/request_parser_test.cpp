#include "dicomweb/http/request_parser.h"

#include <doctest/doctest.h>

#include <random>

namespace cassette::http {

namespace {

constexpr std::uint32_t limit = 8192;

struct Parsed {
    RequestParser parser{limit};
    RequestParser::Progress progress = RequestParser::Progress::need_more;
    std::size_t taken = 0;
    unsigned status() const { return progress == RequestParser::Progress::refused ? parser.refusal().status : 0; }
};

// Feeds the bytes as they would arrive in pieces of at most `step`.
std::unique_ptr<Parsed> parse(std::string_view bytes, std::size_t step = std::string_view::npos) {
    auto parsed = std::make_unique<Parsed>();
    for (std::size_t have = 0; have < bytes.size() && parsed->progress == RequestParser::Progress::need_more;) {
        have += std::min(step, bytes.size() - have);
        parsed->progress = parsed->parser.parse_head(bytes.substr(0, have), parsed->taken);
    }
    return parsed;
}

std::string with(std::string_view fields, std::string_view line = "POST /a HTTP/1.1") {
    return std::string{line} + "\r\nHost: h\r\n" + std::string{fields} + "\r\n";
}

std::string decode_chunked(RequestParser& parser, std::string_view bytes, std::size_t out_size) {
    std::string body;
    std::string out(out_size, '\0');
    while (true) {
        auto step = parser.parse_chunked(bytes, std::as_writable_bytes(std::span{out}));
        body.append(out, 0, step.filled);
        bytes.remove_prefix(step.taken);
        if (step.progress == RequestParser::Progress::complete) return body;
        bool const stuck = step.taken == 0 && step.filled == 0;
        if (step.progress == RequestParser::Progress::refused || stuck) return body + "!";
    }
}

}  // namespace

TEST_CASE("a header is the same however its bytes arrive (RFC 9112 2)") {
    auto const bytes =
        with("Content-Length: 12\r\nX-A:  b c \r\nx-a: d\r\n", "POST /a%20b?c=d HTTP/1.1") + "body follows";
    for (std::size_t step : {1, 2, 3, 7, 1000}) {
        CAPTURE(step);
        auto parsed = parse(bytes, step);
        REQUIRE(parsed->progress == RequestParser::Progress::complete);
        CHECK(parsed->taken == bytes.size() - 12);
        auto const& head = parsed->parser.head();
        CHECK(head.request.method == Method::post);
        CHECK(head.request.segments == std::vector<std::string>{"a b"});
        CHECK(head.request.parameter("c") == "d");
        CHECK(head.request.fields.joined("X-A") == "b c, d");
        CHECK(head.content_length == 12);
        CHECK(head.keep_alive);
    }
}

TEST_CASE("a request that two servers could understand differently is refused (RFC 9112 6.3, 11.2)") {
    CHECK(parse(with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"))->status() == 400);
    CHECK(parse(with("Content-Length: 5\r\nContent-Length: 6\r\n"))->status() == 400);
    CHECK(parse(with("Content-Length: -1\r\n"))->status() == 400);
    CHECK(parse(with("Content-Length: +1\r\n"))->status() == 400);
    CHECK(parse(with("Content-Length: 0x10\r\n"))->status() == 400);
    CHECK(parse(with("Content-Length: 99999999999999999999\r\n"))->status() == 400);
    CHECK(parse(with("Content-Length:\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: chunked, identity\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: xchunked\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: gzip, chunked\r\n"))->status() == 501);
    CHECK(parse(with("Transfer-Encoding : chunked\r\n"))->status() == 400);
    CHECK(parse(with("Transfer-Encoding: chunked\r\n", "POST /a HTTP/1.0"))->status() == 400);
    CHECK(parse("GET /a HTTP/1.1\nHost: h\n\n\r\n\r\n")->status() == 400);
    CHECK(parse(with("X: a\nY: b\r\n"))->status() == 400);
    CHECK(parse(with(std::string_view{"X: a\0b\r\n", 8}))->status() == 400);
}

TEST_CASE("HTTP/1.1 names one host (RFC 9112 3.2)") {
    CHECK(parse("GET /a HTTP/1.1\r\n\r\n")->status() == 400);
    CHECK(parse(with("host: other\r\n"))->status() == 400);
    CHECK(parse("GET /a HTTP/1.0\r\n\r\n")->progress == RequestParser::Progress::complete);
}

TEST_CASE("a request line is what RFC 9112 3 says") {
    for (std::string_view line : {"GET  /a HTTP/1.1", "GET /a b HTTP/1.1", "GET /a", "GET", "G@T /a HTTP/1.1",
                                  "/a HTTP/1.1", "GET /a HTTP/1.1 x", "GET /a http/1.1", "GET /../a HTTP/1.1",
                                  "GET /%zz HTTP/1.1", "GET * HTTP/1.1", "GET a HTTP/1.1", "\x16\x03\x01 / HTTP/1.1"}) {
        CAPTURE(line);
        CHECK(parse(with({}, line))->status() == 400);
    }
    CHECK(parse(with({}, "PRI * HTTP/2.0"))->status() == 505);
    CHECK(parse(with({}, "BREW /pot HTTP/1.1"))->status() == 501);
    CHECK(parse(with({}, "CONNECT host:443 HTTP/1.1"))->status() == 501);
    CHECK(parse(with({}, "OPTIONS * HTTP/1.1"))->progress == RequestParser::Progress::complete);
}

TEST_CASE("a header beyond the limit is 431, as one field or as many (RFC 6585 5)") {
    CHECK(parse(with("X: " + std::string(limit, 'a') + "\r\n"))->status() == 431);
    std::string many;
    while (many.size() < limit) many += "X: a\r\n";
    for (std::size_t step : {1, 100, 100'000}) {
        CAPTURE(step);
        CHECK(parse(with(many), step)->status() == 431);
        CHECK(parse("GET /" + std::string(limit, 'a'), step)->status() == 431);
    }
}

TEST_CASE("persistence and expectations are read from the header (RFC 9112 9.3, RFC 9110 10.1.1)") {
    CHECK_FALSE(parse(with("Connection: Close\r\n"))->parser.head().keep_alive);
    CHECK_FALSE(parse(with({}, "GET / HTTP/1.0"))->parser.head().keep_alive);
    CHECK(parse(with("Connection: keep-alive\r\n", "GET / HTTP/1.0"))->parser.head().keep_alive);
    CHECK(parse(with("Expect: 100-Continue\r\n"))->parser.head().expectation == Expectation::continue_);
    CHECK(parse(with("Expect: tea\r\n"))->parser.head().expectation == Expectation::unknown);
    CHECK(parse(with("Expect: 100-continue\r\n", "GET / HTTP/1.0"))->parser.head().expectation == Expectation::none);
}

TEST_CASE("a chunked body comes out whole, extensions and trailer dropped (RFC 9112 7.1)") {
    constexpr std::string_view body = "5;a=b\r\nhello\r\n1\r\n \r\nA\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n";
    for (std::size_t out : {1, 3, 100}) {
        CAPTURE(out);
        auto parsed = parse(with("Transfer-Encoding: chunked\r\n"));
        REQUIRE(parsed->parser.head().chunked);
        CHECK(decode_chunked(parsed->parser, body, out) == "hello 0123456789");
        CHECK_FALSE(parsed->parser.head().request.fields.has("X-Trailer"));
    }
}

TEST_CASE("chunked bodies that lie are refused (RFC 9112 7.1)") {
    for (std::string_view body :
         {"x\r\n", "5\r\nhelloX\r\n", "-1\r\n", "5\nhello\n0\n\n\r\n\r\n", "\r\n5\r\nhello\r\n",
          "FFFFFFFFFFFFFFFFF\r\nhello", "5 \x01\r\nhello\r\n", "0x5\r\nhello\r\n", "0\r\nContent-Length: 5\r\n\r\n"}) {
        CAPTURE(body);
        auto parsed = parse(with("Transfer-Encoding: chunked\r\n"));
        CHECK(decode_chunked(parsed->parser, body, 100).ends_with("!"));
    }
}

TEST_CASE("whatever comes, a parser ends or asks for more") {
    std::mt19937_64 generator{4711};
    auto const good =
        with("Content-Length: 3\r\nTransfer-Encoding: x\r\nConnection: close\r\n", "GET /a?b HTTP/1.1") + "abc";
    for (int round = 0; round < 20000; ++round) {
        auto bytes = good;
        for (auto changes = 1 + generator() % 4; changes > 0; --changes) {
            bytes[generator() % bytes.size()] =
                "\r\n :%/\0\xFF"
                "aA0"[generator() % 11];
        }
        auto parsed = parse(bytes, 1 + generator() % 60);
        if (parsed->progress == RequestParser::Progress::complete) CHECK(parsed->taken <= bytes.size());
        if (parsed->progress == RequestParser::Progress::refused) CHECK(parsed->status() >= 400);
    }
    constexpr std::string_view body = "5;a=b\r\nhello\r\n3\r\nabc\r\n0\r\nX: t\r\n\r\n";
    for (int round = 0; round < 20000; ++round) {
        std::string bytes{body};
        bytes[generator() % bytes.size()] =
            "\r\n :;=\"\0"
            "0aF5"[generator() % 12];
        auto parsed = parse(with("Transfer-Encoding: chunked\r\n"));
        CHECK(decode_chunked(parsed->parser, bytes, 4).size() <= bytes.size());
    }
}

}  // namespace cassette::http
