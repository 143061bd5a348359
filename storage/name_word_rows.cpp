#include "storage/name_word_rows.h"

#include "schema/name_words.h"
#include "storage/sqlite_rows.h"
#include "storage/transaction.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace cassette {

namespace {

constexpr std::int64_t backfill_batch = 20'000;

std::string insert_word_sql(Level table) {
    std::string const into = "INSERT INTO " + std::string{name_word_table(table)};
    if (table == Level::study)
        return into + "(attribute, word, row, name, study_date, study_time) VALUES (?, ?, ?, ?, ?, ?)";
    return into + "(attribute, word, row, name) VALUES (?, ?, ?, ?)";
}

std::string_view value_of(Level table, std::string_view column, RowValues const& values) {
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == column) return values[i];
    return {};
}

std::vector<std::string> distinct_words(std::string_view folded) {
    std::vector<std::string> words;
    for_each_name_word(folded, [&](std::string_view word) {
        if (std::ranges::find(words, word) == words.end()) words.emplace_back(word);
    });
    return words;
}

void bind_or_null(Statement& statement, std::string_view text) {
    if (text.empty())
        statement.bind_null();
    else
        statement.bind(text);
}

// Where a row's words go: the statement, and the study's date and time that go with each of them.
struct WordSheet {
    Level table;
    std::int64_t row;
    std::string_view date, time;
};

// The ends of a word by which fragments find it, unless it is known already.
Result<void> index_parts(SqliteConnection& db, std::int64_t attribute, std::string_view word) {
    auto known = db.prepare("SELECT 1 FROM name_part WHERE attribute = ? AND part = ? AND word = ?");
    if (!known) return fail(known.error());
    auto const there = known->bind(attribute).bind(name_part(word)).bind(word).step();
    if (!there) return fail(there.error());
    if (*there) return {};
    auto statement = db.prepare("INSERT OR IGNORE INTO name_part(attribute, part, word) VALUES (?, ?, ?)");
    if (!statement) return fail(statement.error());
    for (auto const part : name_word_parts(word)) {
        statement->reset();
        if (auto done = statement->bind(attribute).bind(part).bind(word).run(); !done) return done;
    }
    return {};
}

Result<void> insert_words(Statement& statement, WordSheet const& sheet, Tag tag, std::string_view folded) {
    for (auto const& word : distinct_words(folded)) {
        statement.reset();
        statement.bind(name_word_attribute(tag)).bind(word).bind(sheet.row).bind(folded);
        if (sheet.table == Level::study) {
            bind_or_null(statement, sheet.date);
            bind_or_null(statement, sheet.time);
        }
        if (auto done = statement.run(); !done) return done;
    }
    return {};
}

// The rows after `done`, at most a batch of them; returns the last one's id, 0 when there was none.
Result<std::int64_t> backfill_batch_of(SqliteConnection& db, Level table, std::int64_t done) {
    std::int64_t last = 0;
    auto const read = for_each_row(
        db, select_sql(table, "id", "id > ? ORDER BY id LIMIT ?"),
        [&](Statement& statement) { statement.bind(done).bind(backfill_batch); },
        [&](Statement& row) {
            last = row.integer(0);
            return index_names(db, table, last, read_values(row, table, 1));
        });
    if (!read) return fail(read.error());
    return last;
}

Result<void> note_progress(SqliteConnection& db, Level table, std::int64_t last) {
    auto statement = db.prepare(last == 0 ? "DELETE FROM name_word_backfill WHERE level = ?"
                                          : "UPDATE name_word_backfill SET done = ?2 WHERE level = ?1");
    if (!statement) return fail(statement.error());
    statement->bind(static_cast<std::int64_t>(table));
    if (last != 0) statement->bind(last);
    return statement->run();
}

// One batch; whether there is more to do.
Result<bool> backfill_some(SqliteConnection& db, Level table) {
    auto transaction = Transaction::begin(db);
    if (!transaction) return fail(transaction.error());
    auto const done =
        db.integer("SELECT done FROM name_word_backfill WHERE level = " + std::to_string(static_cast<int>(table)));
    if (!done) return fail(done.error());
    auto const last = backfill_batch_of(db, table, *done);
    if (!last) return fail(last.error());
    if (auto noted = note_progress(db, table, *last); !noted) return fail(noted.error());
    if (auto committed = transaction->commit(); !committed) return fail(committed.error());
    return *last != 0;
}

}  // namespace

std::string_view name_word_table(Level table) {
    switch (table) {
        case Level::patient: return "patient_name_word";
        case Level::study: return "study_name_word";
        case Level::series: return "series_name_word";
        case Level::instance: return {};
    }
    return {};
}

bool has_name_parts(Level table) { return table <= Level::study; }

std::int64_t name_word_attribute(Tag tag) { return (std::int64_t{tag.group} << 16U) | tag.element; }

bool names_differ(Level table, RowValues const& before, RowValues const& after) {
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].holds == Holds::folded && before[i] != after[i]) return true;
    return false;
}

Result<void> index_names(SqliteConnection& db, Level table, std::int64_t id, RowValues const& values) {
    static std::array<std::string, 3> const sql{insert_word_sql(Level::patient), insert_word_sql(Level::study),
                                                insert_word_sql(Level::series)};
    auto statement = db.prepare(sql.at(static_cast<std::size_t>(table)));
    if (!statement) return fail(statement.error());
    WordSheet const sheet{table, id, value_of(table, "study_date", values), value_of(table, "study_time", values)};
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].holds != Holds::folded || values[i].empty()) continue;
        auto const tag = attributes()[columns[i].attribute].tag;
        if (auto done = insert_words(*statement, sheet, tag, values[i]); !done) return done;
        if (!has_name_parts(table)) continue;
        for (auto const& word : distinct_words(values[i]))
            if (auto done = index_parts(db, name_word_attribute(tag), word); !done) return done;
    }
    return {};
}

Result<void> unindex_names(SqliteConnection& db, Level table, std::int64_t id) {
    auto statement = db.prepare("DELETE FROM " + std::string{name_word_table(table)} + " WHERE row = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(id).run();
}

Result<void> backfill_name_words(SqliteConnection& db) {
    for (auto const table : {Level::patient, Level::study, Level::series}) {
        auto const pending = db.integer("SELECT count(*) FROM name_word_backfill WHERE level = " +
                                        std::to_string(static_cast<int>(table)));
        if (!pending) return fail(pending.error());
        for (bool more = *pending != 0; more;) {
            auto const some = backfill_some(db, table);
            if (!some) return fail(some.error());
            more = *some;
        }
    }
    return {};
}

}  // namespace cassette
