#pragma once

#include "storage/find_driver.h"
#include "storage/index.h"
#include "storage/sqlite_connection.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cassette {

// What a search weighs, measured with a million studies; docs/index-schema.md gives the reasons.
struct SearchCosts {
    // An entry of an index: one that holds the date is sorted as it is, the others cost reading the study's row, and
    // text search works to find its own.
    std::int64_t entry = 1;
    std::int64_t row = 8;
    std::int64_t text = 16;
    // Beginning with an index is right when it costs no more than this: otherwise a walk probably finds a page as fast,
    // which is sooner the case when it reads no rows.
    std::int64_t max_against_index = 32768;
    std::int64_t max_against_rows = 131072;
    // So little that no further probe is worth it.
    std::int64_t few = 4096;
    // How far a walk may go before an index with many entries is the better way after all: some milliseconds.
    int walk_in_index_steps_thousands = 1000;
    int walk_steps_thousands = 60;
    // The same for a walk in the index that is tried before anything is counted: about as long as counting takes.
    int walk_before_probes_steps_thousands = 40;
};

// The readers' side of Index::find and Index::count, on a connection of the caller's.
[[nodiscard]] Result<void> find_rows(SqliteConnection& db, FindRequest const& request, Index::RowSink const& sink,
                                     SearchCosts const& costs = {});
[[nodiscard]] Result<std::uint64_t> count_rows(SqliteConnection& db, FindRequest const& request);

// How to go about a search.
struct Approach {
    std::optional<Driver> driver;    // begin with this index; none: walk the rows in their order
    std::optional<Driver> fallback;  // for a walk that takes too long
    bool lists_few = false;          // the driver lists rows of the request's level, and few of them
};
// `found` are the drivers of the request.
[[nodiscard]] Result<Approach> choose_approach(SqliteConnection& db, FindRequest const& request,
                                               std::vector<Driver> found, SearchCosts const& costs = {});

}  // namespace cassette
