#include "storage/find_sql.h"

#include "storage/index_rows.h"
#include "storage/item_conditions.h"
#include "storage/name_driver.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace cassette {

namespace {

using enum Level;

Level below(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }
Level above(Level level) { return static_cast<Level>(static_cast<int>(level) - 1); }

std::string_view alias(Level table) {
    switch (table) {
        case patient: return "p";
        case study: return "s";
        case series: return "e";
        case instance: return "i";
    }
    return {};
}

// The table a condition is put to: studies carry their patient's attributes.
Level table_of(Attribute const& attribute, Level requested) {
    return attribute.level == patient && requested != patient ? study : attribute.level;
}

Attribute const& attribute_of(Condition const& condition) { return attributes()[condition.attribute]; }

Condition const* find_condition(FindRequest const& request, std::string_view keyword) {
    for (auto const& condition : request.conditions)
        if (attribute_of(condition).keyword == keyword && !is_universal(condition)) return &condition;
    return nullptr;
}

// The index that leads from a row to the rows below it in their order.
std::string_view child_index(FindRequest const& request, Level child) {
    if (child == study) return "study_by_patient";
    if (child == instance) return "instance_by_series";
    auto const* uid = find_condition(request, "SeriesInstanceUID");
    return uid != nullptr && single_value(*uid) != nullptr ? "series_in_study" : "series_by_study";
}

std::string_view child_key(Level child) {
    if (child == study) return "patient_key";
    return child == series ? "study_key" : "series_key";
}

std::string named(Level table) { return std::string{table_name(table)} + " " + std::string{alias(table)}; }

void join_child(SqlText& sql, FindRequest const& request, Level child) {
    sql.add(" CROSS JOIN " + named(child) + " INDEXED BY ").add(child_index(request, child));
    sql.add(" ON ").add(alias(child)).add(".").add(child_key(child)).add(" = ").add(alias(above(child))).add(".id");
}

void join_parent(SqlText& sql, Level parent) {
    sql.add(" CROSS JOIN " + named(parent) + " NOT INDEXED ON ").add(alias(parent)).add(".id = ");
    sql.add(alias(below(parent))).add(".").add(child_key(below(parent)));
}

// Where a search begins: a table and how to go through it.
struct Start {
    Level table;
    std::string access;  // INDEXED BY ..., NOT INDEXED, or SQLite's choice
};

Start start_of_driver(Driver const& driver) {
    if (is_direct(driver)) return {driver.target, " INDEXED BY " + std::string{driver.index}};
    return {driver.target, " NOT INDEXED"};
}

// Indexes that give an order of order_by by themselves, for the first of its attributes.
struct OrderIndex {
    Level table;
    std::string_view keyword;
    std::string_view index;
};
constexpr std::array<OrderIndex, 10> order_indexes{{
    {patient, "PatientName", "patient_by_name"},
    {patient, "PatientID", "patient_by_id"},
    {patient, "PatientBirthDate", "patient_by_birth_date"},
    {study, "StudyDate", "study_by_date"},
    {study, "PatientName", "study_by_patient_name"},
    {study, "PatientID", "study_by_patient_id"},
    {study, "PatientBirthDate", "study_by_birth_date"},
    {study, "AccessionNumber", "study_by_accession_number"},
    {study, "StudyID", "study_by_study_id"},
    {study, "StudyDescription", "study_by_description"},
}};

OrderIndex const* order_index(FindRequest const& request) {
    if (request.order_by.empty()) return nullptr;
    auto const& first = attributes()[request.order_by.front().attribute];
    Level const table = table_of(first, request.level);
    auto const found = std::ranges::find_if(
        order_indexes, [&](OrderIndex const& entry) { return entry.table == table && entry.keyword == first.keyword; });
    return found == order_indexes.end() ? nullptr : &*found;
}

// Without a driver the rows are taken in the order wanted until there are enough.
Start start_of_walk(FindRequest const& request) {
    if (auto const* ordered = order_index(request))
        return {ordered->table, " INDEXED BY " + std::string{ordered->index}};
    if (request.ordering == Ordering::stable || request.level == patient) return {request.level, " NOT INDEXED"};
    return {study, " INDEXED BY study_by_date"};
}

// The table of the highest condition, at most the request's own level.
Level highest_condition(FindRequest const& request) {
    Level top = request.level;
    for (auto const& condition : request.conditions)
        if (!is_universal(condition)) top = std::min(top, table_of(attribute_of(condition), request.level));
    for (auto const& group : item_groups(request)) top = std::min(top, table_of(group, request.level));
    return top;
}

// The table of the highest attribute that decides the order.
Level highest_ordered(FindRequest const& request) {
    bool const by_date = request.ordering == Ordering::newest_first && request.level != patient;
    Level top = by_date ? study : request.level;
    for (auto const& key : request.order_by) top = std::min(top, table_of(attributes()[key.attribute], request.level));
    return top;
}

Start start_of_count(FindRequest const& request) {
    Level const top = highest_condition(request);
    bool const by_date = top == study && find_condition(request, "StudyDate") != nullptr;
    return {top, by_date ? " INDEXED BY study_by_date" : ""};
}

void add_from(SqlText& sql, FindRequest const& request, Start const& start, Level top) {
    sql.add(" FROM " + named(start.table) + start.access);
    for (Level parent = start.table; parent > top;) {
        parent = above(parent);
        join_parent(sql, parent);
    }
    for (Level child = start.table; child < request.level;) {
        child = below(child);
        join_child(sql, request, child);
    }
}

// The group's condition on a row of the table that its values are kept with.
SqlText item_predicate(ItemGroup const& group, Level table) {
    bool const of_patient = group.front()->level == patient && table != patient;
    return predicate(group, std::string{alias(table)} + (of_patient ? ".patient_key" : ".id"));
}

// Conditions on levels below the requested one hold when one row below satisfies all of them.
void add_conditions_below(SqlText& sql, FindRequest const& request) {
    Level lowest = request.level;
    SqlText wanted;
    for (auto const& condition : request.conditions) {
        Level const table = table_of(attribute_of(condition), request.level);
        if (table <= request.level || is_universal(condition)) continue;
        lowest = std::max(lowest, table);
        wanted.add(" AND ").add(predicate(condition, alias(table)));
    }
    for (auto const& group : item_groups(request)) {
        Level const table = table_of(group, request.level);
        if (table <= request.level) continue;
        lowest = std::max(lowest, table);
        wanted.add(" AND ").add(item_predicate(group, table));
    }
    if (lowest == request.level) return;
    Level const first = below(request.level);
    sql.add(" AND EXISTS (SELECT 1 FROM " + named(first) + " INDEXED BY ").add(child_index(request, first));
    for (Level child = first; child < lowest;) {
        child = below(child);
        join_child(sql, request, child);
    }
    sql.add(" WHERE ").add(alias(first)).add(".").add(child_key(first)).add(" = ").add(alias(request.level)).add(".id");
    sql.add(wanted).add(")");
}

// Which of the conditions a statement is to decide.
enum class Part {
    all,
    in_index,      // those on columns of the driver's index
    not_in_index,  // the others
};

// An index that gives its studies newest first leaves to their rows what it cannot decide itself.
bool is_split(FindRequest const& request, Driver const* driver) {
    if (driver == nullptr || !request.order_by.empty()) return false;
    if (driver->words) return gives_newest_names(request, *driver);
    return driver->lists_dates && is_direct(*driver) && request.level == study &&
        request.ordering == Ordering::newest_first;
}

bool is_in_index(Condition const& condition, Driver const& driver) {
    auto const keyword = attribute_of(condition).keyword;
    return condition.attribute == driver.attribute || keyword == "StudyDate" || keyword == "StudyTime";
}

FindRequest only(FindRequest const& request, Driver const* driver, Part part) {
    FindRequest kept = request;
    if (part == Part::all) return kept;
    std::erase_if(kept.conditions, [&](Condition const& condition) {
        return is_in_index(condition, *driver) != (part == Part::in_index);
    });
    if (part == Part::in_index) kept.item_conditions.clear();
    return kept;
}

void add_conditions(SqlText& sql, FindRequest const& request) {
    for (auto const& condition : request.conditions) {
        Level const table = table_of(attribute_of(condition), request.level);
        if (table <= request.level && !is_universal(condition))
            sql.add(" AND ").add(predicate(condition, alias(table)));
    }
    for (auto const& group : item_groups(request))
        if (auto const table = table_of(group, request.level); table <= request.level)
            sql.add(" AND ").add(item_predicate(group, table));
    add_conditions_below(sql, request);
}

void add_candidates(SqlText& sql, Driver const* driver) {
    if (driver == nullptr || is_direct(*driver)) return;
    sql.add(" AND ").add(alias(driver->target)).add(".id IN (").add(candidate_keys(*driver)).add(")");
}

// The tables besides those of the levels that what is read of a row comes from.
struct OtherTables {
    bool patient = false;
    bool version = false;
};

void add_column(SqlText& sql, OtherTables& others, Attribute const& attribute, Level requested) {
    if (attribute.column.empty()) {  // Instance Availability, PS3.3 C.4.23.1.1
        sql.add("'ONLINE'");
        return;
    }
    Level const table = attribute.origin == Origin::maintained ? attribute.level : table_of(attribute, requested);
    bool const of_version = attribute.keyword == "AvailableTransferSyntaxUID";
    others.version = others.version || of_version;
    others.patient = others.patient || table == patient;
    sql.add(of_version ? "v" : alias(table)).add(".").add(attribute.column);
}

OtherTables add_selected(SqlText& sql, FindRequest const& request) {
    OtherTables others;
    sql.add("SELECT ").add(alias(request.level)).add(".id");
    for (auto const position : selected_attributes(request)) {
        sql.add(", ");
        add_column(sql, others, attributes()[position], request.level);
    }
    return others;
}

// Names by their search form; what has no value, be it absent or empty, comes last.
void add_order_key(SqlText& sql, OrderBy const& key, Level requested) {
    auto const& attribute = attributes()[key.attribute];
    std::string column = std::string{alias(table_of(attribute, requested))} + "." + std::string{attribute.column};
    if (attribute.matching == Matching::person_name) column += "_fold";
    if (attribute.matching == Matching::membership) column = "nullif(" + column + ", '')";
    sql.add(column).add(key.direction == Direction::ascending ? " ASC NULLS LAST, " : " DESC NULLS LAST, ");
}

void add_order(SqlText& sql, FindRequest const& request) {
    sql.add(" ORDER BY ");
    for (auto const& key : request.order_by) add_order_key(sql, key, request.level);
    if (request.ordering == Ordering::stable || request.level == patient) {
        sql.add(alias(request.level)).add(".id");
        if (request.ordering == Ordering::newest_first) sql.add(" DESC");
        return;
    }
    sql.add("s.study_date DESC, s.study_time DESC, s.id DESC");
    if (request.level >= series) sql.add(", e.series_number, e.id");
    if (request.level == instance) sql.add(", i.instance_number, i.id");
}

// The keys in their order, all of them.
SqlText ordered_keys(FindRequest const& request, Driver const* driver) {
    auto const decided = only(request, driver, is_split(request, driver) ? Part::in_index : Part::all);
    auto const start = driver != nullptr ? start_of_driver(*driver) : start_of_walk(request);
    SqlText sql;
    sql.add("SELECT ").add(alias(request.level)).add(".id");
    add_from(sql, request, start, std::min(highest_ordered(request), highest_condition(request)));
    sql.add(" WHERE true");
    add_candidates(sql, driver);
    add_conditions(sql, decided);
    add_order(sql, request);
    return sql;
}

}  // namespace

