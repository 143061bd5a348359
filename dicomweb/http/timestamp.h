#pragma once

#include <cstdint>
#include <string>

namespace cassette::http {

// A moment as RFC 3339 writes it, in UTC with microseconds: "2026-11-21T10:44:02.000001Z". From nanoseconds since 1970.
[[nodiscard]] std::string rfc3339(std::int64_t nanoseconds);

}  // namespace cassette::http
