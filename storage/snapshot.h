#pragma once

#include "storage/sqlite_connection.h"

#include <utility>

namespace cassette {

// While it lives, all statements of a reader see one state of the database: that which they see already
// (ReaderPool::lease_state), or the present one. Keep it short: the log cannot be reused past it.
class Snapshot {
public:
    static Result<Snapshot> begin(SqliteConnection& db) {
        if (db.in_transaction()) return Snapshot{nullptr};
        if (auto begun = run(db, "BEGIN"); !begun) return fail(begun.error());
        return Snapshot{&db};
    }
    Snapshot(Snapshot&& other) noexcept : db_{std::exchange(other.db_, nullptr)} {}
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot() {
        if (db_ != nullptr) (void)run(*db_, "ROLLBACK");
    }

private:
    static Result<void> run(SqliteConnection& db, std::string_view sql) {
        auto statement = db.prepare(sql);
        return statement ? statement->run() : fail(statement.error());
    }
    explicit Snapshot(SqliteConnection* db) : db_{db} {}
    SqliteConnection* db_;
};

}  // namespace cassette
