#pragma once

#include "storage/index_rows.h"
#include "storage/sqlite_connection.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace cassette {

// The statements that move RowValues in and out of a level's table, their column lists made from columns_of(table).
// `keys` are the further columns, comma-separated, which come first.
[[nodiscard]] std::string insert_sql(Level table, std::string_view keys);
// UPDATE of every value column, after those of `keys`, of the row whose id is bound last.
[[nodiscard]] std::string update_sql(Level table, std::string_view keys);
// SELECT of `keys` and every value column; `where` follows.
[[nodiscard]] std::string select_sql(Level table, std::string_view keys, std::string_view where);

// Updates the value columns in which `after` differs from `before`: the indexes of the others stay untouched.
[[nodiscard]] Result<void> update_changed(SqliteConnection& db, Level table, std::int64_t id,
                                          std::pair<RowValues const&, RowValues const&> before_after);

// A digest stored as 32 bytes; ErrorCode::internal when it is none.
[[nodiscard]] Result<Digest> read_digest(Statement const& row, int column);

void bind_values(Statement& statement, Level table, std::span<std::string const> values);
// The value columns of the current row, which begin at column `first`.
[[nodiscard]] RowValues read_values(Statement& statement, Level table, int first);

}  // namespace cassette
