#include "dicomweb/http/response_head.h"

#include "dicomweb/http/date.h"
#include "dicomweb/http/reason_phrase.h"

#include <boost/beast/core/string.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace cassette::http {

namespace {

constexpr std::array<std::string_view, 8> ours{
    "Content-Length", "Transfer-Encoding",     "Connection", "Keep-Alive", "Date", "Server",
    "X-Request-Id",   "X-Content-Type-Options"};

bool is_ours(std::string_view name) {
    return std::any_of(ours.begin(), ours.end(), [&](std::string_view own) {
        return own.size() == name.size() && boost::beast::iequals(own, name);
    });
}

bool breaks_value(char c) { return c == '\r' || c == '\n' || c == '\0'; }
bool breaks_name(char c) { return breaks_value(c) || c == ':' || c == ' ' || c == '\t'; }

// RFC 9110 5.5: CR, LF and NUL in a value would end the field or the header early.
bool sendable(std::string const& name, std::string const& value) {
    return !name.empty() && std::none_of(name.begin(), name.end(), breaks_name) &&
        std::none_of(value.begin(), value.end(), breaks_value);
}

void append_number(std::string& text, std::uint64_t number) {
    std::array<char, 20> digits{};
    auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), end);
}

void append_framing(std::string& head, Framing const& framing) {
    switch (framing.delimiter) {
        case Delimiter::content_length:
            head += "\r\nContent-Length: ";
            append_number(head, framing.length);
            break;
        case Delimiter::chunked: head += "\r\nTransfer-Encoding: chunked"; break;
        case Delimiter::none:
        case Delimiter::close: break;
    }
    bool persists = framing.keep_alive && framing.delimiter != Delimiter::close;
    if (!persists) head += "\r\nConnection: close";
    if (persists && framing.version == Version::http_1_0) head += "\r\nConnection: keep-alive";
}

}  // namespace

std::string response_head(Response const& response, std::string_view request_id, Framing const& framing) {
    std::string head;
    head.reserve(512);
    // RFC 9110 6.2: an HTTP/1.0 client, too, is answered with the highest minor version that we have.
    head += "HTTP/1.1 ";
    append_number(head, response.status);
    head += ' ';
    head += reason_phrase(response.status);
    head += "\r\nServer: Cassette\r\nDate: ";
    head += imf_fixdate_now();
    head += "\r\nX-Request-Id: ";
    head += request_id;
    head += "\r\nX-Content-Type-Options: nosniff";
    append_framing(head, framing);
    for (auto const& [name, value] : response.fields.all()) {
        if (is_ours(name) || !sendable(name, value)) continue;
        head += "\r\n";
        head += name;
        head += ": ";
        head += value;
    }
    head += "\r\n\r\n";
    return head;
}

}  // namespace cassette::http
