#pragma once

#include "dimse/acceptor.h"
#include "dimse/associate_request.h"
#include "dimse/channel.h"

#include <poll.h>

#include <chrono>
#include <list>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dimse {

// A connection whose A-ASSOCIATE-RQ is there and acceptable.
struct Requested {
    Channel channel;
    Peer peer;
    AssociateRequest request;
    std::string received;  // what came behind it
};

// Connections that are no association: those that await an A-ASSOCIATE-RQ (PS3.8 9.2.3, Sta2) and those that were refused and
// await the peer's closing (Sta13), all under the ARTIM timer. They cost a socket and what they have sent, no thread: a peer
// that says nothing keeps nobody waiting. One thread.
class PendingConnections {
public:
    explicit PendingConnections(Acceptor const& acceptor) : acceptor_{acceptor} {}

    // Looks at it from now on, its TLS handshake first. Of too many, the oldest is dropped.
    void add(Channel channel, Peer peer);
    // Sends the A-ASSOCIATE-RJ and lets go when the peer has read it.
    void reject(Requested requested, Rejection rejection, std::string_view why);

    // Adds what to poll for.
    void append_to(std::vector<pollfd>& waiting) const;
    std::optional<std::chrono::steady_clock::time_point> next_deadline() const;
    // After poll: reads what is there. `waiting` starts with the first of ours. Gives the requests that are complete.
    std::vector<Requested> serve(pollfd const* waiting);
    void clear() { connections_.clear(); }

private:
    using Clock = std::chrono::steady_clock;
    struct Connection {
        Channel channel;
        Peer peer;
        Clock::time_point deadline;
        std::string bytes = {};
        bool refused = false;
        bool secure = false;  // the TLS handshake is done, or there is none
        Channel::Need need = Channel::Need::readable;
    };
    enum class Progress { waiting, complete, gone };
    Progress advance(Connection& connection);
    Progress shake_hands(Connection& connection);
    Progress receive(Connection& connection);
    static Progress drain(Connection& connection);
    Progress check_head(Connection& connection);
    std::optional<Requested> read(Connection& connection);
    void refuse(Connection& connection, ShortPdu const& pdu, std::string_view why);
    void report_failure(Peer const& peer, std::string_view why) const;

    Acceptor const& acceptor_;
    std::list<Connection> connections_;  // oldest first, so deadlines ascend but for refused ones
};

}  // namespace cassette::dimse
