#pragma once

#include "dicomweb/health.h"
#include "storage/writability.h"
#include "tools/background_work.h"

#include <optional>

namespace cassette {

// Looks after the disk once a second, and logs, once each, that nothing is stored any more and that it is again.
// `writability` outlives the step.
[[nodiscard]] BackgroundWork::Step writability_step(Writability& writability);

// The same for /health.
[[nodiscard]] std::optional<dicomweb::ReadOnly> read_only_state(Writability::Standing const& standing);

}  // namespace cassette
