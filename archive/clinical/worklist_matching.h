#pragma once

#include "archive/clinical/worklist.h"

namespace cassette {

// Whether an item satisfies all of the plan, whatever of it the index has decided already. Keys of one sequence hold for one and
// the same item of it (PS3.4 C.2.2.2.6).
[[nodiscard]] bool matches_plan(MetadataItem const& item, WorklistPlan const& plan);

}  // namespace cassette
