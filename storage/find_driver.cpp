#include "storage/find_driver.h"

#include "storage/index_rows.h"
#include "storage/item_conditions.h"
#include "storage/name_driver.h"
#include "storage/name_word_rows.h"
#include "storage/text_search.h"

#include <algorithm>
#include <array>

namespace cassette {

namespace {

using enum Level;
using enum Strength;

struct IndexedAttribute {
    std::string_view keyword;
    Level table;
    std::string_view column;
    std::string_view index;
    Strength strength;
    bool lists_dates = false;
};

// Strongest first. Names have no index of their own: they are found by their words, some also by text search.
constexpr std::array<IndexedAttribute, 22> indexed{{
    {"SOPInstanceUID", instance, "sop_instance_uid", "instance_by_uid", identifies},
    {"StudyInstanceUID", study, "study_instance_uid", "study_by_uid", identifies},
    {"SeriesInstanceUID", series, "series_instance_uid", "series_by_uid", identifies},
    {"PatientID", study, "patient_id", "study_by_patient_id", selective},
    {"AccessionNumber", study, "accession_number", "study_by_accession_number", selective},
    {"StudyID", study, "study_id", "study_by_study_id", selective, true},
    {"RequestedProcedureID", series, "requested_procedure_id", "series_by_request", selective},
    {"PerformedProcedureStepID", series, "performed_procedure_step_id", "series_by_step", selective},
    {"PatientName", study, "patient_name_fold", {}, selective},
    {"OtherPatientNames", study, "other_patient_names_fold", {}, selective},
    {"ReferringPhysicianName", study, "referring_physician_name_fold", {}, selective},
    {"PhysiciansOfRecord", study, "physicians_of_record_fold", {}, selective},
    {"NameOfPhysiciansReadingStudy", study, "name_of_physicians_reading_study_fold", {}, selective},
    {"PerformingPhysicianName", series, "performing_physician_name_fold", {}, selective},
    {"OperatorsName", series, "operators_name_fold", {}, selective},
    {"StudyDescription", study, "study_description", "study_by_description", selective, true},
    {"PatientBirthDate", study, "patient_birth_date", "study_by_birth_date", selective, true},
    {"StudyDate", study, "study_date", "study_by_date", weak},
    {"Modality", series, "modality", "series_by_modality", weak},
    {"ModalitiesInStudy", series, "modality", "series_by_modality", weak},
    {"SOPClassUID", instance, "sop_class_uid", "instance_by_class", weak},
    {"SOPClassesInStudy", instance, "sop_class_uid", "instance_by_class", weak},
}};

// At the patient level the patient's own attributes are found in the patient table.
constexpr std::array<IndexedAttribute, 3> indexed_of_patient{{
    {"PatientID", patient, "patient_id", "patient_by_id", selective},
    {"PatientName", patient, "patient_name_fold", {}, selective},
    {"PatientBirthDate", patient, "patient_birth_date", "patient_by_birth_date", selective},
}};

IndexedAttribute const& at_level(IndexedAttribute const& entry, Level level) {
    if (level != patient) return entry;
    for (auto const& own : indexed_of_patient)
        if (own.keyword == entry.keyword) return own;
    return entry;
}

// The lowest level whose rows one value of the attribute can select: a study for its Modalities in Study.
Level scope_of(Attribute const& attribute, Level requested) {
    Level const kept_with = attribute.level == patient && requested != patient ? study : attribute.level;
    return std::min(kept_with, requested);
}

void add_index(std::vector<Driver>& found, IndexedAttribute const& entry, Condition const& condition, Level target) {
    std::string const column{entry.column};
    auto const add = [&](std::optional<SqlText> part) {
        if (!part) return;
        found.push_back({entry.table, target, entry.index, entry.strength, std::move(*part), condition.attribute,
                         entry.lists_dates});
    };
    auto const* all = std::get_if<AllOf>(&condition.operand);
    if (all == nullptr) return add(indexable_part(condition, column));
    for (auto const& value : all->values) add(indexable_part({condition.attribute, OneOf{{value}}}, column));
}

void add_text_search(std::vector<Driver>& found, IndexedAttribute const& entry, Condition const& condition,
                     Level target) {
    // Intersecting lists of trigrams takes its time: not where the index has a beginning of some length to go by.
    constexpr std::size_t prefix_enough = 3;
    auto const* wildcard = std::get_if<Wildcard>(&condition.operand);
    if (wildcard != nullptr && literal_prefix(wildcard->pattern).size() >= prefix_enough) return;
    auto const texts = text_columns(entry.table);
    if (wildcard == nullptr || std::ranges::find(texts, entry.column) == texts.end()) return;
    auto query = trigram_query(entry.column, wildcard->pattern);
    if (!query) return;
    SqlText part;
    part.add(std::string{text_table(entry.table)} + " MATCH ").add_parameter(std::move(*query));
    found.push_back({entry.table, target, {}, entry.strength, std::move(part), condition.attribute, false});
}

void add_drivers(std::vector<Driver>& found, IndexedAttribute const& entry, FindRequest const& request,
                 std::size_t position) {
    auto const& condition = request.conditions[position];
    auto const target = scope_of(attributes()[condition.attribute], request.level);
    if (entry.index.empty()) {  // a name
        for (auto& driver : name_drivers(request, position)) found.push_back(std::move(driver));
        return;
    }
    add_index(found, entry, condition, target);
    add_text_search(found, entry, condition, target);
}

std::string_view parent_key(Level table) {
    switch (table) {
        case patient: return {};
        case study: return "patient_key";
        case series: return "study_key";
        case instance: return "series_key";
    }
    return {};
}

Level above(Level level) { return static_cast<Level>(static_cast<int>(level) - 1); }

// SELECT `what` of the rows the index lists.
SqlText listed(Driver const& driver, std::string_view what) {
    if (!driver.listing.text.empty()) return driver.listing;
    SqlText sql;
    sql.add("SELECT ").add(what).add(" FROM ");
    if (driver.index.empty())
        sql.add(text_table(driver.table));
    else
        sql.add(table_name(driver.table)).add(" INDEXED BY ").add(driver.index);
    return sql.add(" WHERE ").add(driver.part);
}

}  // namespace

std::vector<Driver> drivers(FindRequest const& request) {
    std::vector<Driver> found;
    for (auto const& entry : indexed)
        for (std::size_t i = 0; i < request.conditions.size(); ++i) {
            auto const& condition = request.conditions[i];
            auto const& attribute = attributes()[condition.attribute];
            if (attribute.keyword == entry.keyword && !is_universal(condition))
                add_drivers(found, at_level(entry, request.level), request, i);
        }
    for (auto& driver : item_drivers(request)) found.push_back(std::move(driver));
    std::ranges::stable_sort(found, {}, &Driver::strength);
    return found;
}

SqlText probe_sql(Driver const& driver) {
    SqlText sql;
    if (driver.words)
        return sql.add("SELECT count(*) FROM ")
            .add(name_word_table(driver.table))
            .add(" WHERE ")
            .add(driver.words->part);
    if (driver.listing.text.empty()) return listed(driver, "count(*)");
    return sql.add("SELECT count(*) FROM (").add(driver.listing).add(")");
}

bool is_direct(Driver const& driver) { return driver.table == driver.target && !driver.index.empty(); }

SqlText candidate_keys(Driver const& driver) {
    if (driver.table < driver.target)  // a search attribute of the patient
        return SqlText{}
            .add("SELECT id FROM study INDEXED BY study_by_patient WHERE patient_key IN (")
            .add(driver.listing)
            .add(")");
    if (driver.table == driver.target) return listed(driver, driver.index.empty() ? "rowid" : "id");
    Level level = driver.table;
    SqlText sql;
    if (driver.index.empty())
        sql.add("SELECT ")
            .add(parent_key(level))
            .add(" FROM ")
            .add(table_name(level))
            .add(" NOT INDEXED WHERE id IN (")
            .add(listed(driver, "rowid"))
            .add(")");
    else
        sql = listed(driver, parent_key(level));
    for (level = above(level); level != driver.target; level = above(level)) {
        SqlText lifted;
        lifted.add("SELECT ").add(parent_key(level)).add(" FROM ").add(table_name(level));
        sql = lifted.add(" NOT INDEXED WHERE id IN (").add(sql).add(")");
    }
    return sql;
}

}  // namespace cassette
