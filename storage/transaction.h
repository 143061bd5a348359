#pragma once

#include "storage/sqlite_connection.h"

#include <utility>

namespace cassette {

// A write transaction: what is not committed is rolled back when it goes out of scope. One at a time on a connection.
class Transaction {
public:
    // IMMEDIATE takes the write lock now, so a busy database fails here and not at commit.
    static Result<Transaction> begin(SqliteConnection& db) {
        if (auto begun = db.exec("BEGIN IMMEDIATE"); !begun) return fail(begun.error());
        return Transaction{&db};
    }
    Transaction(Transaction&& other) noexcept : db_{std::exchange(other.db_, nullptr)} {}
    Transaction& operator=(Transaction&&) = delete;
    // SQLite rolls back by itself on some errors; a second ROLLBACK is refused and does no harm.
    ~Transaction() {
        if (db_ != nullptr) (void)db_->exec("ROLLBACK");
    }
    // On success everything is durable. On failure the destructor still rolls back.
    Result<void> commit() {
        if (auto committed = db_->exec("COMMIT"); !committed) return committed;
        db_ = nullptr;
        return {};
    }

private:
    explicit Transaction(SqliteConnection* db) : db_{db} {}
    SqliteConnection* db_;
};

}  // namespace cassette
