#include "tools/node_metrics.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

http::Exchange exchange(std::string_view method, unsigned status) {
    http::Exchange exchange{};
    exchange.method = method;
    exchange.status = status;
    exchange.request_bytes = 10;
    exchange.response_bytes = 100;
    exchange.duration = std::chrono::milliseconds{2};
    return exchange;
}

bool has(std::string const& text, std::string const& line) { return text.find(line + "\n") != std::string::npos; }

}  // namespace

TEST_CASE("requests are counted by method and class of status, bytes by direction") {
    NodeMetrics metrics;
    for (int i = 0; i < 3; ++i) metrics.count(exchange("GET", 200));
    metrics.count(exchange("GET", 404));
    metrics.count(exchange("POST", 200));
    auto const text = metrics.exposition({});
    CAPTURE(text);
    CHECK(has(text, R"(cassette_http_requests_total{method="GET",status="2xx"} 3)"));
    CHECK(has(text, R"(cassette_http_requests_total{method="GET",status="4xx"} 1)"));
    CHECK(has(text, R"(cassette_http_requests_total{method="POST",status="2xx"} 1)"));
    CHECK(has(text, R"(cassette_http_bytes_total{direction="in"} 50)"));
    CHECK(has(text, R"(cassette_http_bytes_total{direction="out"} 500)"));
    CHECK(has(text, R"(cassette_http_duration_seconds_count{method="GET"} 4)"));
}

TEST_CASE("methods that a client makes up are one series; a status beyond the last class counts as of it") {
    NodeMetrics metrics;
    for (int i = 0; i < 100; ++i) metrics.count(exchange("FORGED" + std::to_string(i), 501));
    metrics.count(exchange("GET", 900));
    auto const text = metrics.exposition({});
    CAPTURE(text);
    CHECK(text.find("FORGED") == std::string::npos);
    CHECK(has(text, R"(cassette_http_requests_total{method="-",status="5xx"} 100)"));
    CHECK(has(text, R"(cassette_http_requests_total{method="GET",status="5xx"} 1)"));
}

}  // namespace cassette
