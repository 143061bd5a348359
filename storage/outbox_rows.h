#pragma once

#include "storage/outbox.h"
#include "storage/sqlite_connection.h"

namespace cassette {

// The row work of Outbox. What writes runs in the writer's transaction.

[[nodiscard]] Result<void> enqueue_task(SqliteConnection& db, NewTask const& task);
[[nodiscard]] Result<std::vector<OutboxTask>> claim_tasks(SqliteConnection& db, Claim const& claim);
// Whether `claim_tasks` would give any; takes no lock.
[[nodiscard]] Result<bool> has_due_task(SqliteConnection& db, Claim const& claim);
[[nodiscard]] Result<bool> amend_task(SqliteConnection& db, OutboxTask const& task, std::string_view payload);
[[nodiscard]] Result<bool> complete_task(SqliteConnection& db, OutboxTask const& task);
[[nodiscard]] Result<bool> postpone_task(SqliteConnection& db, OutboxTask const& task, Postponement const& until);
[[nodiscard]] Result<std::uint64_t> release_tasks(SqliteConnection& db, std::string_view owner);
[[nodiscard]] Result<std::vector<OutboxTask>> list_tasks(SqliteConnection& db, TaskPage const& page);
[[nodiscard]] Result<std::vector<TaskCount>> count_tasks(SqliteConnection& db);
[[nodiscard]] Result<std::uint64_t> hasten_tasks(SqliteConnection& db, TaskSelection const& selection,
                                                 std::int64_t now);
[[nodiscard]] Result<std::vector<OutboxTask>> drop_tasks(SqliteConnection& db, TaskSelection const& selection);

}  // namespace cassette
