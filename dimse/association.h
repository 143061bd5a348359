#pragma once

#include "dimse/acceptor.h"
#include "dimse/message_exchange.h"
#include "dimse/pending_connections.h"
#include "dimse/transport.h"

namespace cassette::dimse {

// One association, from its request to its end, on the thread that calls `run`.
class Association {
public:
    Association(Acceptor const& acceptor, Requested requested);

    // Negotiates, serves requests and ends: by release, by abort, or because the server stops. Returns when the peer has
    // closed or ARTIM has expired.
    void run();
    // Makes `run` return soon, whatever it is doing. From any thread.
    void interrupt() { transport_.interrupt(); }

private:
    void serve();
    std::vector<AcceptedContext> negotiate(UpperLayer& upper_layer) const;
    void serve_requests(MessageExchange& exchange);
    void end(MessageExchange& exchange);
    void abort(Abort why);
    void tell(std::string_view operation, std::string_view error = {});

    Acceptor const& acceptor_;
    Peer peer_;
    AssociateRequest request_;
    Transport transport_;
};

}  // namespace cassette::dimse
