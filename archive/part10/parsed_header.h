#pragma once

#include "archive/part10/dataset_scanner.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>
#include <string>

namespace cassette {

// DCMTK's view of a scanned header. ErrorCode::malformed when DCMTK cannot read it all the same.
[[nodiscard]] Result<std::unique_ptr<DcmDataset>> parse_header(ScannedDataset const& scanned);

// The value bytes of a string element as written, all values with their backslashes; empty for anything else.
[[nodiscard]] std::string raw_text(DcmElement& element);
// The first value of a top-level element as an unsigned number; `fallback` when it is absent or none.
[[nodiscard]] std::uint64_t number_of(DcmDataset& dataset, Tag tag, std::uint64_t fallback);

}  // namespace cassette
