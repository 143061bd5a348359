#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace cassette::http {

// One piece of work, which does not throw (run_blocking.h sees to it).
class Job {
public:
    virtual ~Job() = default;
    virtual void run() = 0;
};

template <class Work>
[[nodiscard]] std::unique_ptr<Job> make_job(Work work) {
    class Holder final : public Job {
    public:
        explicit Holder(Work held) : held_{std::move(held)} {}
        void run() override { held_(); }

    private:
        Work held_;
    };
    return std::make_unique<Holder>(std::move(work));
}

// How many computations run at once, and for how long one waits for those before it.
struct ComputationLimits {
    std::size_t at_once = std::max(std::thread::hardware_concurrency(), 1U);
    std::chrono::milliseconds wait_max{20};
};

// The threads on which everything that blocks runs: disk, SQL, codecs. The number of jobs that wait to begin a request is
// bounded. What continues a request is always taken and goes first, so that what has begun can end; it is bounded by the
// number of connections, each of which waits for at most one job. Computations are requests that hardly wait for anything: no
// more of them run at once than there are processors, in the order in which they came, so that each is done soon instead of
// all of them late. One that has waited for `wait_max` runs beside them all the same: those before it may be slow ones.
class WorkerPool {
public:
    enum class Admission { request, computation, continuation };

    // `give_way` lets other threads of the machine have the processor; a worker that has not waited for half a millisecond calls
    // it between two jobs.
    WorkerPool(int threads, std::size_t queue_max, ComputationLimits limits = {},
               std::function<void()> give_way = std::this_thread::yield);
    ~WorkerPool();
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    // False, and the job dropped, when it would begin a request and too many wait already.
    [[nodiscard]] bool submit(Admission admission, std::unique_ptr<Job> job);
    // Runs what was submitted and returns with all threads joined. Nothing is submitted afterwards.
    void join();

private:
    using Clock = std::chrono::steady_clock;
    struct Queued {
        std::unique_ptr<Job> job;
        Clock::time_point since;
    };
    using Queue = std::deque<Queued>;
    struct Taken {
        std::unique_ptr<Job> job;  // null when the pool is joining and nothing is left
        Admission admission;
        bool waited;  // for it
    };

    // A thread that waits for a job.
    struct Idle {
        std::condition_variable changed;
        bool woken = false;
    };

    void work();
    Taken take(Admission ended);
    void await_change(std::unique_lock<std::mutex>& lock, bool has_worked);
    void wake_one();
    void wake_for_work();
    std::size_t runnable() const;
    bool may_compute() const;
    Queue* due();
    Queue& queue_of(Admission admission);

    std::size_t const queue_max_;
    ComputationLimits const limits_;
    std::function<void()> const give_way_;
    std::mutex mutex_;
    Queue requests_;
    Queue computations_;
    Queue continuations_;
    std::vector<Idle*> idle_;         // the one that worked last is woken first: what it used is at hand
    std::size_t woken_ = 0;           // threads that were woken and have not looked for a job yet
    std::size_t computing_ = 0;       // computations that run
    bool watched_ = false;            // an idle thread waits until the first computation has waited too long
    int continuations_in_a_row_ = 0;  // taken while a request waited
    bool joining_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace cassette::http
