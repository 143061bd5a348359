// A PDU, PS3.8 9.3.1, and its variable items; all lengths are big endian:
//
//   | type 8 | 00 | length 32 | ...            01 A-ASSOCIATE-RQ, 02 -AC, 03 -RJ, 04 P-DATA-TF, 05/06 A-RELEASE, 07 A-ABORT
//   | item 8 | 00 | length 16 | ...            10 application context, 20/21 presentation context, 30/40 syntaxes, 50 user
//
// P-DATA-TF, PS3.8 9.3.5, carries presentation data values:
//
//   | 04 | 00 | length 32 | length 32 | context 8 | flags 8 | fragment ...     flags: 1 command, 2 last
//
// A command, PS3.7 6.3.1, is a data set in implicit VR little endian.

#include "tests/support/raw_association.h"

#include "tools/generate/element_writer.h"

#include <doctest/doctest.h>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace cassette::testing {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t fragment_bytes_max = 16 * 1024 - 12;  // every peer takes 16 KiB
constexpr int patience_ms = 120'000;

std::string big_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xFF);
    return text;
}

std::uint32_t number_at(std::string_view bytes, std::size_t offset, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = offset; i < std::min(bytes.size(), offset + count); ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

std::string pdu(char type, std::string_view body) {
    return std::string{type} + '\0' + big_endian(body.size(), 4) + std::string{body};
}

std::string item(char type, std::string_view body) {
    return std::string{type} + '\0' + big_endian(body.size(), 2) + std::string{body};
}

std::string associate_request(std::string const& abstract_syntax, std::string const& transfer_syntax) {
    auto const context = std::string{"\1\0\0\0"sv} + item(0x30, abstract_syntax) + item(0x40, transfer_syntax);
    auto const user = item(0x51, big_endian(16 * 1024, 4)) + item(0x52, "2.25.99"sv);
    return pdu(1,
               std::string{"\0\1\0\0"sv} + "CASSETTE        RAW_ASSOCIATION " + std::string(32, '\0') +
                   item(0x10, "1.2.840.10008.3.1.1.1"sv) + item(0x20, context) + item(0x50, user));
}

// PS3.7 9.3.1.1
std::string store_request(ProposedStore const& proposed) {
    using generate::ElementWriter;
    auto constexpr encoding = generate::Encoding::implicit_little_endian;
    ElementWriter body{encoding};
    body.text({0x0000, 0x0002}, "UI", proposed.sop_class);
    body.unsigned_short({0x0000, 0x0100}, 0x0001);
    body.unsigned_short({0x0000, 0x0110}, 1);
    body.unsigned_short({0x0000, 0x0700}, 0);
    body.unsigned_short({0x0000, 0x0800}, 0x0001);
    body.text({0x0000, 0x1000}, "UI", proposed.sop_instance);
    auto length = big_endian(body.written().size(), 4);
    std::ranges::reverse(length);
    ElementWriter command{encoding};
    command.bytes({0x0000, 0x0000}, "UL", length);
    return command.written() + body.written();
}

// The Status of a response command, which may come in one fragment only: all DIMSE responses do.
std::optional<std::uint16_t> status_in(std::string_view command) {
    auto const at = command.find("\0\0\0\x09\2\0\0\0"sv);
    if (at == std::string_view::npos || at + 10 > command.size()) return std::nullopt;
    auto const low = static_cast<unsigned char>(command[at + 8]);
    auto const high = static_cast<unsigned char>(command[at + 9]);
    return static_cast<std::uint16_t>(high << 8 | low);
}

int connected_socket(std::string const& host, std::string const& port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    REQUIRE(getaddrinfo(host.c_str(), port.c_str(), &hints, &found) == 0);
    int const socket = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool const connected = connect(socket, found->ai_addr, found->ai_addrlen) == 0;
    freeaddrinfo(found);
    REQUIRE(connected);
    return socket;
}

}  // namespace

RawAssociation::RawAssociation(std::string const& host, std::string const& port)
    : socket_{connected_socket(host, port)} {}

RawAssociation::~RawAssociation() { close(socket_); }

bool RawAssociation::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string RawAssociation::receive() {
    std::string received;
    std::size_t wanted = 6;
    while (received.size() < wanted) {
        pollfd waiting{socket_, POLLIN, 0};
        if (poll(&waiting, 1, patience_ms) <= 0) return {};
        char buffer[4096];
        auto const got = recv(socket_, buffer, std::min(sizeof buffer, wanted - received.size()), 0);
        if (got <= 0) return {};
        received.append(buffer, static_cast<std::size_t>(got));
        if (received.size() == 6) wanted += number_at(received, 2, 4);
    }
    return received;
}

std::optional<int> RawAssociation::request(std::string const& abstract_syntax, std::string const& transfer_syntax) {
    if (!send(associate_request(abstract_syntax, transfer_syntax))) return std::nullopt;
    auto const answer = receive();
    if (answer.empty() || answer[0] != 2) return std::nullopt;
    // PS3.8 9.3.3: 68 fixed bytes after the header, then items.
    for (std::size_t at = 74; at + 4 <= answer.size(); at += 4 + number_at(answer, at + 2, 2)) {
        if (answer[at] == 0x21) return static_cast<unsigned char>(answer[at + 6]);
    }
    return std::nullopt;
}

bool RawAssociation::send_fragments(std::string_view message, bool is_command) {
    do {
        auto const fragment = message.substr(0, fragment_bytes_max);
        message.remove_prefix(fragment.size());
        auto const flags = static_cast<char>((is_command ? 1 : 0) | (message.empty() ? 2 : 0));
        auto const value = big_endian(fragment.size() + 2, 4) + '\1' + flags + std::string{fragment};
        if (!send(pdu(4, value))) return false;
    } while (!message.empty());
    return true;
}

std::optional<std::uint16_t> RawAssociation::store(ProposedStore const& proposed, std::string_view dataset) {
    // A peer that refuses may close while we still send: its answer counts all the same.
    if (send_fragments(store_request(proposed), true)) send_fragments(dataset, false);
    auto const answer = receive();
    if (answer.size() < 12 || answer[0] != 4) return std::nullopt;
    return status_in(std::string_view{answer}.substr(12));
}

void RawAssociation::release() {
    if (send(pdu(5, "\0\0\0\0"sv))) (void)receive();
}

RawStoreOutcome raw_store(std::string const& host, std::string const& port, ProposedStore const& proposed,
                          std::string_view dataset) {
    RawAssociation association{host, port};
    RawStoreOutcome outcome;
    outcome.context_result = association.request(proposed.sop_class, proposed.transfer_syntax);
    if (outcome.context_result != 0) return outcome;
    outcome.status = association.store(proposed, dataset);
    if (outcome.status) association.release();
    return outcome;
}

}  // namespace cassette::testing
