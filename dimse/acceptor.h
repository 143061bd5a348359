#pragma once

#include "dimse/server.h"

#include <chrono>
#include <string>
#include <string_view>

namespace cassette::dimse {

// What the parts of one server share.
struct Acceptor {
    ServerSettings settings;
    Archive& archive;
    OperationObserver observer;
    int stop_event = -1;   // becomes, and stays, readable when the server stops
    int abort_event = -1;  // the same when it waits no longer for running operations
};

// Who is at the other end.
struct Peer {
    std::string association;  // id
    std::string remote;
    std::string calling_ae_title = {};
    std::string called_ae_title = {};
    Address address = {};
};

// An Operation with the peer's part filled in.
[[nodiscard]] inline Operation operation_of(Peer const& peer, std::string_view operation) {
    return {.association = peer.association,
            .operation = operation,
            .calling_ae_title = peer.calling_ae_title,
            .called_ae_title = peer.called_ae_title,
            .remote = peer.remote,
            .status = 0,
            .sop_instance = {},
            .error = {}};
}

inline void report(Acceptor const& acceptor, Operation const& operation) {
    if (acceptor.observer) acceptor.observer(operation);
}

}  // namespace cassette::dimse
