#include "dicomweb/http/request_parser.h"

#include "dicomweb/http/request_target.h"

#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cstring>

namespace cassette::http {

namespace {

namespace beast_http = boost::beast::http;

Method method_of(beast_http::verb sent) {
    using beast_http::verb;
    switch (sent) {
        case verb::get: return Method::get;
        case verb::head: return Method::head;
        case verb::post: return Method::post;
        case verb::put: return Method::put;
        case verb::patch: return Method::patch;
        case verb::delete_: return Method::delete_;
        case verb::options: return Method::options;
        default: return Method::other;  // Beast's list is longer than ours
    }
}

bool equal_without_case(std::string_view a, std::string_view b) { return boost::beast::iequals(a, b); }

// Whether the request line ends in an HTTP version, but in none of ours (RFC 9112 2.3).
bool other_version(std::string_view bytes) {
    auto line = bytes.substr(0, bytes.find("\r\n"));
    auto at = line.rfind(" HTTP/");
    if (at == std::string_view::npos) return false;
    auto version = line.substr(at + 6);
    auto digit = [](char c) { return c >= '0' && c <= '9'; };
    bool form = version.size() == 3 && digit(version[0]) && version[1] == '.' && digit(version[2]);
    return form && version != "1.0" && version != "1.1";
}

// RFC 9112 6.1: a coding that is not ours is 501; one that leaves the length of the body open is 400.
std::optional<Refusal> judge_transfer_encoding(RequestHead const& head) {
    if (!head.request.fields.has("Transfer-Encoding")) return std::nullopt;
    auto codings = head.request.fields.joined("Transfer-Encoding");
    if (head.http_1_0) return Refusal{400, "Transfer-Encoding in HTTP/1.0"};
    if (head.request.fields.has("Content-Length")) return Refusal{400, "both Content-Length and Transfer-Encoding"};
    if (equal_without_case(codings, "chunked")) return std::nullopt;
    if (!head.chunked) return Refusal{400, "Transfer-Encoding that does not end in chunked"};
    return Refusal{501, "transfer coding other than chunked"};
}

std::optional<Refusal> judge_host(RequestHead const& head) {
    auto const& fields = head.request.fields.all();
    auto names_host = [](auto const& field) { return equal_without_case(field.first, "Host"); };
    auto hosts = std::count_if(fields.begin(), fields.end(), names_host);
    bool right = hosts == 1 || (hosts == 0 && head.http_1_0);
    return right ? std::nullopt : std::optional{Refusal{400, "not one Host field"}};
}

Expectation expectation_of(RequestHead const& head) {
    if (head.http_1_0 || !head.request.fields.has("Expect")) return Expectation::none;
    bool known = equal_without_case(head.request.fields.joined("Expect"), "100-continue");
    return known ? Expectation::continue_ : Expectation::unknown;
}

}  // namespace

RequestParser::RequestParser(std::uint32_t header_bytes_max) : header_bytes_max_{header_bytes_max} {
    header_limit(header_bytes_max);
    body_limit(boost::none);
    eager(false);
}

RequestParser::Progress RequestParser::parse_head(std::string_view bytes, std::size_t& taken) {
    taken = 0;
    Code code;
    // Beast takes the header piece by piece and counts no further than a piece, so the limit for the whole is kept here.
    while (!header_done_) {
        auto rest = bytes.substr(parsed_);
        parsed_ += put(boost::asio::const_buffer{rest.data(), rest.size()}, code);
        if (code == beast_http::error::need_more) break;
        if (code) return refuse(code, bytes);
    }
    bool too_large = header_done_ ? parsed_ > header_bytes_max_ : bytes.size() >= header_bytes_max_;
    if (too_large) return refuse(431, "request header too large");
    if (!header_done_) return Progress::need_more;
    taken = parsed_;
    if (auto refusal = judge()) return refuse(refusal->status, std::move(refusal->detail));
    return Progress::complete;
}

std::optional<Refusal> RequestParser::judge() {
    head_.keep_alive = keep_alive();
    head_.chunked = chunked();
    head_.content_length = chunked() ? 0 : content_length().value_or(0);
    head_.expectation = expectation_of(head_);
    if (auto refusal = judge_transfer_encoding(head_)) return refusal;
    if (auto refusal = judge_host(head_)) return refusal;
    // Not understanding the method comes before not understanding its target: CONNECT has one of another form.
    if (head_.request.method == Method::other) return Refusal{501, "method not implemented"};
    auto target = parse_request_target(head_.request.target);
    if (!target) return Refusal{400, target.error().detail};
    bool asterisk = head_.request.target == "*";
    if (asterisk && head_.request.method != Method::options) return Refusal{400, "request target \"*\""};
    head_.request.segments = std::move(target->segments);
    head_.request.query = std::move(target->query);
    return std::nullopt;
}

RequestParser::BodyProgress RequestParser::parse_chunked(std::string_view bytes, std::span<std::byte> out) {
    out_ = out;
    filled_ = 0;
    std::size_t used = 0;
    while (!is_done() && used < bytes.size()) {
        auto rest = bytes.substr(used);
        Code code;
        used += put(boost::asio::const_buffer{rest.data(), rest.size()}, code);
        if (code == beast_http::error::need_more || code == beast_http::error::need_buffer) break;
        if (code) return {refuse(code, {}), used, filled_};
        if (filled_ == out_.size()) break;
    }
    return {is_done() ? Progress::complete : Progress::need_more, used, filled_};
}

RequestParser::Progress RequestParser::refuse(unsigned status, std::string detail) {
    refusal_ = {status, std::move(detail)};
    return Progress::refused;
}

RequestParser::Progress RequestParser::refuse(Code const& code, std::string_view bytes) {
    if (code == beast_http::error::header_limit) return refuse(431, "request header too large");
    bool version = code == beast_http::error::bad_version && other_version(bytes);
    if (version) return refuse(505, "HTTP version not supported");
    return refuse(400, "malformed request: " + code.message());
}

void RequestParser::on_request_impl(beast_http::verb verb, Text method, Text target, int version, Code&) {
    head_.request.method = method_of(verb);
    head_.method.assign(method.data(), method.size());
    head_.request.target.assign(target.data(), target.size());
    head_.http_1_0 = version == 10;
}

void RequestParser::on_response_impl(int, Text, int, Code&) {}

void RequestParser::on_field_impl(beast_http::field, Text name, Text value, Code&) {
    // Trailer fields (RFC 9110 6.5) are dropped: nothing here is defined for them.
    if (!header_done_) head_.request.fields.add(std::string{name}, std::string{value});
}

void RequestParser::on_header_impl(Code&) { header_done_ = true; }

void RequestParser::on_body_init_impl(boost::optional<std::uint64_t> const&, Code&) {}

std::size_t RequestParser::on_body_impl(Text body, Code&) { return body.size(); }

void RequestParser::on_chunk_header_impl(std::uint64_t, Text, Code&) {}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text body, Code& code) {
    auto count = std::min(body.size(), out_.size() - filled_);
    std::memcpy(out_.data() + filled_, body.data(), count);
    filled_ += count;
    if (count < body.size()) code = beast_http::error::need_buffer;
    return count;
}

void RequestParser::on_finish_impl(Code&) {}

}  // namespace cassette::http
