#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "schema/result.h"

namespace cassette::dicomweb {

// The instance whose picture stands for a study or series: the middle one of the series; of a study, of its first series
// that has pictures and is no localizer. The instance itself for a scope that names one. ErrorCode::not_found when the scope
// is empty; not_acceptable when it has no pictures.
[[nodiscard]] Result<InstanceLocation> representative_instance(Archive const& archive, Principal const& principal,
                                                               RetrieveScope const& scope);

}  // namespace cassette::dicomweb
