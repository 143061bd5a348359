#pragma once

#include "schema/level.h"
#include "schema/tag.h"

namespace cassette::dicomweb {

// Whose attribute it is: of the Patient or Study, then `study`; of the Series or what made it, then `series`; otherwise of
// the `instance` (PS3.3 A.1.2 and the modules of C.7.1 to C.7.5). Private elements are the instance's. Patient attributes that
// are indexed have Level::patient.
[[nodiscard]] Level entity_level(Tag tag);

}  // namespace cassette::dicomweb
