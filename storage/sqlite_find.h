#pragma once

#include "storage/find_driver.h"
#include "storage/index.h"
#include "storage/sqlite_connection.h"

#include <optional>

namespace cassette {

// The readers' side of Index::find and Index::count, on a connection of the caller's.
[[nodiscard]] Result<void> find_rows(SqliteConnection& db, FindRequest const& request, Index::RowSink const& sink);
[[nodiscard]] Result<std::uint64_t> count_rows(SqliteConnection& db, FindRequest const& request);

// How to go about a search. docs/index-schema.md gives the reasons.
struct Approach {
    std::optional<Driver> driver;    // begin with this index; none: walk the rows in their order
    std::optional<Driver> fallback;  // for a walk that takes too long
};
[[nodiscard]] Result<Approach> choose_approach(SqliteConnection& db, FindRequest const& request);

}  // namespace cassette
