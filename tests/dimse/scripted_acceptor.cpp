#include "tests/dimse/scripted_acceptor.h"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <span>

namespace cassette::testing {

namespace {

constexpr std::uint16_t response_bit = 0x8000;

}  // namespace

ScriptedAcceptor::ScriptedAcceptor(AcceptorScript script)
    : script_{std::move(script)}, listening_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(listening_, 16) == 0);
    REQUIRE(::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread{[this] { run(); }};
}

ScriptedAcceptor::~ScriptedAcceptor() {
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

std::vector<ReceivedMessage> ScriptedAcceptor::messages() const {
    std::scoped_lock const lock{mutex_};
    return messages_;
}

std::vector<dimse::AssociateRequest> ScriptedAcceptor::requests() const {
    std::scoped_lock const lock{mutex_};
    return requests_;
}

void ScriptedAcceptor::run() {
    while (true) {
        int const socket = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        ScriptedPeer peer{ScriptedPeer::Connected{socket}};
        serve(peer);
    }
}

void ScriptedAcceptor::serve(ScriptedPeer& peer) {
    if (!accept_association(peer)) return;
    while (auto const message = peer.receive_message())
        if (!answer(peer, *message)) return;
    // A-RELEASE-RP to whatever ended it; who has aborted does not read it.
    if (peer.send(pdu(6, std::string(4, '\0')))) ++released_;
}

bool ScriptedAcceptor::accept_association(ScriptedPeer& peer) {
    auto const bytes = peer.receive();
    auto const read = dimse::read_associate_request(std::as_bytes(std::span{bytes}));
    if (read.rejection) return false;
    dimse::AssociateAccept accept{.contexts = {}, .pdu_length_max = 16384};
    for (auto const& proposed : read.request.contexts) {
        auto const chosen = script_.choose ? script_.choose(proposed) : proposed.transfer_syntaxes.front();
        auto const result =
            chosen ? dimse::ContextResult::acceptance : dimse::ContextResult::transfer_syntaxes_not_supported;
        accept.contexts.push_back({proposed.id, result, chosen.value_or("")});
    }
    for (auto roles : read.request.roles) {
        if (script_.roles == AcceptorScript::Roles::unanswered) break;
        if (script_.roles == AcceptorScript::Roles::refused) roles.scp = false;
        accept.roles.push_back(roles);
    }
    {
        std::scoped_lock const lock{mutex_};
        requests_.push_back(read.request);
    }
    return peer.send(dimse::write_associate_accept(read.request, accept));
}

bool ScriptedAcceptor::answer(ScriptedPeer& peer, ReceivedMessage const& message) {
    std::size_t number = 0;
    {
        std::scoped_lock const lock{mutex_};
        number = messages_.size();
        messages_.push_back(message);
    }
    auto const status = script_.status ? script_.status(number) : std::uint16_t{0};
    if (!status) return false;
    return peer.send(p_data(message.context, command_fragment | last_fragment, response_to(message.command, *status)));
}

std::string response_to(std::string_view command, std::uint16_t status) {
    auto const field = number_in(command, 0x0100).value_or(0);
    auto const number = [](std::uint16_t element_number, std::uint16_t value) {
        return element(0x0000, element_number, little_endian(value, 2));
    };
    return command_set(element(0x0000, 0x0002, text_in(command, 0x0002)) +
                       number(0x0100, static_cast<std::uint16_t>(field | response_bit)) +
                       number(0x0120, number_in(command, 0x0110).value_or(0)) + number(0x0800, 0x0101) +
                       number(0x0900, status));
}

}  // namespace cassette::testing
