#pragma once

#include "dimse/associate_accept.h"
#include "dimse/associate_request.h"
#include "tests/dimse/scripted_peer.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace cassette::testing {

// What an acceptor says to what it is asked.
struct AcceptorScript {
    // The transfer syntax in which a context is accepted; nullopt: it is not. By default the first one of each.
    std::function<std::optional<std::string>(dimse::ProposedContext const&)> choose = {};
    enum class Roles { as_proposed, unanswered, refused } roles = Roles::as_proposed;
    // The status of each response, by the number of the message, from 0; nullopt: the connection breaks. By default success.
    std::function<std::optional<std::uint16_t>(std::size_t)> status = {};
};

// A peer that is called: takes associations one after another, answers each request and remembers it. A thread of its own.
class ScriptedAcceptor {
public:
    explicit ScriptedAcceptor(AcceptorScript script = {});
    ScriptedAcceptor(ScriptedAcceptor const&) = delete;
    ScriptedAcceptor& operator=(ScriptedAcceptor const&) = delete;
    ~ScriptedAcceptor();

    std::uint16_t port() const { return port_; }
    std::vector<ReceivedMessage> messages() const;
    std::vector<dimse::AssociateRequest> requests() const;
    std::size_t released() const { return released_; }

private:
    void run();
    void serve(ScriptedPeer& peer);
    bool accept_association(ScriptedPeer& peer);
    bool answer(ScriptedPeer& peer, ReceivedMessage const& message);

    AcceptorScript script_;
    int listening_;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::vector<ReceivedMessage> messages_;
    std::vector<dimse::AssociateRequest> requests_;
    std::atomic<std::size_t> released_ = 0;
    std::thread thread_;
};

// The response to a request, without a data set.
[[nodiscard]] std::string response_to(std::string_view command, std::uint16_t status);

}  // namespace cassette::testing
