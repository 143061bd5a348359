#pragma once

#include "storage/sqlite_connection.h"
#include "storage/worklist.h"

#include <cstdint>
#include <optional>

namespace cassette {

// The rows of scheduled steps. Writing belongs to the writer's transaction.

[[nodiscard]] Result<Scheduled> put_scheduled(SqliteConnection& db, ScheduledStep const& step);
[[nodiscard]] Result<std::uint64_t> delete_scheduled(SqliteConnection& db, ScheduledStepKey const& key);

// Gives the steps that a performed one is of a status, and the performed step as where it comes from; how many there are.
[[nodiscard]] Result<std::uint64_t> begin_scheduled(SqliteConnection& db, PerformedOf const& of,
                                                    PerformedStep const& step);
// Gives the steps that have their status from a performed one another.
[[nodiscard]] Result<void> move_scheduled(SqliteConnection& db, PerformedStep const& step);

// Where the next page begins.
struct StepPlace {
    std::string start_date;
    std::string start_time;
    std::int64_t row = 0;
};
struct StepPage {
    std::vector<ScheduledStep> steps;
    std::optional<StepPlace> next;  // none behind the last page
};
[[nodiscard]] Result<StepPage> read_scheduled(SqliteConnection& db, std::span<StepCondition const> conditions,
                                              StepPlace const& after);

}  // namespace cassette
