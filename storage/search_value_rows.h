#pragma once

#include "storage/item_values.h"
#include "storage/search_values.h"
#include "storage/sqlite_connection.h"

#include <optional>
#include <span>

namespace cassette {

// The row work of SearchValues.

[[nodiscard]] Result<DeclaredAttributes> read_declared(SqliteConnection& db);
// Those in the table become the built-in ones and `custom`; without a list the custom ones stay as they are. Call inside a
// transaction.
[[nodiscard]] Result<void> declare_attributes(SqliteConnection& db,
                                              std::optional<std::span<SearchAttribute const>> custom);

[[nodiscard]] Result<UnfilledPage> read_unfilled(SqliteConnection& db, std::size_t count);
// Inside a transaction.
[[nodiscard]] Result<void> fill_versions(SqliteConnection& db, ItemValues& values,
                                         std::span<FilledVersion const> versions);
[[nodiscard]] Result<void> note_filled(SqliteConnection& db, std::int64_t next);
[[nodiscard]] Result<bool> delete_undeclared_values(SqliteConnection& db, std::size_t count);
[[nodiscard]] Result<FillProgress> read_fill_progress(SqliteConnection& db);

}  // namespace cassette
