#pragma once

#include "storage/index_rows.h"
#include "storage/sqlite_connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cassette {

struct PatientRow {
    std::int64_t id;
    RowValues values;
};

struct StudyRow {
    std::int64_t id;
    std::int64_t patient;
    std::string modalities;   // value_list.h
    std::string sop_classes;  // value_list.h
    RowValues values;
    bool lists_changed = false;  // the two above, since they were written
};

struct SeriesRow {
    std::int64_t id;
    std::int64_t study;
    RowValues values;
};

// Where an instance belongs. The rows are valid until the next ParentRows::place or forget.
struct Place {
    StudyRow* study;
    SeriesRow* series;
};

// The patient, study and series rows above instances, as the one writer changes them: found, made, filled with the
// latest values, counted, moved and removed. Remembers the rows it saw last; that is coherent as long as nobody else
// writes and `forget` follows every rollback. Call inside a transaction.
class ParentRows {
public:
    explicit ParentRows(SqliteConnection& db) : db_{db} {}

    // Finds or makes the rows for a record and overlays its values. A study whose Patient ID changes moves.
    Result<Place> place(PreparedRecord const& prepared);
    // Counts `instances` more (0 or 1) in the place and enters the SOP class.
    Result<void> arrive(Place const& place, PreparedRecord const& prepared, int instances);
    // One instance less in the series. Rows without instances go. Ends every Place.
    Result<void> leave(std::int64_t series, std::string_view sop_class);
    // Takes a SOP class that no instance of the study has any more out of its list.
    Result<void> retire_class(StudyRow& study, std::string_view sop_class);

    void forget();
    void forget_if_many();
    // How many rows were ever taken out: what others know of rows by their ids ends when it changes.
    std::uint64_t rows_removed() const { return rows_removed_; }

    // Rows made less rows removed since `forget_changes`.
    struct Changes {
        std::int64_t patients = 0, studies = 0, series = 0;
    };
    Changes const& changes() const { return changes_; }
    void forget_changes() { changes_ = {}; }

private:
    Result<std::int64_t> place_patient(RowValues const& study, RowValues const& incoming);
    Result<std::int64_t> make_patient(std::string const& identity, RowValues values);
    Result<PatientRow*> find_patient(std::string const& identity);
    Result<StudyRow*> place_study(PreparedRecord const& prepared);
    Result<StudyRow*> make_study(PreparedRecord const& prepared, std::int64_t patient);
    Result<StudyRow*> find_study(std::string const& uid);
    Result<void> refresh_study(StudyRow& study, RowValues values);
    Result<void> move_study(StudyRow& study, std::int64_t patient);
    Result<SeriesRow*> place_series(StudyRow& study, PreparedRecord const& prepared);
    Result<SeriesRow*> make_series(StudyRow& study, PreparedRecord const& prepared);
    Result<SeriesRow*> find_series(StudyRow const& study, std::string const& uid);
    Result<void> refresh_series(StudyRow& study, SeriesRow& series, RowValues values);
    Result<void> retire_modality(StudyRow& study, std::string_view modality);
    // What a study loses with one of its instances: the series, when it was the last one there.
    struct Gone {
        std::int64_t series;
        std::string modality;
        std::string_view sop_class;
    };
    Result<void> shrink_study(std::int64_t study, Gone const& gone);
    Result<void> remove_study(std::int64_t study, std::int64_t patient);
    Result<void> count_patient(std::int64_t patient, std::int64_t studies, std::int64_t series, std::int64_t instances);
    Result<void> remove_patient_if_empty(std::int64_t patient);
    Result<void> write_lists(StudyRow& study);

    SqliteConnection& db_;
    std::unordered_map<std::string, PatientRow> patients_;  // by identity
    std::unordered_map<std::string, StudyRow> studies_;     // by Study Instance UID
    std::unordered_map<std::string, SeriesRow> series_;     // by study key and Series Instance UID
    Changes changes_;
    std::uint64_t rows_removed_ = 0;
};

}  // namespace cassette
