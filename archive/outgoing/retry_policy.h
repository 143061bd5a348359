#pragma once

#include <chrono>
#include <cstdint>

namespace cassette {

// How long to wait before something is tried again. The pause doubles with each failure, up to the longest.
struct RetryPolicy {
    std::chrono::seconds first{5};
    std::chrono::seconds longest{600};
};

// The pause after so many failures in a row, 1 for the first. `random`, 0 to 1, spreads it over the upper half of what it could
// be, so that many who failed together do not come back together.
[[nodiscard]] std::chrono::nanoseconds retry_pause(RetryPolicy const& policy, std::uint32_t failures, double random);

}  // namespace cassette
