#include "storage/sqlite_worklist.h"

#include "storage/scheduled_step_rows.h"

#include <utility>

namespace cassette {

namespace {

Result<PerformedStep> read_performed(SqliteConnection& db, std::string const& sop_instance_uid) {
    auto statement = db.prepare(
        "SELECT sop_instance_uid, status, changed_at, source, dataset FROM performed_step WHERE sop_instance_uid = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(sop_instance_uid).step();
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::not_found, "no such performed procedure step");
    return PerformedStep{.sop_instance_uid = std::string{statement->text(0)},
                         .status = std::string{statement->text(1)},
                         .changed_at = statement->integer(2),
                         .source = std::string{statement->text(3)},
                         .dataset = std::string{statement->text(4)}};
}

Result<void> insert_performed(SqliteConnection& db, PerformedStep const& step) {
    auto statement = db.prepare(
        "INSERT INTO performed_step(sop_instance_uid, status, created_at, changed_at, source, dataset)"
        " VALUES (?1, ?2, ?3, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING 1");
    if (!statement) return fail(statement.error());
    statement->bind(step.sop_instance_uid).bind(step.status).bind(step.changed_at).bind(step.source);
    auto const inserted = statement->bind(step.dataset).step();
    if (!inserted) return fail(inserted.error());
    if (!*inserted) return fail(ErrorCode::conflict, "the performed procedure step is there already");
    return statement->run();
}

Result<void> update_performed(SqliteConnection& db, PerformedStep const& step) {
    auto statement =
        db.prepare("UPDATE performed_step SET status = ?, changed_at = ?, dataset = ? WHERE sop_instance_uid = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(step.status).bind(step.changed_at).bind(step.dataset).bind(step.sop_instance_uid).run();
}

}  // namespace

Result<std::vector<Scheduled>> SqliteWorklist::schedule(std::span<ScheduledStep const> steps) {
    std::vector<Scheduled> outcomes;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        outcomes.clear();
        for (auto const& step : steps) {
            auto const put = put_scheduled(db, step);
            if (!put) return fail(put.error());
            outcomes.push_back(*put);
        }
        return {};
    });
    if (!done) return fail(done.error());
    return outcomes;
}

Result<std::uint64_t> SqliteWorklist::unschedule(ScheduledStepKey const& key) {
    std::uint64_t count = 0;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto const deleted = delete_scheduled(db, key);
        if (!deleted) return fail(deleted.error());
        count = *deleted;
        return {};
    });
    return done ? Result<std::uint64_t>{count} : fail(done.error());
}

Result<void> SqliteWorklist::find(std::span<StepCondition const> conditions, StepSink const& sink) const {
    std::optional<StepPlace> place = StepPlace{};
    while (place) {
        auto const page = [&]() -> Result<StepPage> {
            auto lease = readers_.lease();
            if (!lease) return fail(lease.error());
            return read_scheduled(**lease, conditions, *place);
        }();
        if (!page) return fail(page.error());
        for (auto const& step : page->steps)
            if (auto done = sink(step); !done) return done;
        place = page->next;
    }
    return {};
}

Result<std::uint64_t> SqliteWorklist::begin_performing(PerformedStep const& step, std::span<PerformedOf const> of) {
    std::uint64_t moved = 0;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        moved = 0;
        if (auto inserted = insert_performed(db, step); !inserted) return inserted;
        for (auto const& each : of) {
            auto const begun = begin_scheduled(db, each, step);
            if (!begun) return fail(begun.error());
            moved += *begun;
        }
        return {};
    });
    return done ? Result<std::uint64_t>{moved} : fail(done.error());
}

Result<void> SqliteWorklist::change_performed(std::string const& sop_instance_uid, Change const& change) {
    return writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto const current = read_performed(db, sop_instance_uid);
        if (!current) return fail(current.error());
        auto const changed = change(*current);
        if (!changed) return fail(changed.error());
        if (auto done = update_performed(db, *changed); !done) return done;
        return move_scheduled(db, *changed);
    });
}

Result<PerformedStep> SqliteWorklist::performed(std::string const& sop_instance_uid) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    return read_performed(**lease, sop_instance_uid);
}

}  // namespace cassette
