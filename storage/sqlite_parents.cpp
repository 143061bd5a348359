#include "storage/sqlite_parents.h"

#include "storage/name_word_rows.h"
#include "storage/sqlite_rows.h"
#include "storage/text_search.h"
#include "storage/value_list.h"

#include <cassert>
#include <initializer_list>
#include <optional>
#include <span>
#include <utility>

namespace cassette {

namespace {

constexpr std::size_t rows_kept_max = 512;

std::size_t modality_position() {
    static std::size_t const position = [] {
        auto const columns = columns_of(Level::series);
        std::size_t i = 0;
        while (i < columns.size() && columns[i].name != "modality") ++i;
        assert(i < columns.size());
        return i;
    }();
    return position;
}

Result<void> run(SqliteConnection& db, std::string_view sql, std::initializer_list<std::int64_t> numbers) {
    auto statement = db.prepare(sql);
    if (!statement) return fail(statement.error());
    for (auto const number : numbers) statement->bind(number);
    return statement->run();
}

// Whether `sql`, given a study's key and a value, finds a row.
Result<bool> exists(SqliteConnection& db, std::string_view sql, std::int64_t study, std::string_view value) {
    auto statement = db.prepare(sql);
    if (!statement) return fail(statement.error());
    return statement->bind(study).bind(value).step();
}

Failure row_missing() { return fail(ErrorCode::internal, "the index is damaged: a row names one that is not there"); }

std::string series_key(std::int64_t study, std::string const& uid) { return std::to_string(study) + ' ' + uid; }

// Enters what is searched by words and fragments of a new row.
Result<void> index_searched(SqliteConnection& db, Level table, std::int64_t id, RowValues const& values) {
    if (auto done = index_text(db, table, id); !done) return done;
    return index_names(db, table, id, values);
}

Result<void> refresh_names(SqliteConnection& db, Level table, std::int64_t id, RowValues const& values) {
    if (auto done = unindex_names(db, table, id); !done) return done;
    return index_names(db, table, id, values);
}

// Changes a row and what text search and its words know of it.
Result<void> refresh_row(SqliteConnection& db, Level table, std::int64_t id,
                         std::pair<RowValues const&, RowValues const&> before_after) {
    bool const text_too = searched_text_differs(table, before_after.first, before_after.second);
    if (text_too)
        if (auto done = unindex_text(db, table, id); !done) return done;
    if (auto done = update_changed(db, table, id, before_after); !done) return done;
    if (names_differ(table, before_after.first, before_after.second))
        if (auto done = refresh_names(db, table, id, before_after.second); !done) return done;
    return text_too ? index_text(db, table, id) : Result<void>{};
}

}  // namespace

void ParentRows::forget() {
    patients_.clear();
    studies_.clear();
    series_.clear();
}

void ParentRows::forget_if_many() {
    if (patients_.size() + studies_.size() + series_.size() > rows_kept_max) forget();
}

Result<Place> ParentRows::place(PreparedRecord const& prepared) {
    auto study = place_study(prepared);
    if (!study) return fail(study.error());
    auto series = place_series(**study, prepared);
    if (!series) return fail(series.error());
    return Place{*study, *series};
}

// ---- patient ------------------------------------------------------------------------------------------------------

Result<PatientRow*> ParentRows::find_patient(std::string const& identity) {
    if (auto const known = patients_.find(identity); known != patients_.end()) return &known->second;
    static std::string const sql = select_sql(Level::patient, "id", "identity = ?");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(identity).step();
    if (!found) return fail(found.error());
    if (!*found) return nullptr;
    PatientRow row{statement->integer(0), read_values(*statement, Level::patient, 1)};
    return &patients_.insert_or_assign(identity, std::move(row)).first->second;
}

Result<std::int64_t> ParentRows::make_patient(std::string const& identity, RowValues values) {
    static std::string const sql = insert_sql(Level::patient, "identity");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(identity);
    bind_values(*statement, Level::patient, values);
    if (auto done = statement->run(); !done) return fail(done.error());
    auto const id = db_.last_insert_id();
    if (auto done = index_searched(db_, Level::patient, id, values); !done) return fail(done.error());
    patients_.insert_or_assign(identity, PatientRow{id, std::move(values)});
    ++changes_.patients;
    return id;
}

// `study` says who the patient is once the record has been taken in, `incoming` what the record itself says.
Result<std::int64_t> ParentRows::place_patient(RowValues const& study, RowValues const& incoming) {
    auto const identity = patient_identity(study);
    auto found = find_patient(identity);
    if (!found) return fail(found.error());
    std::span const news{incoming.data(), columns_of(Level::patient).size()};
    if (*found == nullptr) {
        RowValues values(news.begin(), news.end());
        copy_identity(study, values);
        return make_patient(identity, std::move(values));
    }
    auto& patient = **found;
    if (!brings_news(patient.values, news)) return patient.id;
    RowValues after = patient.values;
    overlay(after, news);
    copy_identity(study, after);
    if (auto done = refresh_row(db_, Level::patient, patient.id, {patient.values, after}); !done)
        return fail(done.error());
    patient.values = std::move(after);
    return patient.id;
}

Result<void> ParentRows::count_patient(std::int64_t patient, std::int64_t studies, std::int64_t series,
                                       std::int64_t instances) {
    return run(db_,
               "UPDATE patient SET study_count = study_count + ?, series_count = series_count + ?,"
               " instance_count = instance_count + ? WHERE id = ?",
               {studies, series, instances, patient});
}

Result<void> ParentRows::remove_patient_if_empty(std::int64_t patient) {
    auto statement = db_.prepare("SELECT 1 FROM patient WHERE id = ? AND study_count = 0");
    if (!statement) return fail(statement.error());
    auto const empty = statement->bind(patient).step();
    if (!empty) return fail(empty.error());
    if (!*empty) return {};
    if (auto done = unindex_text(db_, Level::patient, patient); !done) return done;
    std::erase_if(patients_, [patient](auto const& known) { return known.second.id == patient; });
    --changes_.patients;
    ++rows_removed_;
    statement->reset();
    return run(db_, "DELETE FROM patient WHERE id = ?", {patient});
}

// ---- study --------------------------------------------------------------------------------------------------------

Result<StudyRow*> ParentRows::find_study(std::string const& uid) {
    if (auto const known = studies_.find(uid); known != studies_.end()) return &known->second;
    static std::string const sql = select_sql(
        Level::study, "id, patient_key, modalities_in_study, sop_classes_in_study", "study_instance_uid = ?");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(uid).step();
    if (!found) return fail(found.error());
    if (!*found) return nullptr;
    StudyRow row{statement->integer(0), statement->integer(1), std::string{statement->text(2)},
                 std::string{statement->text(3)}, read_values(*statement, Level::study, 4)};
    return &studies_.insert_or_assign(uid, std::move(row)).first->second;
}

Result<StudyRow*> ParentRows::make_study(PreparedRecord const& prepared, std::int64_t patient) {
    static std::string const sql = insert_sql(Level::study, "patient_key, created_at, updated_at");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(patient).bind(prepared.record.stored_at).bind(prepared.record.stored_at);
    bind_values(*statement, Level::study, prepared.study);
    if (auto done = statement->run(); !done) return fail(done.error());
    auto const id = db_.last_insert_id();
    if (auto done = index_searched(db_, Level::study, id, prepared.study); !done) return fail(done.error());
    if (auto done = count_patient(patient, 1, 0, 0); !done) return fail(done.error());
    ++changes_.studies;
    StudyRow row{id, patient, {}, {}, prepared.study};
    return &studies_.insert_or_assign(prepared.record.study.str(), std::move(row)).first->second;
}

Result<StudyRow*> ParentRows::place_study(PreparedRecord const& prepared) {
    auto found = find_study(prepared.record.study.str());
    if (!found) return fail(found.error());
    StudyRow* const study = *found;
    std::optional<RowValues> after;
    if (study != nullptr && brings_news(study->values, prepared.study)) {
        after = study->values;
        overlay_study(*after, prepared.study);
    }
    RowValues const& stored = study != nullptr ? study->values : prepared.study;
    auto const patient = place_patient(after ? *after : stored, prepared.study);
    if (!patient) return fail(patient.error());
    if (study == nullptr) return make_study(prepared, *patient);
    if (after)
        if (auto done = refresh_study(*study, std::move(*after)); !done) return fail(done.error());
    if (study->patient != *patient)
        if (auto done = move_study(*study, *patient); !done) return fail(done.error());
    return study;
}

Result<void> ParentRows::refresh_study(StudyRow& study, RowValues values) {
    if (auto done = refresh_row(db_, Level::study, study.id, {study.values, values}); !done) return done;
    study.values = std::move(values);
    return {};
}

Result<void> ParentRows::move_study(StudyRow& study, std::int64_t patient) {
    auto counts = db_.prepare("SELECT series_count, instance_count FROM study WHERE id = ?");
    if (!counts) return fail(counts.error());
    auto const found = counts->bind(study.id).step();
    if (!found) return fail(found.error());
    if (!*found) return row_missing();
    auto const series = counts->integer(0);
    auto const instances = counts->integer(1);
    auto const previous = study.patient;
    if (auto done = count_patient(previous, -1, -series, -instances); !done) return done;
    if (auto done = count_patient(patient, 1, series, instances); !done) return done;
    if (auto done = run(db_, "UPDATE study SET patient_key = ? WHERE id = ?", {patient, study.id}); !done) return done;
    study.patient = patient;
    return remove_patient_if_empty(previous);
}

Result<void> ParentRows::retire_class(StudyRow& study, std::string_view sop_class) {
    auto const remains =
        exists(db_,
               "SELECT 1 FROM series e INDEXED BY series_by_study CROSS JOIN instance i INDEXED BY"
               " instance_by_series ON i.series_key = e.id WHERE e.study_key = ? AND i.sop_class_uid = ?",
               study.id, sop_class);
    if (!remains) return fail(remains.error());
    if (*remains) return {};
    remove_value(study.sop_classes, sop_class);
    return write_lists(study);
}

Result<void> ParentRows::retire_modality(StudyRow& study, std::string_view modality) {
    auto const remains =
        exists(db_, "SELECT 1 FROM series INDEXED BY series_by_study WHERE study_key = ? AND modality = ?", study.id,
               modality);
    if (!remains) return fail(remains.error());
    if (!*remains) remove_value(study.modalities, modality);
    return {};
}

// An index has the modalities: the row is written without them while they are the same.
Result<void> ParentRows::write_lists(StudyRow& study) {
    auto statement = db_.prepare("UPDATE study SET modalities_in_study = ?, sop_classes_in_study = ? WHERE id = ?");
    if (!statement) return fail(statement.error());
    study.lists_changed = false;
    return statement->bind(study.modalities).bind(study.sop_classes).bind(study.id).run();
}

// ---- series -------------------------------------------------------------------------------------------------------

Result<SeriesRow*> ParentRows::find_series(StudyRow const& study, std::string const& uid) {
    auto key = series_key(study.id, uid);
    if (auto const known = series_.find(key); known != series_.end()) return &known->second;
    static std::string const sql = select_sql(Level::series, "id", "study_key = ? AND series_instance_uid = ?");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(study.id).bind(uid).step();
    if (!found) return fail(found.error());
    if (!*found) return nullptr;
    SeriesRow row{statement->integer(0), study.id, read_values(*statement, Level::series, 1)};
    return &series_.insert_or_assign(std::move(key), std::move(row)).first->second;
}

Result<SeriesRow*> ParentRows::make_series(StudyRow& study, PreparedRecord const& prepared) {
    static std::string const sql = insert_sql(Level::series, "study_key, updated_at");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(study.id).bind(prepared.record.stored_at);
    bind_values(*statement, Level::series, prepared.series);
    if (auto done = statement->run(); !done) return fail(done.error());
    SeriesRow row{db_.last_insert_id(), study.id, prepared.series};
    if (auto done = index_names(db_, Level::series, row.id, row.values); !done) return fail(done.error());
    study.lists_changed |= insert_value(study.modalities, prepared.series[modality_position()]);
    ++changes_.series;
    if (auto done = run(db_, "UPDATE study SET series_count = series_count + 1 WHERE id = ?", {study.id}); !done)
        return fail(done.error());
    if (auto done = count_patient(study.patient, 0, 1, 0); !done) return fail(done.error());
    auto key = series_key(study.id, prepared.record.series.str());
    return &series_.insert_or_assign(std::move(key), std::move(row)).first->second;
}

Result<SeriesRow*> ParentRows::place_series(StudyRow& study, PreparedRecord const& prepared) {
    auto found = find_series(study, prepared.record.series.str());
    if (!found) return fail(found.error());
    if (*found == nullptr) return make_series(study, prepared);
    SeriesRow* const series = *found;
    if (!brings_news(series->values, prepared.series)) return series;
    RowValues after = series->values;
    overlay(after, prepared.series);
    if (auto done = refresh_series(study, *series, std::move(after)); !done) return fail(done.error());
    return series;
}

Result<void> ParentRows::refresh_series(StudyRow& study, SeriesRow& series, RowValues values) {
    auto const modality = modality_position();
    if (auto done = refresh_row(db_, Level::series, series.id, {series.values, values}); !done) return done;
    std::string const before = std::exchange(series.values, std::move(values))[modality];
    if (before == series.values[modality]) return {};
    if (!before.empty())
        if (auto done = retire_modality(study, before); !done) return done;
    insert_value(study.modalities, series.values[modality]);
    return write_lists(study);
}

// ---- arriving and leaving -----------------------------------------------------------------------------------------

Result<void> ParentRows::arrive(Place const& place, PreparedRecord const& prepared, int instances) {
    auto& study = *place.study;
    study.lists_changed |= insert_value(study.sop_classes, prepared.record.sop_class.str());
    auto const now = prepared.record.stored_at;
    if (auto done = run(db_, "UPDATE series SET instance_count = instance_count + ?, updated_at = ? WHERE id = ?",
                        {instances, now, place.series->id});
        !done)
        return done;
    if (auto done = run(db_, "UPDATE study SET instance_count = instance_count + ?, updated_at = ? WHERE id = ?",
                        {instances, now, study.id});
        !done)
        return done;
    if (study.lists_changed)
        if (auto done = write_lists(study); !done) return done;
    return count_patient(study.patient, 0, 0, instances);
}

Result<void> ParentRows::leave(std::int64_t series, std::string_view sop_class) {
    auto statement = db_.prepare("SELECT study_key, modality, instance_count FROM series WHERE id = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(series).step();
    if (!found) return fail(found.error());
    if (!*found) return row_missing();
    auto const study = statement->integer(0);
    std::string const modality{statement->text(1)};
    bool const last = statement->integer(2) == 1;
    statement->reset();
    auto const done = last ? run(db_, "DELETE FROM series WHERE id = ?", {series})
                           : run(db_, "UPDATE series SET instance_count = instance_count - 1 WHERE id = ?", {series});
    if (!done) return done;
    if (last) --changes_.series;
    if (last) ++rows_removed_;
    auto const shrunk = shrink_study(study, {last ? 1 : 0, last ? modality : std::string{}, sop_class});
    forget();
    return shrunk;
}

Result<void> ParentRows::shrink_study(std::int64_t study, Gone const& gone) {
    auto statement = db_.prepare(
        "UPDATE study SET series_count = series_count - ?, instance_count = instance_count - 1 WHERE id = ?"
        " RETURNING patient_key, instance_count, modalities_in_study, sop_classes_in_study");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(gone.series).bind(study).step();
    if (!found) return fail(found.error());
    if (!*found) return row_missing();
    StudyRow row{study, statement->integer(0), std::string{statement->text(2)}, std::string{statement->text(3)}, {}};
    bool const empty = statement->integer(1) == 0;
    if (auto done = statement->run(); !done) return done;
    if (auto done = count_patient(row.patient, 0, -gone.series, -1); !done) return done;
    if (empty) return remove_study(study, row.patient);
    if (!gone.modality.empty())
        if (auto done = retire_modality(row, gone.modality); !done) return done;
    if (auto done = write_lists(row); !done) return done;
    return retire_class(row, gone.sop_class);
}

Result<void> ParentRows::remove_study(std::int64_t study, std::int64_t patient) {
    if (auto done = unindex_text(db_, Level::study, study); !done) return done;
    if (auto done = run(db_, "DELETE FROM study WHERE id = ?", {study}); !done) return done;
    --changes_.studies;
    ++rows_removed_;
    if (auto done = count_patient(patient, -1, 0, 0); !done) return done;
    return remove_patient_if_empty(patient);
}

}  // namespace cassette
