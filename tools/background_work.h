#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace cassette {

// A thread of its own for work that comes in bounded pieces (STYLE 1.3): purging, filling in. Stops between two pieces.
class BackgroundWork {
public:
    // Does one piece and tells how long to rest before the next: zero when there is more to do at once.
    using Step = std::function<std::chrono::milliseconds()>;

    explicit BackgroundWork(Step step);
    BackgroundWork(BackgroundWork const&) = delete;
    BackgroundWork& operator=(BackgroundWork const&) = delete;
    // Ends the rest, waits for the piece at hand.
    ~BackgroundWork();

    // Ends the rest: there is something to do. From any thread.
    void wake();

private:
    void run();

    Step step_;
    std::mutex mutex_;
    std::condition_variable stopped_;
    bool stopping_ = false;
    bool woken_ = false;  // since the piece at hand began
    std::thread thread_;  // starts last
};

}  // namespace cassette
