#include "storage/sqlite_schema.h"

#include "schema/migrations.h"
#include "storage/name_word_rows.h"
#include "storage/transaction.h"

#include <string>

namespace cassette {

namespace {

// Reading more than this at every start costs too long; a larger database is checked where it is opened and used.
constexpr std::int64_t checked_whole_bytes_max = std::int64_t{32} << 20;

// `pragma` gives one row, "ok" or what is wrong.
Result<void> check_by(SqliteConnection& db, char const* pragma) {
    std::string verdict;
    auto const checked = for_each_row(
        db, pragma, [](Statement&) {},
        [&](Statement& row) {
            verdict = row.text(0);
            return Result<void>{};
        });
    if (!checked) return checked;
    // SQLite's description may quote stored values, so it is not repeated.
    return verdict == "ok" ? Result<void>{} : fail(ErrorCode::internal, "the index database is damaged");
}

Result<void> check_pages(SqliteConnection& db) {
    auto const pages = db.integer("PRAGMA page_count");
    if (!pages) return fail(pages.error());
    auto const page_size = db.integer("PRAGMA page_size");
    if (!page_size) return fail(page_size.error());
    if (*pages * *page_size > checked_whole_bytes_max) return {};
    return check_by(db, "PRAGMA quick_check(1)");
}

Result<void> apply_rows(SqliteConnection& db, Migration const& migration) {
    auto transaction = Transaction::begin(db);
    if (!transaction) return fail(transaction.error());
    std::string const sql{migration.sql};
    if (auto done = db.exec(sql.c_str()); !done) return done;
    std::string const version = "PRAGMA user_version=" + std::to_string(migration.version);
    if (auto done = db.exec(version.c_str()); !done) return done;
    return transaction->commit();
}

// A migration may make a table anew that others refer to: constraints are checked again when it is done.
Result<void> apply(SqliteConnection& db, Migration const& migration) {
    if (auto off = db.exec("PRAGMA foreign_keys=OFF"); !off) return off;
    auto applied = apply_rows(db, migration);
    auto const on = db.exec("PRAGMA foreign_keys=ON");
    if (!applied) return applied;
    if (!on) return on;
    auto const broken = db.integer("SELECT count(*) FROM pragma_foreign_key_check");
    if (!broken) return fail(broken.error());
    return *broken == 0 ? Result<void>{}
                        : fail(ErrorCode::internal, "the index is damaged: a row names one that is not there");
}

}  // namespace

Result<void> bring_up_to_date(SqliteConnection& db) {
    auto const version = db.integer("PRAGMA user_version");
    if (!version) return fail(version.error());
    auto const tables = db.integer("SELECT count(*) FROM sqlite_schema");
    if (!tables) return fail(tables.error());
    if (*version == 0 && *tables != 0) return fail(ErrorCode::internal, "the database is not a Cassette index");
    if (!migrations().empty() && *version > migrations().back().version)
        return fail(ErrorCode::internal,
                    "the index is of schema version " + std::to_string(*version) + ", newer than this program knows (" +
                        std::to_string(migrations().back().version) + ")");
    if (auto checked = check_pages(db); !checked) return checked;
    for (auto const& migration : migrations()) {
        if (migration.version <= *version) continue;
        if (auto applied = apply(db, migration); !applied) return applied;
    }
    return backfill_name_words(db);
}

Result<void> check_whole(SqliteConnection& db) { return check_by(db, "PRAGMA integrity_check(1)"); }

Result<void> check_up_to_date(SqliteConnection& db) {
    auto const version = db.integer("PRAGMA user_version");
    if (!version) return fail(version.error());
    bool const same = !migrations().empty() && *version == migrations().back().version;
    return same ? Result<void>{}
                : fail(ErrorCode::unavailable, "the index in use is of another version of this program");
}

}  // namespace cassette