std::vector<AttributeIndex> selected_attributes(FindRequest const& request) {
    auto const all = attributes();
    std::vector<char> wanted(all.size(), request.wanted.empty() ? 1 : 0);
    for (auto const position : request.wanted) wanted[position] = 1;
    std::vector<AttributeIndex> positions;
    for (AttributeIndex i = 0; i < all.size(); ++i)
        if (wanted[i] != 0 && all[i].level <= request.level) positions.push_back(i);
    return positions;
}

bool row_decides(FindRequest const& request, Driver const* driver) {
    if (!is_split(request, driver)) return false;
    return !request.item_conditions.empty() || !only(request, driver, Part::not_in_index).conditions.empty();
}

bool walks_index_only(FindRequest const& request) {
    constexpr std::array<std::string_view, 6> in_study_by_date{"StudyDate",  "StudyTime",   "ModalitiesInStudy",
                                                               "PatientSex", "PatientName", "StudyDescription"};
    if (request.level == patient || request.ordering != Ordering::newest_first) return false;
    if (!request.order_by.empty()) return false;
    if (!request.item_conditions.empty()) return false;
    return std::ranges::all_of(request.conditions, [&](Condition const& condition) {
        return std::ranges::find(in_study_by_date, attribute_of(condition).keyword) != in_study_by_date.end();
    });
}

