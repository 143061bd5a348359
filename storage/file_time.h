#pragma once

#include <cstdint>

struct stat;

namespace cassette {

// When a file was last modified, nanoseconds since 1970.
[[nodiscard]] std::int64_t modified_at(struct stat const& status);

// Says when the open file was modified. Left to itself the system counts that in ticks, so that what comes within one has no
// order. A file system that does not let us keeps its own time.
void set_modified_at(int descriptor, std::int64_t time);

}  // namespace cassette
