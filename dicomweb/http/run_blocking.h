#pragma once

#include "dicomweb/http/asynchronous.h"
#include "dicomweb/http/worker_pool.h"
#include "schema/result.h"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>

#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace cassette::http {

// What a worker computes and a coroutine waits for; whichever comes last finds the other. Value is a Result.
template <class Value>
class Outcome {
public:
    // Called by the worker, once.
    void settle(Value value) {
        std::unique_ptr<Job> resume;
        {
            std::lock_guard lock{mutex_};
            value_.emplace(std::move(value));
            resume = std::move(resume_);
        }
        if (resume) resume->run();
    }

    // Runs `resume` once there is a value: now, or on the worker.
    void when_settled(std::unique_ptr<Job> resume) {
        {
            std::lock_guard lock{mutex_};
            if (!value_) resume_ = std::move(resume);
        }
        if (resume) resume->run();
    }

    bool settled() {
        std::lock_guard lock{mutex_};
        return value_.has_value();
    }

    Value take() {
        std::lock_guard lock{mutex_};
        return std::move(*value_);
    }

private:
    std::mutex mutex_;
    std::optional<Value> value_;
    std::unique_ptr<Job> resume_;
};

// The second owner is the job on the worker.
template <class Value>
using SharedOutcome = std::shared_ptr<Outcome<Value>>;

// The one catch of the workers, for what third-party code throws. The text of an exception may quote what it choked on,
// so that only its type is kept.
template <class Work>
std::invoke_result_t<Work&> run_guarded(Work& work) {
    try {
        return work();
    } catch (std::exception const& exception) {
        return fail(ErrorCode::internal, std::string{"unexpected exception "} + typeid(exception).name());
    }
}

// Starts `work`, which returns a Result, on a worker. Null when it would begin a request and too many wait already.
template <class Work>
SharedOutcome<std::invoke_result_t<Work&>> start_blocking(WorkerPool& pool, WorkerPool::Admission admission,
                                                          Work work) {
    auto outcome = std::make_shared<Outcome<std::invoke_result_t<Work&>>>();
    auto job = [outcome, held = std::optional{std::move(work)}]() mutable {
        auto value = run_guarded(*held);
        // What the work held is gone before the coroutine goes on.
        held.reset();
        outcome->settle(std::move(value));
    };
    if (!pool.submit(admission, make_job(std::move(job)))) return nullptr;
    return outcome;
}

// Resumes the coroutine on an I/O thread with what the worker computed.
template <class Value>
Awaitable<Value> wait_for(SharedOutcome<Value> outcome) {
    auto initiate = [outcome](auto handler) {
        auto resume = [held = std::move(handler)]() mutable {
            auto executor = boost::asio::get_associated_executor(held);
            boost::asio::post(executor, std::move(held));
        };
        outcome->when_settled(make_job(std::move(resume)));
    };
    using Token = boost::asio::use_awaitable_t<Executor> const;
    if (!outcome->settled()) co_await boost::asio::async_initiate<Token, void()>(initiate, awaiting);
    co_return outcome->take();
}

// Runs `work`, which returns a Result, on a worker. ErrorCode::unavailable when it would begin a request and too many wait
// already; ErrorCode::internal when it threw.
template <class Work>
Awaitable<std::invoke_result_t<Work&>> run_blocking(WorkerPool& pool, WorkerPool::Admission admission, Work work) {
    auto outcome = start_blocking(pool, admission, std::move(work));
    if (!outcome) co_return fail(ErrorCode::unavailable, "too many requests wait for a worker");
    co_return co_await wait_for(std::move(outcome));
}

}  // namespace cassette::http
