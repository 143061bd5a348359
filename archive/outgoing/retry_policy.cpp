#include "archive/outgoing/retry_policy.h"

#include <algorithm>

namespace cassette {

std::chrono::nanoseconds retry_pause(RetryPolicy const& policy, std::uint32_t failures, double random) {
    using Seconds = std::chrono::duration<double>;
    Seconds pause = policy.first;
    Seconds const longest = std::max(policy.first, policy.longest);
    for (std::uint32_t failure = 1; failure < failures && pause < longest; ++failure) pause *= 2;
    pause = std::min(pause, longest);
    auto const spread = pause / 2 + pause / 2 * std::clamp(random, 0.0, 1.0);
    return std::chrono::duration_cast<std::chrono::nanoseconds>(spread);
}

}  // namespace cassette
