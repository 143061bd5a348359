#pragma once

#include "tests/end_to_end/crash_load.h"
#include "tests/support/node.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cassette::testing {

struct AuditReport {
    std::uint64_t acknowledged = 0;  // instances
    std::uint64_t present = 0;       // those, and some that were in flight
    std::vector<std::string> complaints;
};

// Compares what the node has of the studies with what was sent: every acknowledged instance is listed by QIDO-RS, nothing is
// that was not sent, the number of related instances is right, and each that is listed comes by WADO-RS and by C-GET with the
// very bytes.
[[nodiscard]] AuditReport audit(Node const& node, std::vector<SentStudy> const& studies);

// The instances that /metrics says are there.
[[nodiscard]] std::uint64_t instances_counted(Node const& node);

}  // namespace cassette::testing
