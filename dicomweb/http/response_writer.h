#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/http/outgoing_batch.h"
#include "dicomweb/http/response_head.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace cassette::http {

// Sends one response over a non-blocking socket, step by step. Plain code that knows no coroutine: a step runs on a worker,
// for it asks the body's source and reads files, and stops where the socket is full.
class ResponseWriter {
public:
    enum class Progress {
        done,
        blocked,  // the socket is full: call again when it is writable
        yielded,  // it took much in one go: call again soon, others want the worker too
    };

    // Starts over with `response`; only before anything was sent. `framing.delimiter` and `.length` are settled here.
    void begin(Request const& request, Response response, Framing framing);
    // ErrorCode::cancelled when the peer is gone, the source's error, or ErrorCode::internal when a body is not as long as it
    // said. After an error the response is unfinished, and, if something was sent, cannot be finished.
    Result<Progress> advance(int socket);
    // Whether what is left is in memory, so that a step cannot block and may run anywhere.
    bool in_memory() const { return !source_ && !batch_.full(); }
    bool keeps_alive() const { return framing_.keep_alive; }
    std::uint64_t sent() const { return batch_.sent(); }
    unsigned status() const { return status_; }

private:
    Result<void> fill();
    Result<std::optional<Piece>> next();
    Result<void> add(Piece piece);
    Result<void> add(BlobPiece piece);
    void frame(std::size_t first_string);

    unsigned status_ = 0;
    Framing framing_;
    OutgoingBatch batch_;
    bool batch_leaves_ = false;           // it is filled and being sent
    std::unique_ptr<BodySource> source_;  // null once it has ended
    std::optional<BlobPiece> unread_;     // the rest of a piece that sendfile cannot send
    std::uint64_t produced_ = 0;          // bytes of the body
    std::uint64_t in_batch_ = 0;          // bytes of the body in this batch
    bool chunk_open_ = false;             // the CRLF that ends the last chunk has not been put in a batch
};

}  // namespace cassette::http
