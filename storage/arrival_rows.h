#pragma once

#include "storage/arrivals.h"
#include "storage/sqlite_connection.h"

namespace cassette {

// The row work of Arrivals. What writes runs in the writer's transaction.

[[nodiscard]] Result<std::optional<std::int64_t>> read_cursor(SqliteConnection& db);
// Puts the cursor at the end of the change feed, if there is none.
[[nodiscard]] Result<void> begin_cursor(SqliteConnection& db);
[[nodiscard]] Result<void> forget_cursor(SqliteConnection& db);
[[nodiscard]] Result<ArrivalPage> read_arrivals(SqliteConnection& db, ChangeRange const& range);
[[nodiscard]] Result<void> move_cursor(SqliteConnection& db, std::int64_t cursor);

}  // namespace cassette
