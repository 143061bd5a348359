#pragma once

#include "archive/part10/instance_layout.h"
#include "storage/blob_store.h"

#include <string>

namespace cassette {

// Bytes [range) of what a deflated data set inflates to. Inflates from the start, in constant memory but for the answer.
// ErrorCode::malformed when the stream ends before the range does.
[[nodiscard]] Result<std::string> inflated_range(Blob const& blob, ByteRange dataset, ByteRange range);

}  // namespace cassette
