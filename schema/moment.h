#pragma once

#include <chrono>
#include <cstdint>

namespace cassette {

constexpr std::int64_t nanoseconds_in_second = 1'000'000'000;

// What this machine's clock says: nanoseconds since 1970.
[[nodiscard]] inline std::int64_t nanoseconds_now() {
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

}  // namespace cassette
