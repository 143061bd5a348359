#pragma once

#include "storage/sqlite_connection.h"

#include <utility>

namespace cassette {

// From here to `end_state` all statements of a reader see one state of the database: the one that the first of them finds.
[[nodiscard]] inline Result<void> begin_state(SqliteConnection& db) {
    auto statement = db.prepare("BEGIN");
    return statement ? statement->run() : fail(statement.error());
}
inline void end_state(SqliteConnection& db) {
    if (!db.in_transaction()) return;
    if (auto statement = db.prepare("ROLLBACK")) (void)statement->run();
}

// While it lives, all statements of a reader see one state of the database: that which they see already
// (ReaderPool::lease_state), or the present one. Keep it short: the log cannot be reused past it.
class Snapshot {
public:
    static Result<Snapshot> begin(SqliteConnection& db) {
        if (db.in_transaction()) return Snapshot{nullptr};
        if (auto begun = begin_state(db); !begun) return fail(begun.error());
        return Snapshot{&db};
    }
    Snapshot(Snapshot&& other) noexcept : db_{std::exchange(other.db_, nullptr)} {}
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot() {
        if (db_ != nullptr) end_state(*db_);
    }

private:
    explicit Snapshot(SqliteConnection* db) : db_{db} {}
    SqliteConnection* db_;
};

}  // namespace cassette
