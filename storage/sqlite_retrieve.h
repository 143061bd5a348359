#pragma once

#include "storage/index.h"
#include "storage/sqlite_connection.h"

namespace cassette {

// The readers' side of Index's retrieving operations, on a connection of the caller's.

[[nodiscard]] Result<void> locate_instances(SqliteConnection& db, RetrieveScope const& scope,
                                            Index::LocationSink const& sink);
[[nodiscard]] Result<void> read_metadata(SqliteConnection& db, RetrieveScope const& scope,
                                         Index::MetadataSink const& sink);
[[nodiscard]] Result<Derived> read_derived(SqliteConnection& db, std::int64_t version_key);
[[nodiscard]] Result<Derived> read_representative(SqliteConnection& db, Level level, std::int64_t row);
[[nodiscard]] Result<std::vector<VersionInfo>> read_history(SqliteConnection& db, SOPInstanceUID const& instance);
[[nodiscard]] Result<IndexCounts> read_counts(SqliteConnection& db);

// At most `limit` versions in the order of their keys, those after `after`; gives the key of the last one, or 0 when
// there are no more.
struct VersionPage {
    std::vector<VersionInfo> versions;
    std::int64_t last = 0;
};
[[nodiscard]] Result<VersionPage> read_versions(SqliteConnection& db, std::int64_t after, std::int64_t limit);

}  // namespace cassette
