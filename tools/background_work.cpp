#include "tools/background_work.h"

#include <utility>

namespace cassette {

BackgroundWork::BackgroundWork(Step step) : step_{std::move(step)} {
    thread_ = std::thread{[this] { run(); }};
}

BackgroundWork::~BackgroundWork() {
    {
        std::scoped_lock const lock{mutex_};
        stopping_ = true;
    }
    stopped_.notify_all();
    thread_.join();
}

void BackgroundWork::wake() {
    {
        std::scoped_lock const lock{mutex_};
        woken_ = true;
    }
    stopped_.notify_all();
}

void BackgroundWork::run() {
    std::unique_lock lock{mutex_};
    while (!stopping_) {
        woken_ = false;
        lock.unlock();
        auto const rest = step_();
        lock.lock();
        stopped_.wait_for(lock, rest, [this] { return stopping_ || woken_; });
    }
}

}  // namespace cassette