bool walk_gives_order(FindRequest const& request) {
    return request.order_by.empty() || order_index(request) != nullptr;
}

SqlText keys_sql(FindRequest const& request, Driver const* driver) {
    bool const split = is_split(request, driver);
    auto sql = split && driver->words ? name_keys_sql(request, *driver) : ordered_keys(request, driver);
    if (row_decides(request, driver) || (!request.limit && request.offset == 0)) return sql;
    constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();
    sql.add(" LIMIT ").add_parameter(static_cast<std::int64_t>(std::min(request.limit.value_or(all), all)));
    return sql.add(" OFFSET ").add_parameter(static_cast<std::int64_t>(std::min(request.offset, all)));
}

SqlText rows_sql(FindRequest const& request, Driver const* driver) {
    constexpr std::size_t usual_size = 1024;
    SqlText sql;
    sql.text.reserve(usual_size);
    auto const others = add_selected(sql, request);
    sql.add(" FROM json_each(?) AS listed CROSS JOIN " + named(request.level) + " NOT INDEXED ON ");
    sql.add(alias(request.level)).add(".id = listed.value");
    for (Level parent = request.level; parent > study;) {
        parent = above(parent);
        join_parent(sql, parent);
    }
    if (request.level != patient && others.patient)
        sql.add(" CROSS JOIN patient p NOT INDEXED ON p.id = s.patient_key");
    if (others.version) sql.add(" CROSS JOIN version v NOT INDEXED ON v.id = i.version_key");
    sql.add(" WHERE true");
    if (is_split(request, driver)) add_conditions(sql, only(request, driver, Part::not_in_index));
    return sql;
}

SqlText count_sql(FindRequest const& request, Driver const* driver) {
    SqlText sql;
    sql.add("SELECT count(*)");
    auto const start = driver != nullptr ? start_of_driver(*driver) : start_of_count(request);
    add_from(sql, request, start, std::min(highest_condition(request), start.table));
    sql.add(" WHERE true");
    add_candidates(sql, driver);
    add_conditions(sql, request);
    return sql;
}

}  // namespace cassette
