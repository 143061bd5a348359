#include "storage/sqlite_rows.h"

#include <algorithm>

namespace cassette {

namespace {

std::string value_list(Level table) {
    std::string list;
    for (auto const& column : columns_of(table)) {
        list += ", ";
        list += column.name;
    }
    return list;
}

std::size_t count_names(std::string_view keys) {
    std::size_t count = 1;
    for (char const c : keys)
        if (c == ',') ++count;
    return count;
}

void bind_value(Statement& statement, IndexColumn const& column, std::string const& value) {
    if (value.empty()) {
        statement.bind_null();
        return;
    }
    auto const number = column.holds == Holds::number ? parse_number(value) : std::nullopt;
    if (number)
        statement.bind(*number);
    else
        statement.bind(value);
}

}  // namespace

std::string insert_sql(Level table, std::string_view keys) {
    std::string sql =
        "INSERT INTO " + std::string{table_name(table)} + "(" + std::string{keys} + value_list(table) + ") VALUES (?";
    for (std::size_t i = 1; i < count_names(keys) + columns_of(table).size(); ++i) sql += ", ?";
    return sql + ")";
}

std::string update_sql(Level table, std::string_view keys) {
    std::string sql = "UPDATE " + std::string{table_name(table)} + " SET ";
    while (true) {
        auto const comma = keys.find(',');
        sql += std::string{keys.substr(0, comma)} + " = ?, ";
        if (comma == std::string_view::npos) break;
        keys.remove_prefix(comma + 1);
    }
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i) sql += (i == 0 ? "" : ", ") + columns[i].name + " = ?";
    return sql + " WHERE id = ?";
}

std::string select_sql(Level table, std::string_view keys, std::string_view where) {
    return "SELECT " + std::string{keys} + value_list(table) + " FROM " + std::string{table_name(table)} + " WHERE " +
        std::string{where};
}

Result<void> update_changed(SqliteConnection& db, Level table, std::int64_t id,
                            std::pair<RowValues const&, RowValues const&> before_after) {
    auto const& [before, after] = before_after;
    auto const columns = columns_of(table);
    std::string sql;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (before[i] != after[i]) sql += (sql.empty() ? "" : ", ") + columns[i].name + " = ?";
    if (sql.empty()) return {};
    auto statement = db.prepare("UPDATE " + std::string{table_name(table)} + " SET " + sql + " WHERE id = ?");
    if (!statement) return fail(statement.error());
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (before[i] != after[i]) bind_value(*statement, columns[i], after[i]);
    return statement->bind(id).run();
}

Result<Digest> read_digest(Statement const& row, int column) {
    auto const blob = row.blob(column);
    Digest::Bytes bytes{};
    if (blob.size() != bytes.size())
        return fail(ErrorCode::internal, "the index is damaged: a row holds what was never written");
    std::ranges::transform(blob, bytes.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return Digest{bytes};
}

void bind_values(Statement& statement, Level table, std::span<std::string const> values) {
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i) bind_value(statement, columns[i], values[i]);
}

RowValues read_values(Statement& statement, Level table, int first) {
    RowValues values;
    auto const count = columns_of(table).size();
    values.reserve(count);
    for (std::size_t i = 0; i < count; ++i) values.emplace_back(statement.text(first + static_cast<int>(i)));
    return values;
}

}  // namespace cassette
