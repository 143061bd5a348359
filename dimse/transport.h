#pragma once

#include "dimse/channel.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cassette::dimse {

// The transport connection of one association, PS3.8 9.1. Reads are buffered; writes are gathered until somebody has to
// wait for the peer, so that a response leaves in one piece. Every wait has a deadline. One thread, but for `interrupt`.
class Transport {
public:
    enum class Fault { none, closed, timed_out, interrupted };
    enum class Wait { readable, timed_out, interrupted };
    // Descriptors that become readable; -1 for none.
    struct Interrupts {
        int stop = -1;   // ends `wait` alone: between messages
        int abort = -1;  // ends everything
    };

    // `received` has already been read from the channel.
    Transport(Channel channel, std::string received, std::chrono::seconds piece_timeout, Interrupts interrupts);

    // The TLS handshake of a channel that has TLS; false when there is none to be had (see `fault`).
    bool handshake(std::chrono::milliseconds timeout);

    // At least one byte; 0 when the peer closed, -1 when it was too slow or is interrupted (see `fault`).
    std::ptrdiff_t read(std::byte* out, std::size_t size);
    // False when the peer is gone or too slow; then every later write fails too.
    bool write(std::span<std::byte const> bytes);
    bool flush();

    // Waits for the first byte of the next message. Flushes first.
    Wait wait(std::chrono::milliseconds timeout) { return wait(timeout, interrupts_.stop); }
    // The same amid an operation: that the server stops does not end it yet.
    Wait wait_in_operation(std::chrono::milliseconds timeout) { return wait(timeout, -1); }
    // Whether a read would not wait. Does not flush.
    bool readable_now();

    // A message is to come: it must keep up a least rate over all, whatever size its pieces have.
    void begin_message();
    // A PDU is to come: all of it must arrive within the piece timeout.
    void begin_piece();

    // PS3.8 9.2.3, Sta13: sends what is left, then waits for the peer to close, at most `timeout`.
    void linger(std::chrono::milliseconds timeout);
    // Makes every wait end at once. From any thread.
    void interrupt();

    Fault fault() const { return fault_; }
    std::chrono::steady_clock::time_point last_flush() const { return last_flush_; }

private:
    using Clock = std::chrono::steady_clock;
    std::ptrdiff_t receive(std::byte* out, std::size_t size);
    Wait wait(std::chrono::milliseconds timeout, int stop_event);
    bool await(Channel::Need need, Clock::time_point deadline);
    std::ptrdiff_t take_received(std::byte* out, std::size_t size);
    bool buffered() const { return begin_ < end_ || received_begin_ < received_.size() || channel_.holds_bytes(); }

    Channel channel_;
    std::string received_;
    std::size_t received_begin_ = 0;
    std::chrono::seconds piece_timeout_;
    Interrupts interrupts_;
    Fault fault_ = Fault::none;
    bool writable_ = true;
    // Small: it is there to fetch heads together with what follows. Long bodies go straight to the reader's memory.
    std::array<std::byte, 16 * 1024> buffer_;
    std::size_t begin_ = 0, end_ = 0;
    std::vector<std::byte> unsent_;
    Clock::time_point message_start_ = Clock::now();
    Clock::time_point piece_deadline_ = Clock::time_point::max();
    Clock::time_point last_flush_ = Clock::now();
    std::uint64_t message_bytes_ = 0;
};

}  // namespace cassette::dimse
