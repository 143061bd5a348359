#pragma once

#include "schema/uid.h"

#include <cstdint>

namespace cassette {

// What can happen to a SOP Instance. The numbers are stored (schema/migrations/0004_removal.sql).
enum class ChangeKind : std::uint8_t {
    stored = 0,
    superseded = 1,  // other content became current under its SOP Instance UID
    removed = 2,     // deleted: hidden, restorable
    restored = 3,
    purged = 4,      // gone for good
    transcoded = 5,  // the same content became current in another transfer syntax
};

// One entry of the change feed.
struct Change {
    std::int64_t sequence = 0;  // ascending in the order of commits; never used twice
    ChangeKind kind = ChangeKind::stored;
    std::int64_t at = 0;  // nanoseconds since 1970
    StudyInstanceUID study;
    SeriesInstanceUID series;
    SOPInstanceUID instance;
};

}  // namespace cassette
