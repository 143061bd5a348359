#pragma once

#include "archive/archive.h"

namespace cassette {

// The digest of a stored object's data set, without preamble and File Meta: what tells a changed object from one whose
// sender only rewrote group 0002. Reads the whole blob, in constant memory. ErrorCode::malformed when it is no Part 10 file.
[[nodiscard]] Result<Digest> dataset_digest(Blob const& blob);

// Where the data set begins in it. Errors as above.
[[nodiscard]] Result<std::uint64_t> dataset_offset(Blob const& blob);

}  // namespace cassette
