#include "storage/sqlite_outbox.h"

#include "storage/arrival_rows.h"
#include "storage/outbox_rows.h"

#include <utility>

namespace cassette {

namespace {

// Work of the writer that gives something. It may run more than once: the last result counts.
template <class T, class Operation>
Result<T> write(SqliteWriter& writer, Operation const& operation) {
    T result{};
    auto const done = writer.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto outcome = operation(db);
        if (!outcome) return fail(outcome.error());
        result = *std::move(outcome);
        return {};
    });
    return done ? Result<T>{std::move(result)} : fail(done.error());
}

template <class Operation>
Result<void> write_only(SqliteWriter& writer, Operation const& operation) {
    return writer.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> { return operation(db); });
}

template <class T, class Operation>
Result<T> read(ReaderPool& readers, Operation const& operation) {
    auto lease = readers.lease();
    if (!lease) return fail(lease.error());
    return operation(**lease);
}

using Tasks = std::vector<OutboxTask>;

}  // namespace

Result<void> SqliteOutbox::enqueue(NewTask const& task) {
    return write_only(writer_, [&](SqliteConnection& db) { return enqueue_task(db, task); });
}

// Workers ask often and there is seldom anything: the writer is not troubled for that.
Result<Tasks> SqliteOutbox::claim(Claim const& claim) {
    auto const due = read<bool>(readers_, [&](SqliteConnection& db) { return has_due_task(db, claim); });
    if (!due) return fail(due.error());
    if (!*due) return Tasks{};
    return write<Tasks>(writer_, [&](SqliteConnection& db) { return claim_tasks(db, claim); });
}

Result<bool> SqliteOutbox::amend(OutboxTask const& task, std::string_view payload) {
    return write<bool>(writer_, [&](SqliteConnection& db) { return amend_task(db, task, payload); });
}

Result<bool> SqliteOutbox::complete(OutboxTask const& task) {
    return write<bool>(writer_, [&](SqliteConnection& db) { return complete_task(db, task); });
}

Result<bool> SqliteOutbox::postpone(OutboxTask const& task, Postponement const& until) {
    return write<bool>(writer_, [&](SqliteConnection& db) { return postpone_task(db, task, until); });
}

Result<std::uint64_t> SqliteOutbox::release_all(std::string_view owner) {
    return write<std::uint64_t>(writer_, [&](SqliteConnection& db) { return release_tasks(db, owner); });
}

Result<Tasks> SqliteOutbox::list(TaskPage const& page) const {
    return read<Tasks>(readers_, [&](SqliteConnection& db) { return list_tasks(db, page); });
}

Result<std::vector<TaskCount>> SqliteOutbox::counts() const {
    return read<std::vector<TaskCount>>(readers_, [](SqliteConnection& db) { return count_tasks(db); });
}

Result<std::uint64_t> SqliteOutbox::hasten(TaskSelection const& selection, std::int64_t now) {
    return write<std::uint64_t>(writer_, [&](SqliteConnection& db) { return hasten_tasks(db, selection, now); });
}

Result<Tasks> SqliteOutbox::drop(TaskSelection const& selection) {
    return write<Tasks>(writer_, [&](SqliteConnection& db) { return drop_tasks(db, selection); });
}

Result<std::optional<std::int64_t>> SqliteArrivals::cursor() const {
    return read<std::optional<std::int64_t>>(readers_, [](SqliteConnection& db) { return read_cursor(db); });
}

Result<void> SqliteArrivals::begin() {
    return write_only(writer_, [](SqliteConnection& db) { return begin_cursor(db); });
}

Result<void> SqliteArrivals::forget() {
    return write_only(writer_, [](SqliteConnection& db) { return forget_cursor(db); });
}

Result<ArrivalPage> SqliteArrivals::after(ChangeRange const& range) const {
    return read<ArrivalPage>(readers_, [&](SqliteConnection& db) { return read_arrivals(db, range); });
}

Result<void> SqliteArrivals::pass(std::span<NewTask const> tasks, std::int64_t cursor) {
    return write_only(writer_, [&](SqliteConnection& db) -> Result<void> {
        for (auto const& task : tasks)
            if (auto queued = enqueue_task(db, task); !queued) return queued;
        return move_cursor(db, cursor);
    });
}

}  // namespace cassette
