#pragma once

#include "schema/result.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cassette {

// What went wrong in SQLite, in our words. The detail holds SQLite's name for the code and `doing`, never a value:
// out_of_resources for a medium that is full or refuses to be written, unavailable when busy or out of memory, too_large,
// internal for the rest, a medium that cannot be read among it.
[[nodiscard]] Failure sqlite_failure(int code, std::string_view doing);

struct StatementDeleter {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, StatementDeleter>;

struct SqlTextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using StatementCache = std::unordered_map<std::string, StatementHandle, SqlTextHash, std::equal_to<>>;

// A prepared statement on loan from its connection, which it must not outlive. Parameters are bound in the order of the
// text. Bound bytes are borrowed: they stay alive until the last step. A failed bind is reported by the next step.
class Statement {
public:
    Statement(StatementCache& home, StatementCache::node_type node) : home_{&home}, node_{std::move(node)} {}
    Statement(Statement&& other) noexcept = default;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind_blob(void const* bytes, std::size_t size);
    Statement& bind_null();

    Result<bool> step();  // true: there is a row
    Result<void> run();   // steps to the end, ignoring rows
    void reset();         // ready to bind and step again

    // Columns of the current row; views are valid until the next step.
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    std::int64_t integer(int column) const { return sqlite3_column_int64(handle(), column); }
    bool is_null(int column) const { return sqlite3_column_type(handle(), column) == SQLITE_NULL; }

private:
    sqlite3_stmt* handle() const { return node_.mapped().get(); }
    void note(int code) {
        if (code != SQLITE_OK && bind_code_ == SQLITE_OK) bind_code_ = code;
    }

    StatementCache* home_;
    StatementCache::node_type node_;
    int next_ = 1;
    int bind_code_ = SQLITE_OK;
};

// One connection and its prepared statements. Not thread-safe: one thread at a time.
class SqliteConnection {
public:
    enum class Access { read_write, read_only };
    // A writer creates the file when there is none and sets up the write-ahead log; readers need one that exists.
    static Result<std::unique_ptr<SqliteConnection>> open(std::filesystem::path const& file, Access access);
    explicit SqliteConnection(sqlite3* owned) : db_{owned} {}  // for `open`, which also sets it up

    // Runs statements that have no parameters and give no rows.
    Result<void> exec(char const* sql);
    // Statements are kept for reuse by their text.
    Result<Statement> prepare(std::string_view sql);
    // The first column of the first row of a statement without parameters; 0 when there is no row.
    Result<std::int64_t> integer(std::string_view sql);

    // Makes `copy`'s database equal to this one as it is at one moment, whoever reads and writes it meanwhile.
    Result<void> copy_to(SqliteConnection& copy);

    std::int64_t last_insert_id() const { return sqlite3_last_insert_rowid(db_.get()); }
    bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
    // How many pages the write-ahead log held after this connection's last commit.
    int log_pages() const { return *log_pages_; }
    // Copies what the log holds into the database as far as readers allow, without waiting for them. After an error the
    // log has it all still, and the next time begins anew.
    Result<void> checkpoint();

private:
    friend class StepBudget;
    struct Closer {
        void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
    };
    Result<void> configure(Access access);

    std::unique_ptr<sqlite3, Closer> db_;                        // closes after the statements below are gone
    std::unique_ptr<int> log_pages_ = std::make_unique<int>(0);  // SQLite's log hook writes here
    StatementCache statements_;
};

// Bounds the work of the connection's statements while it lives: when the steps of SQLite's machine run out, statements
// end with ErrorCode::cancelled. One at a time on a connection.
class StepBudget {
public:
    StepBudget(SqliteConnection& db, int thousands);
    StepBudget(StepBudget const&) = delete;
    StepBudget& operator=(StepBudget const&) = delete;
    ~StepBudget();
    bool is_spent() const { return thousands_left_ < 0; }

private:
    SqliteConnection* db_;
    int thousands_left_;
};

// Runs `sql` with what `bind` gives it: Result<void> row(Statement&) is called for each row until it fails.
template <class Bind, class Row>
Result<void> for_each_row(SqliteConnection& db, std::string_view sql, Bind&& bind, Row&& row) {
    auto statement = db.prepare(sql);
    if (!statement) return fail(statement.error());
    bind(*statement);
    while (true) {
        auto const stepped = statement->step();
        if (!stepped) return fail(stepped.error());
        if (!*stepped) return {};
        if (auto done = row(*statement); !done) return done;
    }
}

}  // namespace cassette
