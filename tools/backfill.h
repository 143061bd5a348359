#pragma once

#include "archive/archive.h"
#include "tools/background_work.h"

namespace cassette {

// Fills in the background what search attributes miss (archive/lifecycle/backfill.h), as long as there is something to fill:
// half of the time at most, so that the node serves meanwhile. Logs when it begins and when it is done. `archive` outlives
// the step.
[[nodiscard]] BackgroundWork::Step backfill_step(Archive& archive);

}  // namespace cassette
