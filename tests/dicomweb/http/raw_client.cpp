#include "tests/dicomweb/http/raw_client.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace cassette::testing {

namespace {

constexpr int patience_ms = 20'000;

int connect_to(std::uint16_t port, std::string const& address) {
    bool const six = address.find(':') != std::string::npos;
    int const descriptor = ::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    ::inet_pton(AF_INET, address.c_str(), &four.sin_addr);
    sockaddr_in6 long_one{};
    long_one.sin6_family = AF_INET6;
    long_one.sin6_port = htons(port);
    ::inet_pton(AF_INET6, address.c_str(), &long_one.sin6_addr);
    auto const* where = six ? reinterpret_cast<sockaddr*>(&long_one) : reinterpret_cast<sockaddr*>(&four);
    if (::connect(descriptor, where, six ? sizeof long_one : sizeof four) == 0) return descriptor;
    ::close(descriptor);
    return -1;
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

void parse_header(std::string const& header, RawAnswer& answer) {
    answer.header = header;
    if (header.size() > 12) answer.status = std::atoi(header.c_str() + 9);
    auto at = header.find("\r\n") + 2;
    while (at < header.size()) {
        auto const end = header.find("\r\n", at);
        auto const line = header.substr(at, end - at);
        at = end + 2;
        auto const colon = line.find(": ");
        if (colon == std::string::npos) continue;
        answer.fields[lower(line.substr(0, colon))] = line.substr(colon + 2);
    }
}

}  // namespace

std::string RawAnswer::field(std::string const& name) const {
    auto const found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
}

RawClient::RawClient(std::uint16_t port, char const* address)
    : socket_{connect_to(port, address)}, ended_{socket_ < 0} {}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::shutdown_send() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::fill() {
    if (ended_) return false;
    pollfd ready{socket_, POLLIN, 0};
    std::array<char, 65536> bytes;
    silent_ = ::poll(&ready, 1, patience_ms) != 1;
    auto const count = silent_ ? -1 : ::recv(socket_, bytes.data(), bytes.size(), 0);
    ended_ = count <= 0;
    if (!ended_) buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return !ended_;
}

bool RawClient::read_to(std::size_t count) {
    while (buffer_.size() < count && fill()) {}
    return buffer_.size() >= count;
}

std::string RawClient::receive_bytes(std::size_t count) {
    read_to(count);
    auto bytes = buffer_.substr(0, count);
    buffer_.erase(0, bytes.size());
    return bytes;
}

std::string RawClient::line() {
    auto end = buffer_.find("\r\n");
    while (end == std::string::npos && fill()) end = buffer_.find("\r\n");
    if (end == std::string::npos) return {};
    auto text = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return text;
}

RawAnswer RawClient::receive(BodyOf body) {
    RawAnswer answer;
    auto end = buffer_.find("\r\n\r\n");
    while (end == std::string::npos && fill()) end = buffer_.find("\r\n\r\n");
    if (end == std::string::npos) return answer;
    parse_header(receive_bytes(end + 4), answer);
    bool const none = body == BodyOf::head || answer.status == 204 || answer.status == 304 || answer.status == 100;
    if (none) {
        answer.complete = true;
        return answer;
    }
    if (answer.field("transfer-encoding") == "chunked") {
        read_chunked(answer);
    } else {
        read_sized(answer);
    }
    return answer;
}

void RawClient::read_sized(RawAnswer& answer) {
    auto const length = answer.field("content-length");
    if (length.empty()) {
        while (fill()) {}
        answer.body = std::exchange(buffer_, {});
        return;
    }
    auto const count = std::stoull(length);
    answer.complete = read_to(count);
    answer.body = receive_bytes(count);
}

void RawClient::read_chunked(RawAnswer& answer) {
    while (true) {
        auto const header = line();
        if (header.empty()) return;
        auto const size = std::stoull(header, nullptr, 16);
        if (size == 0) break;
        answer.body += receive_bytes(size);
        if (receive_bytes(2) != "\r\n") return;
    }
    answer.complete = receive_bytes(2) == "\r\n";
}

bool RawClient::readable_within(std::chrono::milliseconds limit) {
    pollfd ready{socket_, POLLIN, 0};
    return !buffer_.empty() || ::poll(&ready, 1, static_cast<int>(limit.count())) == 1;
}

bool RawClient::closed() { return buffer_.empty() && !fill() && !silent_; }

RawAnswer ask(std::uint16_t port, std::string const& request) {
    RawClient client{port};
    client.send(request);
    return client.receive();
}

std::string get_request(std::string const& path, std::string const& fields) {
    return "GET " + path + " HTTP/1.1\r\nHost: here\r\n" + fields + "\r\n";
}

}  // namespace cassette::testing
