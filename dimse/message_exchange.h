#pragma once

#include "dimse/command_set.h"
#include "dimse/presentation_context.h"
#include "dimse/transport.h"
#include "dimse/upper_layer.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// A message that has arrived, a request mostly; its data set, where it has one, is still to be read.
struct Request {
    CommandSet command;
    AcceptedContext const* context;  // lives as long as the association
};

// DIMSE messages over an association, PS3.7 6.3: commands in, data sets in pieces, messages out. Once `ended` it stays so.
// Requests of ours go through an Invoker.
class MessageExchange {
public:
    MessageExchange(Transport& transport, UpperLayer upper_layer, std::vector<AcceptedContext> contexts);

    // The accepted ones; they live as long as this.
    std::vector<AcceptedContext> const& contexts() const { return contexts_; }

    // Waits for the next message, at most `idle_timeout`, which then ends the association. nullopt when it has ended.
    std::optional<Request> next_request(std::chrono::seconds idle_timeout);
    // The same for a message that an operation of ours waits for: the server's stopping does not end that one.
    std::optional<Request> next_message(std::chrono::seconds timeout);
    // The next piece of the request's data set. nullopt when the association has ended.
    std::optional<Pdv> next_fragment(Request const& request);
    // The whole data set, for small ones: ErrorCode::too_large beyond `size_max`, after it has been read all the same;
    // ErrorCode::cancelled when the association has ended.
    Result<std::string> read_data_set(Request const& request, std::size_t size_max);
    // Reads the data set, if there is one, and forgets it.
    void discard_data_set(Request const& request);

    // Waits for the first byte of the next message, and ends nothing.
    Transport::Wait wait(std::chrono::milliseconds timeout) { return transport_->wait_in_operation(timeout); }

    // Sends a response; it may lie in the transport's buffer until somebody waits for the peer, or `flush`.
    bool respond(Request const& request, Response const& response, std::string_view data_set = {});
    bool flush();
    // Flushes when the last flush is a while ago: a slow stream of responses still arrives as it is made.
    bool flush_if_late();
    // Whether a C-CANCEL-RQ for this request has come in meanwhile (PS3.7 9.3.2.3). Does not wait.
    bool cancelled(Request const& request);

    // A message of ours in parts: the command, then the data set in pieces and its end. False when the association has ended.
    bool send_command(AcceptedContext const& context, std::string_view command);
    bool send_piece(AcceptedContext const& context, std::span<std::byte const> bytes);
    bool finish_data_set(AcceptedContext const& context);

    // Ends the association with an A-ABORT. Keeps the first reason.
    void end(Ending ending);
    bool ended() const { return ending_.has_value(); }
    Ending const& ending() const { return *ending_; }
    void acknowledge_release() { upper_layer_.acknowledge_release(); }
    bool release(std::chrono::milliseconds timeout) { return upper_layer_.release(timeout); }

private:
    std::optional<Request> read_after(Transport::Wait waited, std::string_view too_late);
    std::optional<Request> read_command();
    std::optional<Pdv> next_pdv();
    bool check_sent(bool sent);

    Transport* transport_;
    UpperLayer upper_layer_;
    std::vector<AcceptedContext> contexts_;
    std::array<AcceptedContext const*, 256> by_id_{};
    std::optional<Ending> ending_;
};

}  // namespace cassette::dimse
