#pragma once

#include "archive/part10/dataset_scanner.h"
#include "archive/part10/part10_scanner.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette::testing {

// Sizes of the pieces in which a stream arrives.
struct Pieces {
    std::size_t size = 0;    // each of this size; 0: all at once
    std::uint64_t seed = 0;  // not 0: of random sizes from 1 to 64
};

[[nodiscard]] Result<ScannedDataset> scan_dataset(std::string_view bytes, ElementEncoding encoding = {},
                                                  DatasetLimits const& limits = {}, Pieces pieces = {});
[[nodiscard]] Result<ScannedInstance> scan_part10(std::string_view bytes, DatasetLimits const& limits = {},
                                                  Pieces pieces = {});

// Everything that was found, or the error, as text to compare.
[[nodiscard]] std::string summary(Result<ScannedDataset> const& scanned);
[[nodiscard]] std::string summary(Result<ScannedInstance> const& scanned);

}  // namespace cassette::testing
