#pragma once

#include <chrono>

namespace cassette::http {

// How long a thread that never waits has kept its processor. The system takes it away at a tick, 4 ms at 250 Hz, and until then
// whoever else became ready on it waits: a thread that gives it up by itself in time keeps short answers short (decision 14).
class TimeSlice {
public:
    using Clock = std::chrono::steady_clock;

    explicit TimeSlice(Clock::duration length) : length_{length} {}

    // The thread has waited for something: others had their turn.
    void begin(Clock::time_point now) { begun_ = now; }
    // Whether others should have one; the next slice begins then.
    [[nodiscard]] bool is_over(Clock::time_point now) {
        if (now - begun_ < length_) return false;
        begun_ = now;
        return true;
    }

private:
    Clock::duration length_;
    Clock::time_point begun_ = Clock::now();
};

}  // namespace cassette::http
