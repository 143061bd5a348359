#pragma once

#include "storage/index_rows.h"
#include "storage/sqlite_connection.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cassette {

// The columns of a level's table whose fragments can be searched by trigrams, and the FTS5 table that does; empty for
// levels without one.
[[nodiscard]] std::span<std::string_view const> text_columns(Level table);
[[nodiscard]] std::string_view text_table(Level table);

// The FTS5 query for rows whose `column` may match a wildcard pattern: trigrams that cover its literal runs. nullopt
// when no run has three characters. It gives candidates; the pattern itself decides.
[[nodiscard]] std::optional<std::string> trigram_query(std::string_view column, std::string_view pattern);

// Whether two states of a row differ in what text_columns holds.
[[nodiscard]] bool searched_text_differs(Level table, RowValues const& before, RowValues const& after);
// Enters the text of a row as it stands in its table; takes it out again, which must happen before the row changes.
[[nodiscard]] Result<void> index_text(SqliteConnection& db, Level table, std::int64_t id);
[[nodiscard]] Result<void> unindex_text(SqliteConnection& db, Level table, std::int64_t id);

}  // namespace cassette
