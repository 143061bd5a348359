#include "dimse/pending_connections.h"

#include "dimse/admission.h"
#include "dimse/tls.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace cassette::dimse {

namespace {

constexpr std::size_t connections_max = 256;

void send_now(Channel& channel, ShortPdu const& pdu) {
    // The first bytes on this connection: the socket's buffer has room for them.
    (void)channel.send(pdu);
    channel.end_sending();
}

// PS3.8 9.3.1: bytes of the whole PDU, head included.
std::size_t pdu_size(std::string_view head) {
    std::size_t length = 0;
    for (char const c : head.substr(2, 4)) length = length << 8U | static_cast<unsigned char>(c);
    return pdu_head_size + length;
}

}  // namespace

void PendingConnections::add(Channel channel, Peer peer) {
    if (connections_.size() >= connections_max) {
        report_failure(connections_.front().peer, "too many connections without a request");
        connections_.pop_front();
    }
    connections_.push_back({std::move(channel), std::move(peer), Clock::now() + acceptor_.settings.artim_timeout});
}

void PendingConnections::reject(Requested requested, Rejection rejection, std::string_view why) {
    Connection connection{std::move(requested.channel), std::move(requested.peer), {}};
    refuse(connection, encode(rejection), why);
    connections_.push_back(std::move(connection));
}

void PendingConnections::append_to(std::vector<pollfd>& waiting) const {
    for (auto const& connection : connections_) {
        short const events = connection.need == Channel::Need::writable ? POLLOUT : POLLIN;
        waiting.push_back({connection.channel.socket(), events, 0});
    }
}

std::optional<std::chrono::steady_clock::time_point> PendingConnections::next_deadline() const {
    auto const first = std::ranges::min_element(connections_, {}, &Connection::deadline);
    if (first == connections_.end()) return std::nullopt;
    return first->deadline;
}

std::vector<Requested> PendingConnections::serve(pollfd const* waiting) {
    std::vector<Requested> requested;
    auto const now = Clock::now();
    for (auto at = connections_.begin(); at != connections_.end(); ++waiting) {
        auto progress = waiting->revents != 0 ? advance(*at) : Progress::waiting;
        if (progress == Progress::complete) {
            auto read_whole = read(*at);
            if (read_whole) requested.push_back(std::move(*read_whole));
            progress = read_whole ? Progress::gone : Progress::waiting;
        }
        if (progress == Progress::waiting && now >= at->deadline) {
            if (!at->refused) report_failure(at->peer, "no A-ASSOCIATE-RQ in time (ARTIM)");
            progress = Progress::gone;
        }
        at = progress == Progress::gone ? connections_.erase(at) : std::next(at);
    }
    return requested;
}

PendingConnections::Progress PendingConnections::advance(Connection& connection) {
    if (connection.refused) return drain(connection);
    if (!connection.secure) {
        auto const progress = shake_hands(connection);
        if (!connection.secure) return progress;
    }
    auto progress = receive(connection);
    // What TLS has decrypted already makes no socket readable.
    while (progress == Progress::waiting && !connection.refused && connection.channel.holds_bytes())
        progress = receive(connection);
    return progress;
}

PendingConnections::Progress PendingConnections::shake_hands(Connection& connection) {
    auto const moved = connection.channel.handshake();
    connection.secure = moved.count > 0;
    connection.need = connection.secure ? Channel::Need::readable : moved.need;
    if (connection.secure || moved.need != Channel::Need::nothing) return Progress::waiting;
    report_failure(connection.peer, "no TLS connection: " + tls_failure());
    return Progress::gone;
}

// PS3.8 9.2.3, Sta13 and AA-6: what still comes is ignored, until the peer closes.
PendingConnections::Progress PendingConnections::drain(Connection& connection) {
    std::array<std::byte, 16 * 1024> ignored;
    auto const count = ::recv(connection.channel.socket(), ignored.data(), ignored.size(), MSG_DONTWAIT);
    bool const waiting = count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR));
    return waiting ? Progress::waiting : Progress::gone;
}

PendingConnections::Progress PendingConnections::receive(Connection& connection) {
    std::array<std::byte, 16 * 1024> buffer;
    auto const moved = connection.channel.receive(buffer);
    if (moved.count == 0 && moved.need != Channel::Need::nothing) {
        connection.need = moved.need;
        return Progress::waiting;
    }
    if (moved.count == 0) {
        report_failure(connection.peer, "closed before its A-ASSOCIATE-RQ was complete");
        return Progress::gone;
    }
    connection.need = Channel::Need::readable;
    connection.bytes.append(reinterpret_cast<char const*>(buffer.data()), moved.count);
    return check_head(connection);
}

PendingConnections::Progress PendingConnections::check_head(Connection& connection) {
    if (static_cast<PduType>(connection.bytes.front()) != PduType::a_associate_rq) {
        // PS3.8 9.2.3, Sta2 and AA-1.
        refuse(connection, encode(service_user_abort), "not an A-ASSOCIATE-RQ");
        return Progress::waiting;
    }
    if (connection.bytes.size() < pdu_head_size) return Progress::waiting;
    auto const size = pdu_size(connection.bytes);
    if (size > associate_request_size_max) {
        refuse(connection, encode(no_reason_given), "an A-ASSOCIATE-RQ of no end");
        return Progress::waiting;
    }
    return connection.bytes.size() >= size ? Progress::complete : Progress::waiting;
}

std::optional<Requested> PendingConnections::read(Connection& connection) {
    auto const size = pdu_size(connection.bytes);
    auto read = read_associate_request(std::as_bytes(std::span{connection.bytes}.first(size)));
    connection.peer.calling_ae_title = read.request.calling_ae_title;
    connection.peer.called_ae_title = read.request.called_ae_title;
    if (read.rejection) {
        refuse(connection, encode(*read.rejection), read.complaint);
        return std::nullopt;
    }
    if (auto const refused = refuse_caller(acceptor_.settings, connection.peer)) {
        refuse(connection, encode(refused->rejection), refused->why);
        return std::nullopt;
    }
    return Requested{std::move(connection.channel), std::move(connection.peer), std::move(read.request),
                     connection.bytes.substr(size)};
}

void PendingConnections::refuse(Connection& connection, ShortPdu const& pdu, std::string_view why) {
    send_now(connection.channel, pdu);
    connection.refused = true;
    connection.bytes = {};
    connection.deadline = Clock::now() + acceptor_.settings.artim_timeout;
    report_failure(connection.peer, why);
}

void PendingConnections::report_failure(Peer const& peer, std::string_view why) const {
    auto operation = operation_of(peer, "A-ASSOCIATE");
    operation.error = why;
    report(acceptor_, operation);
}

}  // namespace cassette::dimse
