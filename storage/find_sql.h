#pragma once

#include "storage/find_driver.h"
#include "storage/index.h"

#include <vector>

namespace cassette {

// A request as SQL, every join and index fixed in the text. Two statements answer it: one gives the keys of the rows in
// the order wanted, the other the rows of some keys; so nothing is read of rows that are skipped or only sorted. The
// search begins with `driver`, or, when that is null, walks the rows in their order. Attributes of Matching::none do
// not belong in the conditions. Pure functions.

// The keys. Holds the limit and the offset unless row_decides.
[[nodiscard]] SqlText keys_sql(FindRequest const& request, Driver const* driver);
// The attributes that are wanted of the level and those above, in the order of attributes().
[[nodiscard]] std::vector<AttributeIndex> selected_attributes(FindRequest const& request);
// The key and those, of the rows whose keys the first parameter lists as a JSON array, in its order. Leaves rows out that
// are gone and, when row_decides, those for which a condition does not hold.
[[nodiscard]] SqlText rows_sql(FindRequest const& request, Driver const* driver);
// Whether conditions are left to rows_sql: the index gives the order by itself, so they are put to the newest studies
// only.
[[nodiscard]] bool row_decides(FindRequest const& request, Driver const* driver);

// Whether a walk decides every condition from the index it goes along, without reading rows.
[[nodiscard]] bool walks_index_only(FindRequest const& request);

// Whether a walk comes by the rows in the order wanted, so that it can end when there are enough.
[[nodiscard]] bool walk_gives_order(FindRequest const& request);

// How many rows there are without limit and offset.
[[nodiscard]] SqlText count_sql(FindRequest const& request, Driver const* driver);

}  // namespace cassette
