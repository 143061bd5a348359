#pragma once

#include "storage/index_rows.h"
#include "storage/sqlite_connection.h"

#include <cstdint>
#include <string_view>

namespace cassette {

// The rows of words of person names beside each patient, study and series row (docs/index-schema.md). Deleting a row
// takes its words along by itself. Call inside a transaction, but for backfill_name_words.

// The table of words that belongs to a table of rows; empty for instances, which have no names.
[[nodiscard]] std::string_view name_word_table(Level table);
// Whether fragments of its names are found by name_part.
[[nodiscard]] bool has_name_parts(Level table);
// How an attribute is numbered there.
[[nodiscard]] std::int64_t name_word_attribute(Tag tag);

// Whether two states of a row differ in a name.
[[nodiscard]] bool names_differ(Level table, RowValues const& before, RowValues const& after);
[[nodiscard]] Result<void> index_names(SqliteConnection& db, Level table, std::int64_t id, RowValues const& values);
[[nodiscard]] Result<void> unindex_names(SqliteConnection& db, Level table, std::int64_t id);

// Makes the words of rows that were there before words were kept, some thousands in each transaction. What an
// interrupted call has done, the next one need not do again.
[[nodiscard]] Result<void> backfill_name_words(SqliteConnection& db);

}  // namespace cassette
