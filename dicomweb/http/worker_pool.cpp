#include "dicomweb/http/worker_pool.h"

#include "dicomweb/http/block_sigpipe.h"

namespace cassette::http {

namespace {

// Even under a flood of downloads one job in this many begins a request.
constexpr int continuations_in_a_row_max = 8;

}  // namespace

WorkerPool::WorkerPool(int threads, std::size_t queue_max) : queue_max_{queue_max} {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { join(); }

bool WorkerPool::submit(Admission admission, std::unique_ptr<Job> job) {
    bool wake = false;
    {
        std::lock_guard lock{mutex_};
        // A job that an idle thread is about to take does not wait.
        bool full = requests_.size() >= queue_max_ + idle_;
        if (admission == Admission::request && full) return false;
        auto& queue = admission == Admission::request ? requests_ : continuations_;
        queue.push_back(std::move(job));
        wake = idle_ > 0;
    }
    if (wake) changed_.notify_one();
    return true;
}

void WorkerPool::join() {
    {
        std::lock_guard lock{mutex_};
        joining_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void WorkerPool::work() {
    block_sigpipe();
    while (auto job = take()) job->run();
}

// Null when the pool is joining and nothing is left.
std::unique_ptr<Job> WorkerPool::take() {
    std::unique_lock lock{mutex_};
    while (requests_.empty() && continuations_.empty()) {
        if (joining_) return nullptr;
        ++idle_;
        changed_.wait(lock);
        --idle_;
    }
    bool request_due = !requests_.empty() && continuations_in_a_row_ >= continuations_in_a_row_max;
    bool continues = !continuations_.empty() && !request_due;
    continuations_in_a_row_ = continues && !requests_.empty() ? continuations_in_a_row_ + 1 : 0;
    auto& queue = continues ? continuations_ : requests_;
    auto job = std::move(queue.front());
    queue.pop_front();
    return job;
}

}  // namespace cassette::http
