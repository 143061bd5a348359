#pragma once

#include "archive/archive.h"
#include "tools/background_work.h"

#include <chrono>
#include <cstdint>

namespace cassette {

// The moment, in nanoseconds since 1970, before which something must have been deleted to be purged now.
[[nodiscard]] std::int64_t purged_before(std::chrono::system_clock::time_point now, std::uint64_t deleted_days);

// Purges in the background what was deleted longer ago than that many days, and frees the originals of what was transcoded
// then (archive/lifecycle/transcoding.h). Logs what it did. `archive` outlives the step.
[[nodiscard]] BackgroundWork::Step retention_step(Archive& archive, std::uint64_t deleted_days);

}  // namespace cassette
