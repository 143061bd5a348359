#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <cstdint>
#include <functional>

namespace cassette {

struct ReindexProgress {
    std::uint64_t blobs = 0;  // in all
    std::uint64_t done = 0;
    std::uint64_t refused = 0;  // blobs that are no SOP Instance (any more)
};
// Called after each blob; `refused` is set for one that could not be indexed.
using ReindexObserver = std::function<void(ReindexProgress const&, Digest const&, Error const* refused)>;

// Fills the archive's index, which should be empty, from the blobs alone, in the order in which they were stored, so that
// histories come out as they were. Only an error of the stores ends it early.
[[nodiscard]] Result<ReindexProgress> reindex(Archive& archive, Principal const& principal,
                                              ReindexObserver const& observe);

}  // namespace cassette
