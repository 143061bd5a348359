#pragma once

#include "archive/archive.h"
#include "archive/outgoing/arrival_filter.h"
#include "schema/ae_title.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cassette {

// On receipt, send to another AE: whatever the door, but never back to where it came from.
struct ForwardingRule {
    AETitle to;
    ArrivalFilter filter = {};
    bool operator==(ForwardingRule const&) const = default;
};

// Tell another AE that a study's instances can be retrieved (PS3.4 R), when none has come for a while.
struct NotificationRule {
    AETitle to;
    std::chrono::seconds quiet;
    ArrivalFilter filter = {};
    bool operator==(NotificationRule const&) const = default;
};

struct DispatchRules {
    std::vector<ForwardingRule> forward = {};
    std::vector<NotificationRule> notify = {};
    bool empty() const { return forward.empty() && notify.empty(); }
};

// Before anything is taken in: rules are about what arrives from now on, and, where there were rules before, from where they
// left off. Without rules nothing is remembered.
[[nodiscard]] Result<void> begin_dispatch(Archive& archive, DispatchRules const& rules);

// A bounded piece of turning what has come in into tasks of the outbox, durably and each once.
struct DispatchStep {
    std::int64_t now;  // nanoseconds since 1970
    std::size_t entries_max = 500;
};
struct Dispatched {
    std::size_t arrivals = 0;
    std::size_t tasks = 0;
    bool more = false;  // there may be more: call again
};
[[nodiscard]] Result<Dispatched> dispatch_piece(Archive& archive, DispatchRules const& rules, DispatchStep const& step);

// What a forward task holds: where its instance is.
[[nodiscard]] Result<RetrieveScope> scope_of_forward(NewTask const& task);

}  // namespace cassette
