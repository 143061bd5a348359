#pragma once

#include "dimse/message_exchange.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// Gives the next piece of a data set that is to be sent, of any size, valid until the next call; an empty one at the end.
using DataSetPieces = std::function<Result<std::span<std::byte const>>()>;
// A data set that is in memory already. Borrows.
[[nodiscard]] DataSetPieces in_one_piece(std::string_view data_set);

// The peer's response to a request of ours, with its data set, at most 1 MiB.
struct Reply {
    CommandSet command;
    std::string data_set;
    AcceptedContext const* context;  // lives as long as the association
    // PS3.7 C.5.2: more responses to the same request will come.
    bool pending() const { return command.status == 0xFF00 || command.status == 0xFF01; }
};

// Requests of ours on an association, PS3.7 7.1 (the invoking DIMSE-service-user): whoever opened it, so a C-GET SCP sends its
// C-STORE sub-operations with one of these too. Borrows the exchange. One thread.
//
// ErrorCode::unavailable of any function: the association has ended, or the peer did not answer in time (it is then aborted);
// ErrorCode::cancelled: the server stops.
class Invoker {
public:
    // Deals with a request of the peer that comes in between: reads its data set (exchange.next_fragment or read_data_set) and
    // responds, but to a C-CANCEL-RQ. It must not call the Invoker. Without one, requests are Unrecognized operation (0x0211)
    // and cancels are ignored.
    using Handler = std::function<void(MessageExchange& exchange, Request const& request)>;

    Invoker(MessageExchange& exchange, std::chrono::seconds reply_timeout);
    void on_request(Handler handler) { handler_ = std::move(handler); }

    // Sends a request and gives its Message ID, which it chooses; Command Data Set Type follows from `pieces`. Constant memory.
    // The request may lie in the transport's buffer until `await`. Requests may be pending side by side as far as
    // `may_send` allows. When `pieces` fails the association is aborted, since half a message cannot be taken back; the error
    // is its own.
    Result<std::uint16_t> send(AcceptedContext const& context, CommandSet command, DataSetPieces const& pieces = {});
    // PS3.7 D.3.3.3: whether fewer requests are pending than was negotiated. One, unless a window was.
    bool may_send() const { return window_ == 0 || outstanding_.size() < window_; }
    void set_window(std::uint16_t operations_invoked_max) { window_ = operations_invoked_max; }

    // Waits for the next response to that request. Responses to others are kept for their own `await`. After one that is not
    // pending there is none to come: ErrorCode::not_found.
    Result<Reply> await(std::uint16_t message_id);
    // `send` and `await` of a request that has one response.
    Result<Reply> invoke(AcceptedContext const& context, CommandSet command, DataSetPieces const& pieces = {});
    // C-CANCEL-RQ, PS3.7 9.3.2.3 (the response to the request is still to be awaited).
    Result<void> cancel(AcceptedContext const& context, std::uint16_t message_id);

    // Deals with requests of the peer until one has been dealt with (true) or the time is over (false).
    Result<bool> serve_one(std::chrono::milliseconds timeout);

private:
    struct Outstanding {
        std::vector<Reply> kept;
    };
    Result<Request> next_message();
    Result<void> take_reply(Request const& message);
    void dispatch(Request const& request);
    Failure ended() const;
    std::uint16_t next_message_id();

    MessageExchange& exchange_;
    std::chrono::seconds reply_timeout_;
    Handler handler_;
    std::map<std::uint16_t, Outstanding> outstanding_;  // by Message ID, until the last response has been awaited
    std::uint16_t last_message_id_ = 0;
    std::uint16_t window_ = 1;
};

}  // namespace cassette::dimse
