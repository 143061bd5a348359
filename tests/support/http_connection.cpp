#include "tests/support/http_connection.h"

#include "tests/support/loopback_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace cassette::testing {

namespace {

constexpr int patience_ms = 60'000;
constexpr std::size_t enough = 256 * 1024;

std::size_t number(std::string_view text, int base) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

void add_header(std::map<std::string, std::string>& headers, std::string_view line) {
    auto const colon = std::min(line.find(':'), line.size());
    std::string name{line.substr(0, colon)};
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    auto const value = line.find_first_not_of(' ', colon + 1);
    headers.insert_or_assign(std::move(name), value == std::string_view::npos ? "" : std::string{line.substr(value)});
}

}  // namespace

// When nobody listens, the first exchange fails.
HttpConnection::HttpConnection(std::uint16_t port) : socket_{connect_to_loopback(port).handle} {}

HttpConnection::~HttpConnection() { ::close(socket_); }

bool HttpConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool HttpConnection::receive() {
    buffer_.erase(0, taken_);
    taken_ = 0;
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) return false;
    auto const before = buffer_.size();
    buffer_.resize(before + enough);
    auto const count = ::recv(socket_, buffer_.data() + before, enough, 0);
    buffer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return count > 0;
}

std::optional<std::string> HttpConnection::take_line() {
    while (true) {
        auto const end = buffer_.find("\r\n", taken_);
        if (end != std::string::npos) {
            auto line = buffer_.substr(taken_, end - taken_);
            taken_ = end + 2;
            return line;
        }
        if (!receive()) return std::nullopt;
    }
}

bool HttpConnection::take(std::string& out, std::size_t size) {
    while (size > 0) {
        auto const now = std::min(size, buffer_.size() - taken_);
        out.append(buffer_, taken_, now);
        taken_ += now;
        size -= now;
        if (size > 0 && !receive()) return false;
    }
    return true;
}

bool HttpConnection::take_chunks(std::string& out) {
    while (auto const line = take_line()) {
        auto const size = number(*line, 16);
        if (size > 0 && !take(out, size)) return false;
        if (!take_line()) return false;
        if (size == 0) return true;
    }
    return false;
}

// RFC 9112 6.3.
bool HttpConnection::take_body(Answer& answer) {
    if (answer.status == 204 || answer.status == 304) return true;
    auto const coding = answer.headers.find("transfer-encoding");
    if (coding != answer.headers.end() && coding->second.ends_with("chunked")) return take_chunks(answer.body);
    auto const length = answer.headers.find("content-length");
    if (length != answer.headers.end()) return take(answer.body, number(length->second, 10));
    while (receive()) {}
    answer.body.append(buffer_, taken_);
    taken_ = buffer_.size();
    return true;
}

std::optional<HttpConnection::Answer> HttpConnection::exchange(std::string_view request) {
    if (!send(request)) return std::nullopt;
    auto line = take_line();
    if (!line || !line->starts_with("HTTP/1.1 ")) return std::nullopt;
    Answer answer{static_cast<int>(number(line->substr(9, 3), 10)), {}, {}};
    while ((line = take_line()) && !line->empty()) add_header(answer.headers, *line);
    return line && take_body(answer) ? std::optional{std::move(answer)} : std::nullopt;
}

std::optional<HttpConnection::Answer> HttpConnection::get(std::string const& path, std::string const& accept) {
    return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n");
}

}  // namespace cassette::testing
