#include "storage/outbox_rows.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cassette {

namespace {

constexpr std::string_view columns =
    "id, kind, destination, subject, payload, queued_at, not_before, attempts, last_error, claim, claimed_until";
constexpr std::size_t dropped_max = 1000;

Failure damaged() { return fail(ErrorCode::internal, "the index is damaged: the outbox holds what was never written"); }

std::optional<TaskKind> kind_of(std::int64_t number) {
    for (auto const kind : task_kinds)
        if (static_cast<std::int64_t>(kind) == number) return kind;
    return std::nullopt;
}

std::int64_t number_of(TaskKind kind) { return static_cast<std::int64_t>(kind); }
std::int64_t number_of(std::size_t count) {
    constexpr std::size_t all = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::min(count, all));
}

Result<OutboxTask> read_task(Statement const& row) {
    auto const kind = kind_of(row.integer(1));
    auto destination = AETitle::parse(row.text(2));
    if (!kind || !destination) return damaged();
    return OutboxTask{row.integer(0),
                      {*kind, *std::move(destination), std::string{row.text(3)}, std::string{row.blob(4)},
                       row.integer(5), row.integer(6)},
                      static_cast<std::uint32_t>(row.integer(7)),
                      std::string{row.text(8)},
                      row.integer(9),
                      row.integer(10)};
}

template <class Bind>
Result<std::vector<OutboxTask>> read_tasks(SqliteConnection& db, std::string_view sql, Bind const& bind) {
    std::vector<OutboxTask> tasks;
    auto const read = for_each_row(db, sql, bind, [&](Statement& row) -> Result<void> {
        auto task = read_task(row);
        if (!task) return fail(task.error());
        tasks.push_back(*std::move(task));
        return {};
    });
    if (!read) return fail(read.error());
    return tasks;
}

// The rows that an UPDATE or DELETE with "RETURNING id" has changed.
template <class Bind>
Result<std::uint64_t> count_changed(SqliteConnection& db, std::string_view sql, Bind const& bind) {
    std::uint64_t count = 0;
    auto const counted = for_each_row(db, sql, bind, [&](Statement&) -> Result<void> {
        ++count;
        return {};
    });
    if (!counted) return fail(counted.error());
    return count;
}

template <class Bind>
Result<bool> change_one(SqliteConnection& db, std::string_view sql, Bind const& bind) {
    auto const count = count_changed(db, sql, bind);
    if (!count) return fail(count.error());
    return *count > 0;
}

std::string due_condition(Claim const& claim) {
    std::string sql = "destination = ? AND kind = ? AND not_before <= ? AND claimed_until <= ?";
    if (claim.subject) sql += " AND subject = ?";
    return sql;
}

void bind_due(Statement& statement, Claim const& claim) {
    statement.bind(claim.destination.str()).bind(number_of(claim.kind)).bind(claim.now).bind(claim.now);
    if (claim.subject) statement.bind(*claim.subject);
}

std::string selection_condition(TaskSelection const& selection) {
    std::string sql = "1";
    if (selection.id) sql += " AND id = ?";
    if (selection.destination) sql += " AND destination = ?";
    if (selection.kind) sql += " AND kind = ?";
    if (selection.subject) sql += " AND subject = ?";
    if (selection.queued_before) sql += " AND queued_at < ?";
    return sql;
}

void bind_selection(Statement& statement, TaskSelection const& selection) {
    if (selection.id) statement.bind(*selection.id);
    if (selection.destination) statement.bind(*selection.destination);
    if (selection.kind) statement.bind(number_of(*selection.kind));
    if (selection.subject) statement.bind(*selection.subject);
    if (selection.queued_before) statement.bind(*selection.queued_before);
}

}  // namespace

std::string_view name_of(TaskKind kind) {
    switch (kind) {
        case TaskKind::forward: return "forward";
        case TaskKind::commitment_report: return "commitment_report";
        case TaskKind::availability_notification: return "availability_notification";
    }
    return {};
}

Result<void> enqueue_task(SqliteConnection& db, NewTask const& task) {
    auto statement = db.prepare(
        "INSERT INTO outbox(kind, destination, subject, payload, queued_at, not_before, attempts, last_error, claim,"
        " claimed_by, claimed_until) VALUES (?, ?, ?, ?, ?, ?, 0, '', 0, '', 0)"
        " ON CONFLICT (destination, kind, subject) DO UPDATE SET payload = excluded.payload,"
        " queued_at = excluded.queued_at, not_before = excluded.not_before, attempts = 0, last_error = '',"
        " claim = claim + 1, claimed_by = '', claimed_until = 0");
    if (!statement) return fail(statement.error());
    statement->bind(number_of(task.kind)).bind(task.destination.str()).bind(task.subject);
    statement->bind_blob(task.payload.data(), task.payload.size());
    return statement->bind(task.queued_at).bind(task.not_before).run();
}

