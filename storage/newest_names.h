#pragma once

#include "storage/find_driver.h"
#include "storage/sqlite_connection.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace cassette {

// How much is looked at before another way of searching is likely to be better.
struct NewestNamesLimits {
    std::size_t words = 2'000;
    std::int64_t entries = 10'000;
};

// The keys of the studies of a page and of what is skipped before it, newest first, by the words of a name: each word's
// studies lie newest first, so of each no more is read than is newer than the page's last so far. How many studies have the
// word does not matter. Only for requests with a limit that gives_newest_names. nullopt when the limits are reached.
[[nodiscard]] Result<std::optional<std::vector<std::int64_t>>> newest_names(SqliteConnection& db,
                                                                            FindRequest const& request,
                                                                            Driver const& driver,
                                                                            NewestNamesLimits const& limits = {});

}  // namespace cassette
