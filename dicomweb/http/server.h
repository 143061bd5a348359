#pragma once

#include "dicomweb/http/cors.h"
#include "dicomweb/http/forwarded.h"
#include "dicomweb/http/router.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace cassette::http {

struct ServerSettings {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8104;           // 0 picks a free one
    int io_threads = 0;                  // 0: one a core
    int worker_threads = 0;              // 0: twice the cores
    std::size_t worker_queue_max = 256;  // beyond it the answer is 503 with Retry-After
    std::size_t connections_max = 1024;
    std::uint32_t header_bytes_max = 64 * 1024;
    std::uint64_t body_bytes_max = 0;  // 0: no limit; otherwise 413
    CrossOriginPolicy cross_origin;
    TrustedProxies trusted_proxies;
    std::chrono::seconds header_timeout{15};    // for a whole request header; also the idle keep-alive limit
    std::chrono::seconds transfer_timeout{30};  // for each read or write to make progress
};

// What happened to one request, for the log and the metrics. No patient data: the path only, never the query.
struct Exchange {
    std::string_view id;
    std::string_view method;
    std::string_view path;
    std::string_view remote;
    unsigned status;
    std::uint64_t request_bytes;
    std::uint64_t response_bytes;
    std::chrono::microseconds duration;
    std::string_view error;  // Error::detail of a failure, otherwise empty
};
// Called on an I/O thread, on several at a time: it must not block.
using ExchangeObserver = std::function<void(Exchange const&)>;

// The HTTP/1.1 server (RFC 9110, RFC 9112): keep-alive, pipelining in order, HEAD, Expect: 100-continue, chunked both ways.
class Server {
public:
    // Binds and listens. ErrorCode::unavailable when the address cannot be had. `router` must outlive the server.
    static Result<std::unique_ptr<Server>> start(ServerSettings settings, Router const& router,
                                                 ExchangeObserver observer);
    virtual ~Server() = default;
    virtual std::uint16_t port() const = 0;
    // Stops accepting, lets what is in flight end, at most `grace`, then returns with all threads joined.
    virtual void stop(std::chrono::seconds grace) = 0;
};

}  // namespace cassette::http
