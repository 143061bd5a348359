#pragma once

#include "tests/support/node.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace cassette::testing {

// What all DICOMweb clients of a soak have seen together.
struct WebTally {
    std::mutex mutex;
    std::map<std::string, std::set<std::string>> acknowledged;  // SOP Instance UIDs by Study Instance UID
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> unanswered = 0;
    std::atomic<std::uint64_t> failures = 0;  // statuses that are none of success
};

// One client: STOW-RS, QIDO-RS, WADO-RS and rendered pictures in random order until `end`, on studies of its own, which
// another seed does not have.
void ask_by_web(Node const& node, unsigned seed, std::chrono::steady_clock::time_point end, WebTally& tally);

// How many of the acknowledged instances QIDO-RS does not find.
[[nodiscard]] std::size_t lost_by_web(Node const& node, WebTally const& tally);

}  // namespace cassette::testing
