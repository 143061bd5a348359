#pragma once

#include "storage/find_driver.h"

#include <string>
#include <vector>

namespace cassette {

// Conditions on search attributes as SQL on the table search_value (docs/index-schema.md). Pure functions.

// Those that hold for one row of a level, and for one item where they share a sequence.
using ItemGroup = std::vector<ItemCondition const*>;
[[nodiscard]] std::vector<ItemGroup> item_groups(FindRequest const& request);

// Whose rows the group's values are kept with, as the request sees it: a study has its patient's.
[[nodiscard]] Level table_of(ItemGroup const& group, Level requested);
// Whether the row satisfies the group; `row` is SQL for the key of a row at the level of its attributes.
[[nodiscard]] SqlText predicate(ItemGroup const& group, std::string const& row);

// Ways to begin the search with values of search attributes.
[[nodiscard]] std::vector<Driver> item_drivers(FindRequest const& request);

}  // namespace cassette
