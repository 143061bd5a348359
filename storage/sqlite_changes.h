#pragma once

#include "storage/change.h"
#include "storage/index.h"
#include "storage/sqlite_connection.h"

namespace cassette {

// The change feed's rows. Writing belongs to the transaction of what is told.

// Of `stored`, `superseded` and `transcoded`: the version tells which instance.
[[nodiscard]] Result<void> note_version(SqliteConnection& db, ChangeKind kind, std::int64_t version, std::int64_t at);
// Of the other kinds; the sequence is ignored.
[[nodiscard]] Result<void> note_change(SqliteConnection& db, Change const& change);
// Drops what told of the versions of an instance that is purged.
[[nodiscard]] Result<void> forget_versions_of(SqliteConnection& db, std::int64_t instance);

// As Index::changes.
[[nodiscard]] Result<std::vector<Change>> read_changes(SqliteConnection& db, ChangeRange const& range);

}  // namespace cassette
