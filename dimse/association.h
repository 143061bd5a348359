#pragma once

#include "dimse/acceptor.h"
#include "dimse/associate_accept.h"
#include "dimse/message_exchange.h"
#include "dimse/pending_connections.h"
#include "dimse/transport.h"

namespace cassette::dimse {

// One association, from its request to its end, on the thread that calls `run`.
class Association {
public:
    Association(Acceptor const& acceptor, Requested requested);

    // Negotiates, serves requests and ends: by release, by abort, or because the server stops. Returns when the peer has
    // closed or ARTIM has expired; soon, whatever it is doing, after the acceptor's abort event.
    void run();

private:
    void serve();
    bool identify(AssociateAccept& accept);
    bool reject(Rejection rejection, std::string_view why);
    void serve_requests(MessageExchange& exchange);
    void end(MessageExchange& exchange);
    void abort(Abort why);
    void tell(std::string_view operation, std::string_view error = {});

    Acceptor const& acceptor_;
    Peer peer_;
    AssociateRequest request_;
    std::vector<ExtendedNegotiation> extended_ = {};  // agreed on
    Principal principal_ = {};
    PeerPermissions permissions_ = {};
    Transport transport_;
};

}  // namespace cassette::dimse
