#pragma once

#include "storage/removals.h"
#include "storage/sqlite_commit.h"

namespace cassette {

// The row work of Removals. The first two run in the writer's transaction.

[[nodiscard]] Result<std::uint64_t> remove_instances(SqliteConnection& db, InstanceCommitter& committer,
                                                     RetrieveScope const& scope, Removal const& removal);
[[nodiscard]] Result<std::vector<Digest>> mark_for_purge(SqliteConnection& db, SOPInstanceUID const& instance);

[[nodiscard]] Result<std::vector<RemovedInstance>> removed_in_scope(SqliteConnection& db, RetrieveScope const& scope);
[[nodiscard]] Result<std::vector<RemovedInstance>> list_removed(SqliteConnection& db, Removals::Page const& page);
[[nodiscard]] Result<std::vector<SOPInstanceUID>> marked_for_purge(SqliteConnection& db);

}  // namespace cassette
