#pragma once

#include "dimse/command_set.h"
#include "dimse/presentation_context.h"
#include "dimse/transport.h"
#include "dimse/upper_layer.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// A request that has arrived; its data set, where it has one, is still to be read.
struct Request {
    CommandSet command;
    AcceptedContext const* context;  // lives as long as the association
};

// DIMSE messages over an association, PS3.7 6.3: commands in, data sets in pieces, responses out. Once `ended` it stays so.
class MessageExchange {
public:
    MessageExchange(Transport& transport, UpperLayer upper_layer, std::vector<AcceptedContext> contexts);

    // Waits for the next request, at most `idle_timeout`. nullopt when the association has ended.
    std::optional<Request> next_request(std::chrono::seconds idle_timeout);
    // The next piece of the request's data set. nullopt when the association has ended.
    std::optional<Pdv> next_fragment(Request const& request);
    // The whole data set, for small ones: ErrorCode::too_large beyond `size_max`, after it has been read all the same;
    // ErrorCode::cancelled when the association has ended.
    Result<std::string> read_data_set(Request const& request, std::size_t size_max);
    // Reads the data set, if there is one, and forgets it.
    void discard_data_set(Request const& request);

    // Sends a response; it may lie in the transport's buffer until somebody waits for the peer, or `flush`.
    bool respond(Request const& request, Response const& response, std::string_view data_set = {});
    bool flush();
    // Flushes when the last flush is a while ago: a slow stream of responses still arrives as it is made.
    bool flush_if_late();
    // Whether a C-CANCEL-RQ for this request has come in meanwhile (PS3.7 9.3.2.3). Does not wait.
    bool cancelled(Request const& request);

    // Ends the association with an A-ABORT. Keeps the first reason.
    void end(Ending ending);
    bool ended() const { return ending_.has_value(); }
    Ending const& ending() const { return *ending_; }
    void acknowledge_release() { upper_layer_.acknowledge_release(); }

private:
    std::optional<Request> read_command();
    std::optional<Pdv> next_pdv();

    Transport* transport_;
    UpperLayer upper_layer_;
    std::vector<AcceptedContext> contexts_;
    std::array<AcceptedContext const*, 256> by_id_{};
    std::optional<Ending> ending_;
};

}  // namespace cassette::dimse
