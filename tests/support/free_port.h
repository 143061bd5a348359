#pragma once

#include <cstdint>

namespace cassette::testing {

// A port on loopback that nobody uses now, for programs that cannot pick one themselves.
[[nodiscard]] std::uint16_t free_port();

// Waits until somebody listens there; the test fails when nobody does for a minute.
void wait_for_listener(std::uint16_t port);

}  // namespace cassette::testing
