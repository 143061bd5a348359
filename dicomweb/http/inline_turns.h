#pragma once

#include <atomic>
#include <optional>
#include <utility>

namespace cassette::http {

// How many I/O threads run a handler themselves at a time, which saves a short answer two changes of thread. The server has
// one I/O thread more than there are turns, so that one is always left for the sockets. Thread-safe.
class InlineTurns {
public:
    // Gives the turn back when it goes.
    class Turn {
    public:
        explicit Turn(InlineTurns& turns) : turns_{&turns} {}
        Turn(Turn&& other) noexcept : turns_{std::exchange(other.turns_, nullptr)} {}
        Turn& operator=(Turn&&) = delete;
        ~Turn() {
            if (turns_ != nullptr) turns_->free_.fetch_add(1, std::memory_order_relaxed);
        }

    private:
        InlineTurns* turns_;
    };

    explicit InlineTurns(int turns) : free_{turns} {}
    InlineTurns(InlineTurns const&) = delete;
    InlineTurns& operator=(InlineTurns const&) = delete;

    // nullopt when all are taken.
    [[nodiscard]] std::optional<Turn> take() {
        int free = free_.load(std::memory_order_relaxed);
        while (free > 0) {
            if (free_.compare_exchange_weak(free, free - 1, std::memory_order_relaxed)) return Turn{*this};
        }
        return std::nullopt;
    }

private:
    std::atomic<int> free_;
};

}  // namespace cassette::http
