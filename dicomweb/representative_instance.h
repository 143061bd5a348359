#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "schema/result.h"

namespace cassette::dicomweb {

// The instance that stands for a study or series, as a person would choose it, by queries of the index alone. Of a series,
// the middle one of its pictures, or the middle one when it has none. Of a study, that of its best series: pictures before
// maps, segmentations, screen captures and the like, these before what is no picture; localizers last among pictures, as are
// labels and overviews of slides; then the series with more images, counted by frames. The instance itself for a scope that
// names one. ErrorCode::not_found when the scope is empty.
[[nodiscard]] Result<InstanceLocation> representative_instance(Archive const& archive, Principal const& principal,
                                                               RetrieveScope const& scope);

}  // namespace cassette::dicomweb
