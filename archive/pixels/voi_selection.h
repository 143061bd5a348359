#pragma once

#include "schema/result.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <string_view>

namespace cassette {

// Leaves of the views that an image or a frame offers (PS3.3 C.11.2) only the one that is wanted: by its number, counted from
// 1 through the VOI LUTs and then the windows, or by its explanation (LUT Explanation, Window Center & Width Explanation),
// whatever its case. ErrorCode::malformed when there is no such view.
[[nodiscard]] Result<void> select_voi(DcmItem& attributes, std::string_view wanted);

}  // namespace cassette
