#pragma once

#include "archive/archive.h"
#include "archive/part10/part10_scanner.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>
#include <string>

namespace cassette {

// Walks a stored object again, skipping what the scanner skips. Errors are the scanner's and the blob's.
[[nodiscard]] Result<ScannedInstance> scan_blob(Blob const& blob, DatasetLimits const& limits);

// The data set of a stored object without its bulk values, read again from the blob. Safe for DCMTK: the structural scanner
// has bounded it. Values left out are those of layout.bulk and the pixel data.
// ErrorCode::malformed when the blob is not what it was when it was stored.
[[nodiscard]] Result<std::unique_ptr<DcmDataset>> read_header(Blob const& blob, DatasetLimits const& limits);

}  // namespace cassette
