#include "tests/end_to_end/soak_peer.h"

#include "tests/support/loopback_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace cassette::testing {

namespace {

constexpr int patience_ms = 60'000;
constexpr std::uint16_t c_store_rq = 0x0001;

std::size_t length_at(std::string_view bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::string us(std::uint16_t number, std::uint16_t value) { return element(0x0000, number, little_endian(value, 2)); }

// PS3.7 D.3.3.4: 54H | 00 | length (2) | UID-length (2) | SOP-class-uid | SCU-role | SCP-role
std::string role_selection(std::string const& sop_class) {
    return item(0x54, big_endian(sop_class.size(), 2) + sop_class + '\0' + '\1');
}

// The request of scripted_peer.h with one more sub-item at its end, which is that of the User Information Item.
std::string with_role(std::string request, std::string const& sop_class) {
    auto const role = role_selection(sop_class);
    auto const information = request.rfind(std::string{"\x50\0", 2}, request.find(item(0x51, big_endian(16384, 4))));
    auto const length = (length_at(request, information) & 0xFFFFU) + role.size();
    request.replace(information + 2, 2, big_endian(length, 2));
    request += role;
    request.replace(2, 4, big_endian(request.size() - 6, 4));
    return request;
}

}  // namespace

SoakPeer::SoakPeer(std::uint16_t port) {
    auto const [handle, connected] = connect_to_loopback(port);
    socket_ = handle;
    if (!connected) close();
}

SoakPeer::~SoakPeer() { close(); }

void SoakPeer::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

void SoakPeer::abort() {
    (void)send(pdu(7, std::string(4, '\0')));
    close();
}

bool SoakPeer::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool SoakPeer::receive_exactly(std::string& out, std::size_t size) {
    std::string piece(std::min<std::size_t>(size, 65536), '\0');
    while (size > 0) {
        pollfd waiting{socket_, POLLIN, 0};
        if (socket_ < 0 || ::poll(&waiting, 1, patience_ms) <= 0) return false;
        auto const count = ::recv(socket_, piece.data(), std::min(piece.size(), size), 0);
        if (count <= 0) return false;
        out.append(piece, 0, static_cast<std::size_t>(count));
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

std::string SoakPeer::receive() {
    std::string bytes;
    if (!receive_exactly(bytes, 6) || !receive_exactly(bytes, length_at(bytes, 2))) return {};
    return bytes;
}

bool SoakPeer::associate(std::vector<Proposal> const& proposals, std::string const& sop_class_as_scp) {
    auto request = associate_request(proposals);
    if (!sop_class_as_scp.empty()) request = with_role(std::move(request), sop_class_as_scp);
    if (!send(request)) return false;
    auto const answer = receive();
    rejected_ = !answer.empty() && answer[0] == 3;
    if (answer.empty() || answer[0] != 2) return false;
    std::size_t accepted = 0;
    for (std::size_t at = 74; at + 8 <= answer.size();) {
        if (answer[at] == 0x21 && answer[at + 6] == 0) ++accepted;
        at += 4 + (length_at(answer, at) & 0xFFFFU);
    }
    return accepted == proposals.size();
}

std::optional<SoakPeer::Message> SoakPeer::receive_message() {
    Message message;
    bool command_done = false;
    while (true) {
        auto const bytes = receive();
        if (bytes.size() < 12 || bytes[0] != 4) return std::nullopt;
        // Several PDVs may share a PDU: length (4) | context | flags | fragment
        for (std::size_t at = 6; at + 6 <= bytes.size();) {
            auto const length = length_at(bytes, at);
            auto const flags = static_cast<std::uint8_t>(bytes[at + 5]);
            bool const is_command = (flags & command_fragment) != 0;
            message.context = static_cast<std::uint8_t>(bytes[at + 4]);
            (is_command ? message.command : message.data_set).append(bytes, at + 6, length - 2);
            command_done = command_done || (is_command && (flags & last_fragment) != 0);
            bool const has_data = command_done && number_in(message.command, 0x0800) != 0x0101;
            bool const is_last = (flags & last_fragment) != 0 && command_done && (!is_command || !has_data);
            if (is_last) return message;
            at += 4 + length;
        }
    }
}

bool SoakPeer::answer_store(Message const& message) {
    auto const response = command_set(element(0x0000, 0x0002, text_in(message.command, 0x0002)) + us(0x0100, 0x8001) +
                                      us(0x0120, number_in(message.command, 0x0110).value_or(0)) + us(0x0800, 0x0101) +
                                      us(0x0900, 0) + element(0x0000, 0x1000, text_in(message.command, 0x1000)));
    ++stored_;
    // A UID may have a NUL behind it (PS3.5 9.1).
    if (listener_) listener_(text_in(message.command, 0x1000).c_str(), message.data_set);
    return send(p_data(message.context, command_fragment | last_fragment, response));
}

std::optional<std::uint16_t> SoakPeer::final_status() {
    while (auto const message = receive_message()) {
        if (number_in(message->command, 0x0100) == c_store_rq) {
            if (!answer_store(*message)) return std::nullopt;
            continue;
        }
        auto const status = number_in(message->command, 0x0900);
        if (!status || (*status & 0xFF00U) != 0xFF00U) return status;
        ++pending_;
    }
    return std::nullopt;
}

bool SoakPeer::release() {
    if (!send(pdu(5, std::string(4, '\0')))) return false;
    auto const answer = receive();
    close();
    return !answer.empty() && answer[0] == 6;
}

}  // namespace cassette::testing
