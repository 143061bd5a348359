#include "dicomweb/http/worker_pool.h"

#include "dicomweb/http/block_sigpipe.h"
#include "dicomweb/http/time_slice.h"

namespace cassette::http {

namespace {

// Even under a flood of downloads one job in this many begins a request.
constexpr int continuations_in_a_row_max = 8;
constexpr std::chrono::microseconds slice{500};

}  // namespace

WorkerPool::WorkerPool(int threads, std::size_t queue_max, ComputationLimits limits, std::function<void()> give_way)
    : queue_max_{queue_max}, limits_{limits}, give_way_{std::move(give_way)} {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { join(); }

WorkerPool::Queue& WorkerPool::queue_of(Admission admission) {
    if (admission == Admission::continuation) return continuations_;
    return admission == Admission::computation ? computations_ : requests_;
}

bool WorkerPool::submit(Admission admission, std::unique_ptr<Job> job) {
    std::lock_guard lock{mutex_};
    // A job that an idle thread is about to take does not wait.
    bool full = requests_.size() + computations_.size() >= queue_max_ + idle_.size() + woken_;
    if (admission != Admission::continuation && full) return false;
    queue_of(admission).push_back({std::move(job), Clock::now()});
    wake_for_work();
    return true;
}

void WorkerPool::join() {
    {
        std::lock_guard lock{mutex_};
        joining_ = true;
        while (!idle_.empty()) wake_one();
    }
    for (auto& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void WorkerPool::work() {
    block_sigpipe();
    auto ended = Admission::request;
    TimeSlice turn{slice};
    while (true) {
        auto const taken = take(ended);
        if (!taken.job) return;
        if (taken.waited) turn.begin(Clock::now());
        taken.job->run();
        ended = taken.admission;
        if (turn.is_over(Clock::now())) give_way_();
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

// How many jobs a thread would find now.
std::size_t WorkerPool::runnable() const {
    auto const may = std::min(computations_.size(), limits_.at_once - std::min(limits_.at_once, computing_));
    auto const computations = may == 0 && may_compute() ? 1 : may;
    return requests_.size() + continuations_.size() + computations;
}

void WorkerPool::wake_one() {
    auto* const last = idle_.back();
    idle_.pop_back();
    ++woken_;
    last->woken = true;
    last->changed.notify_one();  // with the lock held: it is on that thread's stack
}

// No more threads than there are jobs for; and one to look after computations that must wait.
void WorkerPool::wake_for_work() {
    if (idle_.empty()) return;
    bool const unwatched = !computations_.empty() && !watched_ && woken_ == 0;
    if (unwatched || runnable() > woken_) wake_one();
}

// Of the threads that wait while computations do, one looks after the first; it is woken last.
void WorkerPool::await_change(std::unique_lock<std::mutex>& lock, bool has_worked) {
    Idle me;
    auto const woken = [&] { return me.woken; };
    bool const watches = !computations_.empty() && !watched_;
    idle_.insert(has_worked && !watches ? idle_.end() : idle_.begin(), &me);
    if (!watches) {
        me.changed.wait(lock, woken);
    } else {
        watched_ = true;
        me.changed.wait_until(lock, computations_.front().since + limits_.wait_max, woken);
        watched_ = false;
    }
    if (me.woken)
        --woken_;
    else
        std::erase(idle_, &me);
}

// `ended` is what the thread has done before.
WorkerPool::Taken WorkerPool::take(Admission ended) {
    std::unique_lock lock{mutex_};
    if (ended == Admission::computation) --computing_;
    Queue* queue = due();
    bool waited = false;
    for (; queue == nullptr; waited = true) {
        if (joining_) return {};
        await_change(lock, !waited);
        queue = due();
    }
    bool computes = queue == &computations_;
    Taken taken{std::move(queue->front().job), computes ? Admission::computation : Admission::request, waited};
    queue->pop_front();
    if (computes) ++computing_;
    wake_for_work();  // whoever looked after the computations may be the one that has just taken this
    return taken;
}

}  // namespace cassette::http
