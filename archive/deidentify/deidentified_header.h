#pragma once

#include "archive/part10/dataset_scanner.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cassette {

// A piece of a de-identified data set: bytes, or where they lie in the original one.
using HeaderPiece = std::variant<std::string, ByteRange>;

struct DeidentifiedHeader {
    std::vector<HeaderPiece> pieces;  // Explicit VR in the original's byte order, without Pixel Data
    std::string sop_class;
    std::string sop_instance;          // the new one
    std::string burned_in_annotation;  // (0028,0301), "" when it is absent
};

// Applies the Basic Application Level Confidentiality Profile (PS3.15 E.2) to a scanned data set, Items of kept sequences
// included. Where Table E.1-1 leaves a choice it takes what suits every type: a dummy before an empty value before removal.
// Also removes private attributes and what the data dictionary does not know. UIDs are replaced by ones derived from `key`
// and the old one, so that references stay true among everything that one key has de-identified; without the key nobody can
// find the old one. Tells what was done (PS3.15 E.1.1: (0012,0062), (0012,0063), (0012,0064), (0028,0303)).
// ErrorCode::malformed for what the scanner would not have written.
[[nodiscard]] Result<DeidentifiedHeader> deidentified_header(ScannedDataset const& scanned, std::string_view key);

}  // namespace cassette
