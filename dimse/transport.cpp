#include "dimse/transport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace cassette::dimse {

namespace {

constexpr std::size_t unsent_max = 64 * 1024;
constexpr std::uint64_t bytes_per_second_min = 1024;  // of a message that takes longer than ten pieces may
constexpr int pieces_of_slack = 10;

int poll_timeout(std::chrono::milliseconds timeout) {
    auto const ms = std::clamp<std::int64_t>(timeout.count(), 0, std::numeric_limits<int>::max());
    return static_cast<int>(ms);
}

std::chrono::milliseconds until(std::chrono::steady_clock::time_point deadline) {
    return std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
}

// Many senders leave Nagle's algorithm on: the last bytes of what they write wait until we acknowledge those before, which the
// kernel puts off by 40 ms when it has nothing to send. It forgets this wish soon, hence each time that we wait.
void acknowledge_at_once(int socket) {
    int const on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

}  // namespace

Transport::Transport(Channel channel, std::string received, std::chrono::seconds piece_timeout, Interrupts interrupts)
    : channel_{std::move(channel)},
      received_{std::move(received)},
      piece_timeout_{piece_timeout},
      interrupts_{interrupts} {
    int const on = 1;
    ::setsockopt(channel_.socket(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    unsent_.reserve(unsent_max + 4096);
}

// Waits until the socket is as needed. False when the connection is over (need nothing), too slow or interrupted.
bool Transport::await(Channel::Need need, Clock::time_point deadline) {
    if (need == Channel::Need::nothing) return fault_ = Fault::closed, false;
    short const events = need == Channel::Need::readable ? POLLIN : POLLOUT;
    if (need == Channel::Need::readable) acknowledge_at_once(channel_.socket());
    while (true) {
        std::array<pollfd, 2> waiting{{{channel_.socket(), events, 0}, {interrupts_.abort, POLLIN, 0}}};
        auto const ready = ::poll(waiting.data(), waiting.size(), poll_timeout(until(deadline)));
        if (ready < 0 && errno == EINTR) continue;
        if (ready > 0 && waiting[1].revents == 0) return true;
        fault_ = ready > 0 ? Fault::interrupted : Fault::timed_out;
        return false;
    }
}

bool Transport::handshake(std::chrono::milliseconds timeout) {
    auto const deadline = Clock::now() + timeout;
    while (true) {
        auto const moved = channel_.handshake();
        if (moved.count > 0) return true;
        if (!await(moved.need, deadline)) return false;
    }
}

std::ptrdiff_t Transport::read(std::byte* out, std::size_t size) {
    if (received_begin_ < received_.size() || begin_ < end_) return take_received(out, size);
    if (!unsent_.empty() && !flush()) return -1;
    if (size >= buffer_.size()) return receive(out, size);
    auto const count = receive(buffer_.data(), buffer_.size());
    if (count <= 0) return count;
    begin_ = 0;
    end_ = static_cast<std::size_t>(count);
    return take_received(out, size);
}

std::ptrdiff_t Transport::take_received(std::byte* out, std::size_t size) {
    if (received_begin_ < received_.size()) {
        auto const count = std::min(size, received_.size() - received_begin_);
        std::memcpy(out, received_.data() + received_begin_, count);
        received_begin_ += count;
        return static_cast<std::ptrdiff_t>(count);
    }
    auto const count = std::min(size, end_ - begin_);
    std::memcpy(out, buffer_.data() + begin_, count);
    begin_ += count;
    return static_cast<std::ptrdiff_t>(count);
}

std::ptrdiff_t Transport::receive(std::byte* out, std::size_t size) {
    auto const deadline = std::min(piece_deadline_, Clock::now() + piece_timeout_);
    while (true) {
        if (Clock::now() >= piece_deadline_) {
            fault_ = Fault::timed_out;
            return -1;
        }
        auto const moved = channel_.receive({out, size});
        message_bytes_ += moved.count;
        if (moved.count > 0) return static_cast<std::ptrdiff_t>(moved.count);
        if (!await(moved.need, deadline)) return fault_ == Fault::closed ? 0 : -1;
    }
}

bool Transport::write(std::span<std::byte const> bytes) {
    if (!writable_) return false;
    unsent_.insert(unsent_.end(), bytes.begin(), bytes.end());
    return unsent_.size() < unsent_max || flush();
}

bool Transport::flush() {
    if (!writable_) return false;
    auto const deadline = Clock::now() + piece_timeout_;
    std::span<std::byte const> left{unsent_};
    while (!left.empty() && writable_) {
        auto const moved = channel_.send(left);
        left = left.subspan(moved.count);
        if (moved.count > 0 && Clock::now() < deadline) continue;
        writable_ = left.empty() || (moved.count == 0 && await(moved.need, deadline));
        if (!writable_ && moved.count > 0) fault_ = Fault::timed_out;
    }
    unsent_.clear();
    last_flush_ = Clock::now();
    return writable_;
}

Transport::Wait Transport::wait(std::chrono::milliseconds timeout, int stop_event) {
    if (buffered()) return Wait::readable;
    (void)flush();  // a failure shows when reading
    auto const deadline = Clock::now() + timeout;
    while (true) {
        std::array<pollfd, 3> waiting{
            {{channel_.socket(), POLLIN, 0}, {stop_event, POLLIN, 0}, {interrupts_.abort, POLLIN, 0}}};
        auto const ready = ::poll(waiting.data(), waiting.size(), poll_timeout(until(deadline)));
        if (ready < 0 && errno == EINTR) continue;
        if (waiting[1].revents != 0 || waiting[2].revents != 0) return Wait::interrupted;
        return ready > 0 ? Wait::readable : Wait::timed_out;
    }
}

bool Transport::readable_now() {
    if (buffered()) return true;
    pollfd waiting{channel_.socket(), POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

void Transport::begin_message() {
    message_start_ = Clock::now();
    message_bytes_ = 0;
}

void Transport::begin_piece() {
    auto const earned = std::chrono::seconds{message_bytes_ / bytes_per_second_min};
    piece_deadline_ =
        std::min(Clock::now() + piece_timeout_, message_start_ + pieces_of_slack * piece_timeout_ + earned);
}

void Transport::linger(std::chrono::milliseconds timeout) {
    (void)flush();
    channel_.end_sending();
    auto const deadline = Clock::now() + timeout;
    // Bytes that are left unread when the socket closes would make the kernel reset the connection, and the peer lose what
    // was sent last.
    while (Clock::now() < deadline) {
        std::array<pollfd, 3> waiting{
            {{channel_.socket(), POLLIN, 0}, {interrupts_.stop, POLLIN, 0}, {interrupts_.abort, POLLIN, 0}}};
        auto const ready = ::poll(waiting.data(), waiting.size(), poll_timeout(until(deadline)));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0 || waiting[0].revents == 0) return;
        auto const count = ::recv(channel_.socket(), buffer_.data(), buffer_.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) return;
    }
}

void Transport::interrupt() { ::shutdown(channel_.socket(), SHUT_RDWR); }

}  // namespace cassette::dimse