Result<std::vector<OutboxTask>> claim_tasks(SqliteConnection& db, Claim const& claim) {
    std::string sql =
        "UPDATE outbox SET claim = claim + 1, claimed_by = ?, claimed_until = ? WHERE id IN (SELECT id FROM"
        " outbox WHERE ";
    sql.append(due_condition(claim)).append(" ORDER BY not_before, id LIMIT ?) RETURNING ").append(columns);
    auto tasks = read_tasks(db, sql, [&](Statement& statement) {
        statement.bind(claim.owner).bind(claim.until);
        bind_due(statement, claim);
        statement.bind(number_of(claim.count));
    });
    if (!tasks) return tasks;
    std::ranges::sort(*tasks, [](OutboxTask const& a, OutboxTask const& b) {
        return std::pair{a.task.not_before, a.id} < std::pair{b.task.not_before, b.id};
    });
    return tasks;
}

Result<bool> has_due_task(SqliteConnection& db, Claim const& claim) {
    auto statement = db.prepare("SELECT 1 FROM outbox WHERE " + due_condition(claim) + " LIMIT 1");
    if (!statement) return fail(statement.error());
    bind_due(*statement, claim);
    return statement->step();
}

Result<bool> amend_task(SqliteConnection& db, OutboxTask const& task, std::string_view payload) {
    constexpr std::string_view sql = "UPDATE outbox SET payload = ? WHERE id = ? AND claim = ? RETURNING id";
    return change_one(db, sql, [&](Statement& statement) {
        statement.bind_blob(payload.data(), payload.size()).bind(task.id).bind(task.claim);
    });
}

Result<bool> complete_task(SqliteConnection& db, OutboxTask const& task) {
    constexpr std::string_view sql = "DELETE FROM outbox WHERE id = ? AND claim = ? RETURNING id";
    return change_one(db, sql, [&](Statement& statement) { statement.bind(task.id).bind(task.claim); });
}

Result<bool> postpone_task(SqliteConnection& db, OutboxTask const& task, Postponement const& until) {
    constexpr std::string_view sql =
        "UPDATE outbox SET not_before = ?, attempts = attempts + ?, last_error = coalesce(nullif(?, ''), last_error),"
        " claim = claim + 1, claimed_by = '', claimed_until = 0 WHERE id = ? AND claim = ? RETURNING id";
    return change_one(db, sql, [&](Statement& statement) {
        statement.bind(until.not_before).bind(std::int64_t{until.error.empty() ? 0 : 1}).bind(until.error);
        statement.bind(task.id).bind(task.claim);
    });
}

Result<std::uint64_t> release_tasks(SqliteConnection& db, std::string_view owner) {
    constexpr std::string_view sql =
        "UPDATE outbox SET claim = claim + 1, claimed_by = '', claimed_until = 0 WHERE claimed_by = ? RETURNING id";
    return count_changed(db, sql, [&](Statement& statement) { statement.bind(owner); });
}

Result<std::vector<OutboxTask>> list_tasks(SqliteConnection& db, TaskPage const& page) {
    std::string sql = "SELECT ";
    sql.append(columns).append(" FROM outbox WHERE ").append(selection_condition(page.selection));
    return read_tasks(db, sql + " AND id > ? ORDER BY id LIMIT ?", [&](Statement& statement) {
        bind_selection(statement, page.selection);
        statement.bind(page.after).bind(number_of(page.count));
    });
}

Result<std::vector<TaskCount>> count_tasks(SqliteConnection& db) {
    std::vector<TaskCount> counts;
    auto const read = for_each_row(
        db,
        "SELECT destination, kind, count(*), sum(attempts > 0), min(queued_at) FROM outbox GROUP BY destination, kind",
        [](Statement&) {},
        [&](Statement& row) -> Result<void> {
            auto const kind = kind_of(row.integer(1));
            if (!kind) return damaged();
            counts.push_back({std::string{row.text(0)}, *kind, static_cast<std::uint64_t>(row.integer(2)),
                              static_cast<std::uint64_t>(row.integer(3)), row.integer(4)});
            return {};
        });
    if (!read) return fail(read.error());
    return counts;
}

Result<std::uint64_t> hasten_tasks(SqliteConnection& db, TaskSelection const& selection, std::int64_t now) {
    auto const sql = "UPDATE outbox SET not_before = ?, queued_at = ?, attempts = 0, last_error = '' WHERE " +
        selection_condition(selection) + " RETURNING id";
    return count_changed(db, sql, [&](Statement& statement) {
        statement.bind(now).bind(now);
        bind_selection(statement, selection);
    });
}

Result<std::vector<OutboxTask>> drop_tasks(SqliteConnection& db, TaskSelection const& selection) {
    std::string sql = "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE ";
    sql.append(selection_condition(selection)).append(" ORDER BY id LIMIT ?) RETURNING ").append(columns);
    return read_tasks(db, sql, [&](Statement& statement) {
        bind_selection(statement, selection);
        statement.bind(number_of(dropped_max));
    });
}

}  // namespace cassette
