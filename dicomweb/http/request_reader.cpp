#include "dicomweb/http/request_reader.h"

#include <boost/asio/buffer.hpp>

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace cassette::http {

namespace {

constexpr std::size_t buffer_bytes = 8 * 1024;
constexpr std::size_t chunked_buffer_bytes = 64 * 1024;  // also the limit of a chunk's header and of the trailer
constexpr std::size_t drain_bytes_max = 64 * 1024 * 1024;
constexpr auto drain_limit = std::chrono::seconds{5};

constexpr auto wait_read = boost::asio::socket_base::wait_read;

}  // namespace

RequestReader::RequestReader(Socket& socket, ConnectionRegistry::Entry& entry, ServerSettings const& settings)
    : socket_{socket}, entry_{entry}, settings_{settings} {}

void RequestReader::begin_request() {
    parser_.emplace(settings_.header_bytes_max);
    head_bytes_ = 0;
    body_bytes_ = 0;
    remaining_ = 0;
    body_done_ = true;
}

// RFC 9112 2.2: empty lines before a request line are ignored.
void RequestReader::skip_empty_lines() {
    auto const* bytes = reinterpret_cast<char const*>(buffer_.get());
    while (begin_ < end_ && (bytes[begin_] == '\r' || bytes[begin_] == '\n')) ++begin_;
}

Awaitable<RequestReader::Head> RequestReader::read_head() {
    begin_request();
    bool begun = false;
    if (!entry_.idle(settings_.header_timeout) && begin_ == end_) co_return Head::closed;
    while (true) {
        skip_empty_lines();
        // The limit is for the whole header and runs from its first byte.
        if (!begun && begin_ < end_) entry_.reading(settings_.header_timeout);
        begun = begun || begin_ < end_;
        auto outcome = Head::closed;
        if (begun && parse_head(outcome)) co_return outcome;
        auto space = free_space(1);
        boost::system::error_code code;
        auto token = boost::asio::redirect_error(awaiting, code);
        auto target = boost::asio::buffer(space.data(), space.size());
        end_ += co_await socket_.async_read_some(target, token);
        if (code) co_return end_of_head(code, begun);
    }
}

RequestReader::Head RequestReader::end_of_head(boost::system::error_code const& code, bool begun) {
    bool timeout = begun && entry_.expired() && code == boost::asio::error::eof;
    if (!timeout) return Head::closed;
    head_bytes_ = end_ - begin_;
    refusal_ = {408, "the request header took too long"};
    return Head::refused;
}

// Whether there is an outcome: false when more bytes are needed.
bool RequestReader::parse_head(Head& outcome) {
    std::string_view bytes{reinterpret_cast<char const*>(buffer_.get()) + begin_, end_ - begin_};
    std::size_t taken = 0;
    auto progress = parser_->parse_head(bytes, taken);
    if (progress == RequestParser::Progress::need_more) return false;
    entry_.working();
    begin_ += taken;
    head_bytes_ = taken;
    outcome = progress == RequestParser::Progress::complete ? Head::complete : Head::refused;
    if (outcome == Head::refused) refusal_ = parser_->refusal();
    settle_body();
    return true;
}

void RequestReader::settle_body() {
    remaining_ = head().content_length;
    body_done_ = !head().chunked && remaining_ == 0;
}

// Room for at least `least` more bytes behind those that wait.
std::span<std::byte> RequestReader::free_space(std::size_t least) {
    if (begin_ > 0) {
        std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (capacity_ - end_ < least) {
        auto capacity = std::max({buffer_bytes, capacity_ * 2, end_ + least});
        auto grown = std::make_unique_for_overwrite<std::byte[]>(capacity);
        if (end_ > 0) std::memcpy(grown.get(), buffer_.get(), end_);
        buffer_ = std::move(grown);
        capacity_ = capacity;
    }
    return {buffer_.get() + end_, capacity_ - end_};
}

Awaitable<RequestReader::Read> RequestReader::read_body(std::span<std::byte> out, Patience patience) {
    Read total;
    while (!body_done_ && total.bytes < out.size()) {
        auto rest = out.subspan(total.bytes);
        auto read = take_buffered(rest);
        bool would_block = false;
        if (!read.refusal && read.bytes == 0 && !body_done_) read = receive(rest, would_block);
        total.bytes += read.bytes;
        total.refusal = read.refusal ? std::move(read.refusal) : over_limit();
        if (total.refusal) break;
        if (!would_block) continue;
        if (patience == Patience::no_wait || total.bytes >= enough) break;
        entry_.reading(settings_.transfer_timeout);
        boost::system::error_code code;
        auto token = boost::asio::redirect_error(awaiting, code);
        co_await socket_.async_wait(wait_read, token);
    }
    entry_.working();
    co_return total;
}

// Moves what the buffer holds of the body.
RequestReader::Read RequestReader::take_buffered(std::span<std::byte> out) {
    if (!head().chunked) {
        auto count = static_cast<std::size_t>(std::min<std::uint64_t>({end_ - begin_, out.size(), remaining_}));
        if (count > 0) std::memcpy(out.data(), buffer_.get() + begin_, count);
        begin_ += count;
        remaining_ -= count;
        body_bytes_ += count;
        body_done_ = remaining_ == 0;
        return {count, std::nullopt};
    }
    std::string_view bytes{reinterpret_cast<char const*>(buffer_.get()) + begin_, end_ - begin_};
    auto parsed = parser_->parse_chunked(bytes, out);
    begin_ += parsed.taken;
    body_bytes_ += parsed.filled;
    body_done_ = parsed.progress == RequestParser::Progress::complete;
    if (parsed.progress == RequestParser::Progress::refused) return {0, parser_->refusal()};
    bool stuck = parsed.filled == 0 && !body_done_ && end_ - begin_ >= chunked_buffer_bytes;
    if (stuck) return {0, Refusal{400, "chunk header or trailer too large"}};
    return {parsed.filled, std::nullopt};
}

// Receives once, without waiting: a sized body straight into `out`, a chunked one into the buffer.
RequestReader::Read RequestReader::receive(std::span<std::byte> out, bool& would_block) {
    bool sized = !head().chunked;
    auto space = sized ? out : free_space(capacity_ < chunked_buffer_bytes ? chunked_buffer_bytes : 1);
    auto count = sized ? static_cast<std::size_t>(std::min<std::uint64_t>(space.size(), remaining_)) : space.size();
    auto received = ::recv(socket_.native_handle(), space.data(), count, MSG_DONTWAIT);
    if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
        would_block = errno != EINTR;
        return {};
    }
    if (received == 0 && entry_.expired()) return {0, Refusal{408, "the request body made no progress"}};
    if (received <= 0) return {0, Refusal{0, "the peer closed the connection inside a request body"}};
    auto bytes = static_cast<std::size_t>(received);
    if (!sized) {
        end_ += bytes;
        return {};
    }
    remaining_ -= bytes;
    body_bytes_ += bytes;
    body_done_ = remaining_ == 0;
    return {bytes, std::nullopt};
}

std::optional<Refusal> RequestReader::over_limit() const {
    auto const max = settings_.body_bytes_max;
    if (max == 0 || body_bytes_ <= max) return std::nullopt;
    return Refusal{413, "the request body is too large"};
}

Awaitable<void> RequestReader::drain() {
    entry_.reading(std::min(settings_.transfer_timeout, drain_limit));
    begin_ = end_ = 0;
    auto space = free_space(chunked_buffer_bytes);
    for (std::size_t drained = 0; drained < drain_bytes_max;) {
        boost::system::error_code code;
        auto token = boost::asio::redirect_error(awaiting, code);
        auto target = boost::asio::buffer(space.data(), space.size());
        drained += co_await socket_.async_read_some(target, token);
        if (code) co_return;
    }
}

}  // namespace cassette::http
