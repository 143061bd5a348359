#include "dicomweb/http/worker_pool.h"

#include "dicomweb/http/block_sigpipe.h"

namespace cassette::http {

namespace {

// Even under a flood of downloads one job in this many begins a request.
constexpr int continuations_in_a_row_max = 8;

}  // namespace

WorkerPool::WorkerPool(int threads, std::size_t queue_max, ComputationLimits limits)
    : queue_max_{queue_max}, limits_{limits} {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { join(); }

WorkerPool::Queue& WorkerPool::queue_of(Admission admission) {
    if (admission == Admission::continuation) return continuations_;
    return admission == Admission::computation ? computations_ : requests_;
}

bool WorkerPool::submit(Admission admission, std::unique_ptr<Job> job) {
    bool wake = false;
    {
        std::lock_guard lock{mutex_};
        // A job that an idle thread is about to take does not wait.
        bool full = requests_.size() + computations_.size() >= queue_max_ + idle_;
        if (admission != Admission::continuation && full) return false;
        queue_of(admission).push_back({std::move(job), Clock::now()});
        bool waits = admission == Admission::computation && watched_ && !may_compute();
        wake = idle_ > 0 && !waits;
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
    auto ended = Admission::request;
    while (true) {
        auto const taken = take(ended);
        if (!taken.job) return;
        taken.job->run();
        ended = taken.admission;
    }
}

bool WorkerPool::may_compute() const {
    if (computations_.empty()) return false;
    return computing_ < limits_.at_once || Clock::now() >= computations_.front().since + limits_.wait_max;
}

// Of what begins a request the one that has waited longest.
WorkerPool::Queue* WorkerPool::due() {
    auto* begins = requests_.empty() ? nullptr : &requests_;
    if (may_compute() && (begins == nullptr || computations_.front().since < begins->front().since))
        begins = &computations_;
    bool begin = begins != nullptr && continuations_in_a_row_ >= continuations_in_a_row_max;
    bool continues = !continuations_.empty() && !begin;
    continuations_in_a_row_ = continues && begins != nullptr ? continuations_in_a_row_ + 1 : 0;
    return continues ? &continuations_ : begins;
}

// Of the threads that wait while computations do, one looks after the first.
void WorkerPool::await_change(std::unique_lock<std::mutex>& lock) {
    ++idle_;
    if (computations_.empty() || watched_) {
        changed_.wait(lock);
    } else {
        watched_ = true;
        changed_.wait_until(lock, computations_.front().since + limits_.wait_max);
        watched_ = false;
    }
    --idle_;
}

// `ended` is what the thread has done before.
WorkerPool::Taken WorkerPool::take(Admission ended) {
    std::unique_lock lock{mutex_};
    if (ended == Admission::computation) --computing_;
    Queue* queue = due();
    while (queue == nullptr) {
        if (joining_) return {};
        await_change(lock);
        queue = due();
    }
    bool computes = queue == &computations_;
    Taken taken{std::move(queue->front().job), computes ? Admission::computation : Admission::request};
    queue->pop_front();
    if (computes) ++computing_;
    // Whoever looked after the computations may be the one that has just taken this.
    bool wake = idle_ > 0 && !computations_.empty() && (!watched_ || may_compute());
    lock.unlock();
    if (wake) changed_.notify_one();
    return taken;
}

}  // namespace cassette::http
