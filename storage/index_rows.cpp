#include "storage/index_rows.h"

#include "schema/person_name.h"

#include <array>
#include <cassert>
#include <charconv>

namespace cassette {

namespace {

void add_columns(std::vector<IndexColumn>& columns, Level level) {
    auto const all = attributes();
    for (AttributeIndex i = 0; i < all.size(); ++i) {
        auto const& attribute = all[i];
        if (attribute.level != level || attribute.origin != Origin::dataset) continue;
        auto const holds = attribute.matching == Matching::number ? Holds::number : Holds::text;
        columns.push_back({std::string{attribute.column}, i, holds});
        if (attribute.matching == Matching::person_name)
            columns.push_back({std::string{attribute.column} + "_fold", i, Holds::folded});
    }
}

std::vector<IndexColumn> make_columns(Level table) {
    std::vector<IndexColumn> columns;
    if (table == Level::study) add_columns(columns, Level::patient);
    add_columns(columns, table);
    return columns;
}

std::size_t column_position(Level table, std::string_view name) {
    auto const columns = columns_of(table);
    std::size_t i = 0;
    while (i < columns.size() && columns[i].name != name) ++i;
    assert(i < columns.size());
    return i;
}

struct IdentityColumns {
    std::size_t patient_id = column_position(Level::patient, "patient_id");
    std::size_t issuer = column_position(Level::patient, "issuer_of_patient_id");
};

IdentityColumns const& identity_columns() {
    static IdentityColumns const columns;
    return columns;
}

std::string column_value(IndexColumn const& column, AttributeValues const& values) {
    auto const& value = values[column.attribute];
    switch (column.holds) {
        case Holds::text: return value;
        case Holds::number: {
            auto const number = parse_number(value);
            return number ? std::to_string(*number) : std::string{};
        }
        case Holds::folded: return value.empty() ? std::string{} : fold_person_name(value);
    }
    return {};
}

RowValues row_values(Level table, AttributeValues const& values) {
    auto const columns = columns_of(table);
    RowValues row;
    row.reserve(columns.size());
    for (auto const& column : columns) {
        row.push_back(column_value(column, values));
        // A name without a single letter ("^^") is no name: it and its folded form are absent together.
        if (column.holds == Holds::folded && row.back().empty()) row[row.size() - 2].clear();
    }
    return row;
}

void set(AttributeValues& values, std::string_view keyword, std::string const& value) {
    auto const position = find_attribute(keyword);
    assert(position);
    values[*position] = value;
}

}  // namespace

std::span<IndexColumn const> columns_of(Level table) {
    static std::array<std::vector<IndexColumn>, 4> const columns{
        make_columns(Level::patient), make_columns(Level::study), make_columns(Level::series),
        make_columns(Level::instance)};
    return columns[static_cast<std::size_t>(table)];
}

std::string_view table_name(Level table) {
    switch (table) {
        case Level::patient: return "patient";
        case Level::study: return "study";
        case Level::series: return "series";
        case Level::instance: return "instance";
    }
    return {};
}

std::optional<std::int64_t> parse_number(std::string_view text) {
    text = text.substr(0, text.find('\\'));
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

PreparedRecord prepare_record(InstanceRecord record) {
    auto& values = record.values;
    values.resize(attributes().size());
    set(values, "StudyInstanceUID", record.study.str());
    set(values, "SeriesInstanceUID", record.series.str());
    set(values, "SOPInstanceUID", record.instance.str());
    set(values, "SOPClassUID", record.sop_class.str());
    auto study = row_values(Level::study, values);
    auto series = row_values(Level::series, values);
    auto instance = row_values(Level::instance, values);
    values.clear();
    return {std::move(record), std::move(study), std::move(series), std::move(instance)};
}

bool brings_news(std::span<std::string const> stored, std::span<std::string const> incoming) {
    for (std::size_t i = 0; i < incoming.size(); ++i)
        if (!incoming[i].empty() && incoming[i] != stored[i]) return true;
    return false;
}

void overlay(std::span<std::string> stored, std::span<std::string const> incoming) {
    for (std::size_t i = 0; i < incoming.size(); ++i)
        if (!incoming[i].empty()) stored[i] = incoming[i];
}

void overlay_study(RowValues& stored, RowValues const& incoming) {
    auto const [patient_id, issuer] = identity_columns();
    bool const other_patient = !incoming[patient_id].empty() && incoming[patient_id] != stored[patient_id];
    if (other_patient) stored[issuer].clear();
    overlay(stored, incoming);
}

std::string patient_identity(std::span<std::string const> values) {
    auto const [patient_id, issuer] = identity_columns();
    return values[patient_id] + '\x1F' + values[issuer];
}

void copy_identity(std::span<std::string const> from, RowValues& patient) {
    auto const [patient_id, issuer] = identity_columns();
    patient[patient_id] = from[patient_id];
    patient[issuer] = from[issuer];
}

}  // namespace cassette
