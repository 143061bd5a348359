#include "storage/carry_over.h"

#include "storage/sqlite_connection.h"
#include "storage/transaction.h"

#include <array>
#include <string>
#include <string_view>

namespace cassette {

namespace {

// Those that others refer to come first.
constexpr std::array<std::string_view, 4> tables{"scheduled_step", "scheduled_station", "performed_step", "outbox"};

// The columns of a table of the attached index, with commas; empty when it has no such table.
Result<std::string> columns_of(SqliteConnection& db, std::string_view table) {
    std::string columns;
    auto const read = for_each_row(
        db, "SELECT name FROM pragma_table_info(?, 'earlier')", [&](Statement& statement) { statement.bind(table); },
        [&](Statement& row) {
            columns.append(columns.empty() ? "" : ", ").append(row.text(0));
            return Result<void>{};
        });
    if (!read) return fail(read.error());
    return columns;
}

Result<void> attach(SqliteConnection& db, std::filesystem::path const& file) {
    auto statement = db.prepare("ATTACH DATABASE ? AS earlier");
    if (!statement) return fail(statement.error());
    auto const path = file.string();
    return statement->bind(path).run();
}

}  // namespace

Result<void> carry_over(std::filesystem::path const& from, std::filesystem::path const& to) {
    auto const db = SqliteConnection::open(to, SqliteConnection::Access::read_write);
    if (!db) return fail(db.error());
    if (auto done = attach(**db, from); !done) return done;
    auto transaction = Transaction::begin(**db);
    if (!transaction) return fail(transaction.error());
    for (auto const table : tables) {
        auto const columns = columns_of(**db, table);
        if (!columns) return fail(columns.error());
        if (columns->empty()) continue;
        std::string const name{table};
        auto const sql = "INSERT INTO main." + name + '(' + *columns + ") SELECT " + *columns + " FROM earlier." + name;
        if (auto copied = (*db)->exec(sql.c_str()); !copied) return copied;
    }
    return transaction->commit();
}

}  // namespace cassette
