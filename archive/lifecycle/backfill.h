#pragma once

#include "archive/archive.h"

#include <cstddef>

namespace cassette {

// One piece of keeping search values up to date with what is declared: values of attributes that are no longer declared go,
// and instances stored before an attribute was declared get theirs, from stored metadata, without opening an object. Each
// piece is one transaction: after a stop or a crash the next one goes on where the last one ended.
struct BackfillPiece {
    bool finished = false;       // nothing is left to do
    std::size_t versions = 0;    // looked at
    std::size_t unreadable = 0;  // of them: their metadata are damaged, they stay without values
};
// Looks at no more than `versions_max` versions. Anybody may search and store meanwhile; one caller at a time.
[[nodiscard]] Result<BackfillPiece> backfill_piece(Archive& archive, std::size_t versions_max);

}  // namespace cassette
