#include "storage/scheduled_step_rows.h"

#include "storage/find_condition.h"

#include <string_view>
#include <utility>

namespace cassette {

namespace {

constexpr std::int64_t steps_in_page = 200;

std::string_view column_of(StepColumn column) {
    switch (column) {
        case StepColumn::study_instance_uid: return "s.study_instance_uid";
        case StepColumn::step_id: return "s.step_id";
        case StepColumn::requested_procedure_id: return "s.requested_procedure_id";
        case StepColumn::accession_number: return "s.accession_number";
        case StepColumn::patient_id: return "s.patient_id";
        case StepColumn::patient_name: return "s.patient_name_fold";
        case StepColumn::modality: return "s.modality";
        case StepColumn::start_date: return "s.start_date";
        case StepColumn::start_time: return "s.start_time";
        case StepColumn::station_ae_title: return "t.ae_title";
        case StepColumn::status: return "s.status";
    }
    return {};
}

// What has no value is the empty text, which lies below every range.
SqlText predicate_on(StepCondition const& condition) {
    std::string const column{column_of(condition.column)};
    if (condition.column == StepColumn::patient_name) return name_predicate(condition.operand, column);
    SqlText sql;
    auto const* range = std::get_if<Between>(&condition.operand);
    if (range != nullptr && !range->first) sql.add(column + " > '' AND ");
    return sql.add(predicate_on_text(condition.operand, column));
}

SqlText page_sql(std::span<StepCondition const> conditions, StepPlace const& after) {
    SqlText sql;
    sql.add(
        "SELECT s.id, s.study_instance_uid, s.step_id, s.requested_procedure_id, s.accession_number, s.patient_id,"
        " s.patient_name_fold, s.modality, s.start_date, s.start_time, s.status, s.dataset FROM scheduled_step s"
        " WHERE (s.start_date, s.start_time, s.id) > (");
    sql.add_parameter(after.start_date).add(", ").add_parameter(after.start_time).add(", ").add_parameter(after.row);
    sql.add(")");
    for (auto const& condition : conditions) {
        bool const of_station = condition.column == StepColumn::station_ae_title;
        sql.add(of_station ? " AND s.id IN (SELECT t.step FROM scheduled_station t WHERE " : " AND (");
        sql.add(predicate_on(condition)).add(")");
    }
    sql.add(" ORDER BY s.start_date, s.start_time, s.id LIMIT ");
    return sql.add_parameter(steps_in_page);
}

ScheduledStep read_step(Statement const& row) {
    auto const text = [&](int column) { return std::string{row.text(column)}; };
    return {.key = {text(1), text(2)},
            .requested_procedure_id = text(3),
            .accession_number = text(4),
            .patient_id = text(5),
            .patient_name = text(6),
            .modality = text(7),
            .start_date = text(8),
            .start_time = text(9),
            .station_ae_titles = {},
            .status = text(10),
            .dataset = text(11)};
}

Result<void> read_stations(SqliteConnection& db, std::int64_t row, ScheduledStep& step) {
    return for_each_row(
        db, "SELECT ae_title FROM scheduled_station WHERE step = ? ORDER BY ae_title",
        [&](Statement& statement) { statement.bind(row); },
        [&](Statement& found) {
            step.station_ae_titles.emplace_back(found.text(0));
            return Result<void>{};
        });
}

Result<void> put_stations(SqliteConnection& db, std::int64_t row, std::vector<std::string> const& ae_titles) {
    auto gone = db.prepare("DELETE FROM scheduled_station WHERE step = ?");
    if (!gone) return fail(gone.error());
    if (auto done = gone->bind(row).run(); !done) return done;
    auto statement = db.prepare("INSERT OR IGNORE INTO scheduled_station(ae_title, step) VALUES (?, ?)");
    if (!statement) return fail(statement.error());
    for (auto const& ae_title : ae_titles) {
        if (auto done = statement->bind(ae_title).bind(row).run(); !done) return done;
        statement->reset();
    }
    return {};
}

Result<bool> is_known(SqliteConnection& db, ScheduledStepKey const& key) {
    auto statement = db.prepare("SELECT 1 FROM scheduled_step WHERE study_instance_uid = ? AND step_id = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(key.study_instance_uid).bind(key.step_id).step();
}

// How many rows a statement gives.
Result<std::uint64_t> rows_of(Statement& statement) {
    std::uint64_t count = 0;
    while (true) {
        auto const stepped = statement.step();
        if (!stepped) return fail(stepped.error());
        if (!*stepped) return count;
        ++count;
    }
}

}  // namespace

Result<Scheduled> put_scheduled(SqliteConnection& db, ScheduledStep const& step) {
    auto const known = is_known(db, step.key);
    if (!known) return fail(known.error());
    auto statement = db.prepare(
        "INSERT INTO scheduled_step(study_instance_uid, step_id, requested_procedure_id, accession_number, patient_id,"
        " patient_name_fold, modality, start_date, start_time, status, dataset)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(nullif(?10, ''), 'SCHEDULED'), ?11)"
        " ON CONFLICT(study_instance_uid, step_id) DO UPDATE SET"
        " requested_procedure_id = excluded.requested_procedure_id, accession_number = excluded.accession_number,"
        " patient_id = excluded.patient_id, patient_name_fold = excluded.patient_name_fold,"
        " modality = excluded.modality, start_date = excluded.start_date, start_time = excluded.start_time,"
        " status = CASE WHEN performed_step IS NOT NULL OR ?10 = '' THEN status ELSE ?10 END,"
        " dataset = excluded.dataset RETURNING id");
    if (!statement) return fail(statement.error());
    statement->bind(step.key.study_instance_uid).bind(step.key.step_id).bind(step.requested_procedure_id);
    statement->bind(step.accession_number).bind(step.patient_id).bind(step.patient_name).bind(step.modality);
    statement->bind(step.start_date).bind(step.start_time).bind(step.status).bind(step.dataset);
    auto const put = statement->step();
    if (!put) return fail(put.error());
    auto const row = statement->integer(0);
    if (auto done = statement->run(); !done) return fail(done.error());
    if (auto done = put_stations(db, row, step.station_ae_titles); !done) return fail(done.error());
    return *known ? Scheduled::updated : Scheduled::added;
}

Result<std::uint64_t> delete_scheduled(SqliteConnection& db, ScheduledStepKey const& key) {
    auto statement = db.prepare(
        "DELETE FROM scheduled_step WHERE study_instance_uid = ?1 AND (step_id = ?2 OR ?2 = '') RETURNING id");
    if (!statement) return fail(statement.error());
    return rows_of(statement->bind(key.study_instance_uid).bind(key.step_id));
}

Result<std::uint64_t> begin_scheduled(SqliteConnection& db, PerformedOf const& of, PerformedStep const& step) {
    constexpr std::string_view by_id =
        "UPDATE scheduled_step SET status = ?, performed_step = ? WHERE step_id = ? AND (study_instance_uid = ? OR"
        " (requested_procedure_id <> '' AND requested_procedure_id = ? AND accession_number = ?)) RETURNING id";
    constexpr std::string_view by_study =
        "UPDATE scheduled_step SET status = ?1, performed_step = ?2 WHERE study_instance_uid = ?3"
        " AND (SELECT count(*) FROM scheduled_step o WHERE o.study_instance_uid = ?3) = 1 RETURNING id";
    bool const has_id = !of.key.step_id.empty();
    auto statement = db.prepare(has_id ? by_id : by_study);
    if (!statement) return fail(statement.error());
    statement->bind(step.scheduled_status).bind(step.sop_instance_uid);
    if (has_id) statement->bind(of.key.step_id);
    statement->bind(of.key.study_instance_uid);
    if (has_id) statement->bind(of.requested_procedure_id).bind(of.accession_number);
    return rows_of(*statement);
}

Result<void> move_scheduled(SqliteConnection& db, PerformedStep const& step) {
    auto statement = db.prepare("UPDATE scheduled_step SET status = ? WHERE performed_step = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(step.scheduled_status).bind(step.sop_instance_uid).run();
}

Result<StepPage> read_scheduled(SqliteConnection& db, std::span<StepCondition const> conditions,
                                StepPlace const& after) {
    StepPage page;
    std::int64_t last = 0;
    auto const sql = page_sql(conditions, after);
    auto const read = for_each_row(
        db, sql.text, [&](Statement& statement) { sql.bind_to(statement); },
        [&](Statement& row) {
            page.steps.push_back(read_step(row));
            last = row.integer(0);
            return read_stations(db, last, page.steps.back());
        });
    if (!read) return fail(read.error());
    if (page.steps.size() == static_cast<std::size_t>(steps_in_page))
        page.next = StepPlace{page.steps.back().start_date, page.steps.back().start_time, last};
    return page;
}

}  // namespace cassette
