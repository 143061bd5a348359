#pragma once

#include "archive/part10/dataset_scanner.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>

namespace cassette {

// DCMTK's data set of a scanned header, for who edits it or hands it to DCMTK; who reads it all takes a HeaderView.
// ErrorCode::malformed when DCMTK cannot read it all the same.
[[nodiscard]] Result<std::unique_ptr<DcmDataset>> parse_header(ScannedDataset const& scanned);

}  // namespace cassette
