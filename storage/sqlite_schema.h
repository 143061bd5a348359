#pragma once

#include "storage/sqlite_connection.h"

#include <cstdint>

namespace cassette {

// Checks that the database is one of ours and intact, as far as that is quick (docs/index-schema.md), then applies the
// migrations it lacks. ErrorCode::internal when it is damaged, foreign or from a newer version.
[[nodiscard]] Result<void> bring_up_to_date(SqliteConnection& db);

// Reads every page and compares tables with their indexes, which takes as long as the database is large.
// ErrorCode::internal when it is damaged.
[[nodiscard]] Result<void> check_whole(SqliteConnection& db);

// Whether it lacks none. ErrorCode::unavailable when it is of another version than this program's.
[[nodiscard]] Result<void> check_up_to_date(SqliteConnection& db);

}  // namespace cassette
