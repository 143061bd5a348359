#pragma once

#include "archive/archive.h"
#include "archive/outgoing/dispatch.h"
#include "archive/outgoing/retry_policy.h"
#include "dimse/file_descriptor.h"
#include "dimse/remote_ae.h"
#include "tools/background_work.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace cassette {

struct OutgoingSettings {
    AETitle ae_title;                           // ours, which is also by what the node knows its claims again
    std::vector<dimse::RemoteAE> destinations;  // those with a host
    DispatchRules rules = {};
    RetryPolicy retry = {};
    std::chrono::hours give_up_after{7 * 24};
};

// Tells other AEs what they are to be told: a thread that turns arrivals into tasks of the outbox and gives up old ones, and one
// for each destination, so that none waits for another. Logs what it did. `archive` outlives it.
class Outgoing {
public:
    Outgoing(Archive& archive, OutgoingSettings settings);
    Outgoing(Outgoing const&) = delete;
    Outgoing& operator=(Outgoing const&) = delete;
    ~Outgoing();

    // Before anything is taken in. Errors are those of the index.
    Result<void> prepare();
    void start();
    // Ends what runs, at once: what is not delivered stays in the outbox.
    void stop();

    // Since the start.
    struct Figures {
        std::uint64_t delivered = 0, failed = 0, given_up = 0;
    };
    Figures figures(TaskKind kind) const;

private:
    struct Counters {
        std::atomic<std::uint64_t> delivered = 0, failed = 0, given_up = 0;
    };
    class Destination;
    Counters& counters(TaskKind kind) { return counters_[static_cast<std::size_t>(kind)]; }
    std::chrono::milliseconds dispatch();
    void give_up_old();

    Archive& archive_;
    OutgoingSettings settings_;
    dimse::FileDescriptor stop_event_;
    std::array<Counters, std::size(task_kinds)> counters_;
    std::chrono::steady_clock::time_point look_for_old_{};
    std::vector<std::unique_ptr<BackgroundWork>> couriers_;
    std::unique_ptr<BackgroundWork> dispatcher_;  // ends first: it wakes the couriers
};

}  // namespace cassette
