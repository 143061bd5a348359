#pragma once

#include "dicomweb/http/asynchronous.h"
#include "dicomweb/http/connection_registry.h"
#include "dicomweb/http/request_parser.h"
#include "dicomweb/http/server.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace cassette::http {

// Reads requests off one connection. Bytes that belong to the next request wait in its buffer (pipelining).
class RequestReader {
public:
    enum class Head { complete, refused, closed };  // closed: by the peer, or by the idle limit, with nothing to answer
    enum class Patience { wait, no_wait };

    struct Read {
        std::size_t bytes = 0;
        std::optional<Refusal> refusal;  // status 0: the peer is gone
    };

    RequestReader(Socket& socket, ConnectionRegistry::Entry& entry, ServerSettings const& settings);

    Awaitable<Head> read_head();
    RequestHead& head() { return parser_->head(); }
    bool http_1_0() const { return parser_->http_1_0(); }
    Refusal const& refusal() const { return refusal_; }

    // Reads of the body until `out` is full, the body ends, or the socket is empty: then it returns what it has if that is at
    // least `enough`, or if it must not wait. A body beyond body_bytes_max is refused with 413.
    Awaitable<Read> read_body(std::span<std::byte> out, Patience patience);
    static constexpr std::size_t enough = 64 * 1024;
    bool body_done() const { return body_done_; }
    // Bytes came after the header: the client does not wait for 100 (Continue).
    bool body_begun() const { return begin_ < end_; }
    // Reads and forgets whatever comes, up to a bound, so that closing does not reset the connection under our answer.
    Awaitable<void> drain();
    // Of this request, header included.
    std::uint64_t request_bytes() const { return head_bytes_ + body_bytes_; }

private:
    void begin_request();
    void skip_empty_lines();
    Head end_of_head(boost::system::error_code const& code, bool begun);
    bool parse_head(Head& outcome);
    void settle_body();
    Read take_buffered(std::span<std::byte> out);
    Read receive(std::span<std::byte> out, bool& would_block);
    std::span<std::byte> free_space(std::size_t least);
    std::optional<Refusal> over_limit() const;

    Socket& socket_;
    ConnectionRegistry::Entry& entry_;
    ServerSettings const& settings_;
    std::unique_ptr<std::byte[]> buffer_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;  // of the bytes not yet taken
    std::size_t end_ = 0;
    std::optional<RequestParser> parser_;
    Refusal refusal_{400, {}};
    std::uint64_t head_bytes_ = 0;
    std::uint64_t body_bytes_ = 0;
    std::uint64_t remaining_ = 0;  // of a body with Content-Length
    bool body_done_ = true;
};

}  // namespace cassette::http
