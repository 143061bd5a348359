#pragma once

#include "archive/archive.h"
#include "archive/outgoing/retry_policy.h"
#include "storage/outbox.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace cassette {

// What became of one task.
struct Fate {
    enum class Kind {
        delivered,
        gone,    // there is nothing to be told any more
        failed,  // to be tried again
    };
    Kind kind;
    std::string error = {};  // why it failed, no patient data
};

// Brings tasks of one kind to one destination, in order, and tells the fate of each as soon as it is known; a task without one
// was not tried. An error: the destination could not be had at all, or no longer.
using FateObserver = std::function<void(std::size_t position, Fate fate)>;
using Courier = std::function<Result<void>(std::span<OutboxTask const> tasks, FateObserver const& tell)>;

struct DeliverySettings {
    AETitle destination;
    TaskKind kind;
    std::string owner;  // of claims: the node
    RetryPolicy retry = {};
    std::chrono::seconds claim_time{600};  // after it, others may take a task that nobody has finished
    std::size_t tasks_max = 30;            // for one association
};
struct DeliveryMoment {
    std::int64_t now;     // nanoseconds since 1970
    double random = 0.5;  // 0 to 1, for retry_pause
};
struct Delivered {
    std::size_t claimed = 0;
    std::size_t delivered = 0;
    std::size_t gone = 0;
    std::size_t failed = 0;
    std::string error = {};    // of the last that failed
    bool unreachable = false;  // the courier gave up: `error` says why
    bool stopped = false;      // the courier was told to stop
};

// A bounded piece of emptying the outbox: claims what is due, has it delivered, and keeps what failed for later. At least once:
// what was delivered when the node died is delivered again. Errors are those of the index.
[[nodiscard]] Result<Delivered> deliver_piece(Outbox& outbox, DeliverySettings const& settings, Courier const& courier,
                                              DeliveryMoment const& moment);

}  // namespace cassette
