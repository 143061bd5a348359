#include "storage/text_search.h"

#include <algorithm>
#include <array>

namespace cassette {

namespace {

constexpr std::array<std::string_view, 2> patient_text_columns{"patient_name_fold", "patient_id"};
constexpr std::array<std::string_view, 5> study_text_columns{"patient_name_fold", "patient_id", "accession_number",
                                                             "study_description", "referring_physician_name_fold"};

// Where each character of the UTF-8 text begins, and its end.
std::vector<std::size_t> character_starts(std::string_view text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    starts.push_back(text.size());
    return starts;
}

void add_quoted(std::string& query, std::string_view text) {
    query += '"';
    for (char const c : text) {
        if (c == '"') query += '"';
        query += c;
    }
    query += '"';
}

// The trigrams side by side and the last one: those that overlap them narrow the candidates little and cost as much.
void add_trigrams(std::string& query, std::string_view literal) {
    auto const starts = character_starts(literal);
    if (starts.size() < 4) return;
    auto const last = starts.size() - 4;
    for (std::size_t i = 0;; i = std::min(i + 3, last)) {
        if (!query.empty()) query += " AND ";
        add_quoted(query, literal.substr(starts[i], starts[i + 3] - starts[i]));
        if (i == last) return;
    }
}

std::string column_list(Level table) {
    std::string list;
    for (auto const column : text_columns(table)) {
        list += ", ";
        list += column;
    }
    return list;
}

enum class TextChange { enter, take_out };

std::string change_sql(Level table, TextChange change) {
    std::string const text{text_table(table)};
    std::string const columns = column_list(table);
    // FTS5's 'delete' command wants the values as they were entered.
    bool const take_out = change == TextChange::take_out;
    return "INSERT INTO " + text + "(" + (take_out ? text + ", " : "") + "rowid" + columns + ") SELECT " +
        (take_out ? "'delete', " : "") + "id" + columns + " FROM " + std::string{table_name(table)} + " WHERE id = ?";
}

Result<void> change_text(SqliteConnection& db, std::string const& sql, std::int64_t id) {
    auto statement = db.prepare(sql);
    if (!statement) return fail(statement.error());
    return statement->bind(id).run();
}

}  // namespace

std::span<std::string_view const> text_columns(Level table) {
    switch (table) {
        case Level::patient: return patient_text_columns;
        case Level::study: return study_text_columns;
        case Level::series:
        case Level::instance: return {};
    }
    return {};
}

std::string_view text_table(Level table) {
    switch (table) {
        case Level::patient: return "patient_text";
        case Level::study: return "study_text";
        case Level::series:
        case Level::instance: return {};
    }
    return {};
}

std::optional<std::string> trigram_query(std::string_view column, std::string_view pattern) {
    std::string trigrams;
    while (!pattern.empty()) {
        // What another component group of a name may hold need not lie beside this one.
        auto const wildcard = pattern.find_first_of("*?=");
        add_trigrams(trigrams, pattern.substr(0, wildcard));
        if (wildcard == std::string_view::npos) break;
        pattern.remove_prefix(wildcard + 1);
    }
    if (trigrams.empty()) return std::nullopt;
    return "{" + std::string{column} + "} : (" + trigrams + ")";
}

bool searched_text_differs(Level table, RowValues const& before, RowValues const& after) {
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (auto const text : text_columns(table))
            if (columns[i].name == text && before[i] != after[i]) return true;
    return false;
}

Result<void> index_text(SqliteConnection& db, Level table, std::int64_t id) {
    static std::string const patient = change_sql(Level::patient, TextChange::enter);
    static std::string const study = change_sql(Level::study, TextChange::enter);
    return change_text(db, table == Level::patient ? patient : study, id);
}

Result<void> unindex_text(SqliteConnection& db, Level table, std::int64_t id) {
    static std::string const patient = change_sql(Level::patient, TextChange::take_out);
    static std::string const study = change_sql(Level::study, TextChange::take_out);
    return change_text(db, table == Level::patient ? patient : study, id);
}

}  // namespace cassette
