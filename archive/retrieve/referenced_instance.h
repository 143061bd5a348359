#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

namespace cassette {

// The instance that another refers to by its SOP Instance UID alone, in whatever study it is. ErrorCode::not_found.
[[nodiscard]] Result<InstanceLocation> locate_referenced(Archive const& archive, Principal const& principal,
                                                         SOPInstanceUID const& instance);

}  // namespace cassette
