#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cassette::testing {

namespace {

using namespace std::string_view_literals;
constexpr int patience_ms = 60'000;

std::string padded(std::string text, char pad) {
    if (text.size() % 2 != 0) text += pad;
    return text;
}

std::string ui(std::uint16_t number, std::string const& uid) { return element(0x0000, number, padded(uid, '\0')); }
std::string us(std::uint16_t number, std::uint16_t value) { return element(0x0000, number, little_endian(value, 2)); }

std::size_t length_at(std::string_view bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

}  // namespace

std::string big_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xFFU);
    return text;
}

std::string little_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
}

std::string pdu(std::uint8_t type, std::string_view body) {
    return std::string{static_cast<char>(type)} + '\0' + big_endian(body.size(), 4) + std::string{body};
}

std::string item(std::uint8_t type, std::string_view value) {
    return std::string{static_cast<char>(type)} + '\0' + big_endian(value.size(), 2) + std::string{value};
}

std::string presentation_context(Proposal const& proposal) {
    auto value =
        std::string{static_cast<char>(proposal.id)} + std::string(3, '\0') + item(0x30, proposal.abstract_syntax);
    for (auto const& syntax : proposal.transfer_syntaxes) value += item(0x40, syntax);
    return item(0x20, value);
}

std::string associate_request(std::vector<Proposal> const& proposals) {
    auto body = std::string{"\0\1\0\0"sv} + "CASSETTE        SCRIPTED        " + std::string(32, '\0');
    body += item(0x10, "1.2.840.10008.3.1.1.1");
    for (auto const& proposal : proposals) body += presentation_context(proposal);
    body += item(0x50, item(0x51, big_endian(16384, 4)) + item(0x52, "2.25.1") + item(0x55, "SCRIPTED"));
    return pdu(1, body);
}

std::string p_data(std::uint8_t context, std::uint8_t flags, std::string_view fragment) {
    auto pdv = big_endian(fragment.size() + 2, 4) + static_cast<char>(context) + static_cast<char>(flags);
    return pdu(4, pdv + std::string{fragment});
}

std::string element(std::uint16_t group, std::uint16_t number, std::string_view value) {
    return little_endian(group, 2) + little_endian(number, 2) + little_endian(value.size(), 4) + std::string{value};
}

std::string command_set(std::string_view elements) {
    return element(0x0000, 0x0000, little_endian(elements.size(), 4)) + std::string{elements};
}

std::string echo_request(std::uint16_t message_id) {
    return command_set(ui(0x0002, verification) + us(0x0100, 0x0030) + us(0x0110, message_id) + us(0x0800, 0x0101));
}

std::string store_request(StoreCommand const& command) {
    return command_set(ui(0x0002, command.sop_class) + us(0x0100, 0x0001) + us(0x0110, command.message_id) +
                       us(0x0700, 0) + us(0x0800, command.data_set_type) + ui(0x1000, command.sop_instance));
}

std::string find_request(std::string const& sop_class, std::uint16_t message_id) {
    return command_set(ui(0x0002, sop_class) + us(0x0100, 0x0020) + us(0x0110, message_id) + us(0x0700, 0) +
                       us(0x0800, 0x0102));
}

std::string cancel_request(std::uint16_t message_id) {
    return command_set(us(0x0100, 0x0FFF) + us(0x0120, message_id) + us(0x0800, 0x0101));
}

std::string text_in(std::string_view command, std::uint16_t element_number) {
    auto const wanted = little_endian(0, 2) + little_endian(element_number, 2);
    while (command.size() >= 8) {
        std::size_t length = 0;
        for (std::size_t i = 4; i > 0; --i) length = length << 8U | static_cast<unsigned char>(command[3 + i]);
        if (command.substr(0, 4) == wanted) return std::string{command.substr(8, length)};
        command.remove_prefix(std::min(8 + length, command.size()));
    }
    return {};
}

std::optional<std::uint16_t> number_in(std::string_view command, std::uint16_t element_number) {
    auto const value = text_in(command, element_number);
    if (value.size() != 2) return std::nullopt;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(value[0]) |
                                      static_cast<unsigned char>(value[1]) << 8U);
}

ScriptedPeer::ScriptedPeer(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)} {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    int const on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

ScriptedPeer::~ScriptedPeer() { close(); }

void ScriptedPeer::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

bool ScriptedPeer::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool ScriptedPeer::receive_exactly(std::string& out, std::size_t size) {
    while (size > 0) {
        pollfd waiting{socket_, POLLIN, 0};
        auto const ready = ::poll(&waiting, 1, patience_ms);
        REQUIRE_MESSAGE(ready > 0, "the node says nothing");
        std::string bytes(size, '\0');
        auto const count = ::recv(socket_, bytes.data(), size, 0);
        if (count <= 0) return false;
        out.append(bytes, 0, static_cast<std::size_t>(count));
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

std::string ScriptedPeer::receive() {
    std::string bytes;
    if (!receive_exactly(bytes, 6)) return {};
    if (!receive_exactly(bytes, length_at(bytes, 2))) return {};
    return bytes;
}

std::vector<int> ScriptedPeer::associate(std::vector<Proposal> const& proposals) {
    if (!send(associate_request(proposals))) return {};
    auto const answer = receive();
    if (answer.empty() || answer[0] != 2) return {};
    std::vector<int> results;
    // Items begin behind the fixed part, as in the request; 21H is a presentation context: id | 00 | result | 00 | ...
    for (std::size_t at = 74; at + 4 <= answer.size();) {
        auto const length = length_at(answer, at) & 0xFFFFU;
        if (answer[at] == 0x21) results.push_back(answer[at + 6]);
        at += 4 + length;
    }
    return results;
}

std::optional<ReceivedMessage> ScriptedPeer::receive_message() {
    ReceivedMessage message;
    bool command_done = false;
    while (true) {
        auto const bytes = receive();
        if (bytes.size() < 12 || bytes[0] != 4) return std::nullopt;
        message.context = static_cast<std::uint8_t>(bytes[10]);
        auto const flags = static_cast<std::uint8_t>(bytes[11]);
        auto& part = (flags & command_fragment) != 0 ? message.command : message.data_set;
        part += bytes.substr(12);
        if ((flags & last_fragment) == 0) continue;
        command_done = command_done || (flags & command_fragment) != 0;
        bool const more = (flags & command_fragment) != 0 && number_in(message.command, 0x0800) != 0x0101;
        if (!more) return message;
    }
}

bool ScriptedPeer::release() {
    if (!send(pdu(5, std::string(4, '\0')))) return false;
    auto const answer = receive();
    return !answer.empty() && answer[0] == 6 && closed();
}

bool ScriptedPeer::closed() {
    ::shutdown(socket_, SHUT_WR);
    std::string ignored;
    while (receive_exactly(ignored, 1)) {}
    return true;
}

}  // namespace cassette::testing
