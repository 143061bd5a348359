#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
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

// The threads on which everything that blocks runs: disk, SQL, codecs. The number of jobs that wait to begin a request is
// bounded. What continues a request is always taken and goes first, so that what has begun can end; it is bounded by the
// number of connections, each of which waits for at most one job.
class WorkerPool {
public:
    enum class Admission { request, continuation };

    WorkerPool(int threads, std::size_t queue_max);
    ~WorkerPool();
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    // False, and the job dropped, when it would begin a request and too many wait already.
    [[nodiscard]] bool submit(Admission admission, std::unique_ptr<Job> job);
    // Runs what was submitted and returns with all threads joined. Nothing is submitted afterwards.
    void join();

private:
    void work();
    std::unique_ptr<Job> take();

    std::size_t const queue_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::unique_ptr<Job>> requests_;
    std::deque<std::unique_ptr<Job>> continuations_;
    std::size_t idle_ = 0;            // threads that wait for a job
    int continuations_in_a_row_ = 0;  // taken while a request waited
    bool joining_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace cassette::http
