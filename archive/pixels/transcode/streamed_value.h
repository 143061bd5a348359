#pragma once

#include "archive/pixels/transcode/dataset_bytes.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>

namespace cassette {

// Puts the bulk values of an object, which a parsed header leaves out, back into it: their bytes stay where they are and are
// read while DCMTK writes the data set. The values share `bytes` with each other and with whoever looks for its failure().
// ErrorCode::too_large for a value beyond a 32-bit length; internal when DCMTK refuses.
[[nodiscard]] Result<void> put_streamed_values(DcmDataset& header, InstanceLayout const& layout,
                                               std::shared_ptr<DatasetBytes> const& bytes);

}  // namespace cassette
