#include "storage/sqlite_connection.h"

#include "storage/match_functions.h"
#include "storage/posix_file.h"

#include <cerrno>
#include <string>

namespace cassette {

namespace {

constexpr std::size_t statements_kept_max = 48;
constexpr int busy_timeout_ms = 5000;

ErrorCode error_code(int code) {
    // What cannot be read says nothing of whether more can be written.
    if (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ) return ErrorCode::internal;
    switch (code & 0xFF) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM: return ErrorCode::out_of_resources;
        case SQLITE_NOMEM:
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return ErrorCode::unavailable;
        case SQLITE_TOOBIG: return ErrorCode::too_large;
        case SQLITE_INTERRUPT: return ErrorCode::cancelled;
        default: return ErrorCode::internal;
    }
}

// SQLite would keep statistics of its memory under one lock for all threads; nobody reads them. Only the first time counts,
// before any connection is there.
void without_memory_statistics() {
    static int const code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)code;
}

}  // namespace

Failure sqlite_failure(int code, std::string_view doing) {
    std::string detail{"index: "};
    detail += doing;
    detail += ": ";
    detail += sqlite3_errstr(code);
    detail += " (" + std::to_string(code) + ")";
    // Said in the words of the system, too, by which is_lack_of_space knows it.
    if ((code & 0xFF) == SQLITE_FULL) return fail(error_of_errno(ENOSPC, detail));
    return fail(error_code(code), std::move(detail));
}

Statement::~Statement() {
    if (!node_) return;
    reset();
    home_->insert(std::move(node_));
}

Statement& Statement::bind(std::string_view text) {
    char const* const bytes = text.data() == nullptr ? "" : text.data();
    note(sqlite3_bind_text64(handle(), next_++, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    note(sqlite3_bind_int64(handle(), next_++, number));
    return *this;
}

Statement& Statement::bind_blob(void const* bytes, std::size_t size) {
    note(sqlite3_bind_blob64(handle(), next_++, size == 0 ? "" : bytes, size, SQLITE_STATIC));
    return *this;
}

Statement& Statement::bind_null() {
    note(sqlite3_bind_null(handle(), next_++));
    return *this;
}

Result<bool> Statement::step() {
    if (bind_code_ != SQLITE_OK) return sqlite_failure(bind_code_, "bind");
    int const code = sqlite3_step(handle());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return sqlite_failure(sqlite3_extended_errcode(sqlite3_db_handle(handle())), "step");
}

Result<void> Statement::run() {
    while (true) {
        auto const stepped = step();
        if (!stepped) return fail(stepped.error());
        if (!*stepped) return {};
    }
}

void Statement::reset() {
    (void)sqlite3_reset(handle());  // repeats the error that the last step already returned
    (void)sqlite3_clear_bindings(handle());
    next_ = 1;
    bind_code_ = SQLITE_OK;
}

std::string_view Statement::text(int column) const {
    auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(handle(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle(), column))};
}

std::string_view Statement::blob(int column) const {
    auto const* bytes = static_cast<char const*>(sqlite3_column_blob(handle(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle(), column))};
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(std::filesystem::path const& file, Access access) {
    without_memory_statistics();
    int const flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
        (access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3* db = nullptr;
    int const code = sqlite3_open_v2(file.c_str(), &db, flags, nullptr);
    auto connection = std::make_unique<SqliteConnection>(db);
    if (code != SQLITE_OK) return sqlite_failure(code, "open");
    if (auto configured = connection->configure(access); !configured) return fail(configured.error());
    return connection;
}

Result<void> SqliteConnection::configure(Access access) {
    sqlite3* const db = db_.get();
    (void)sqlite3_busy_timeout(db, busy_timeout_ms);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    int const code = add_match_functions(db);
    if (code != SQLITE_OK) return sqlite_failure(code, "configure");
    // cell_size_check makes SQLite look at a page before it believes it: a damaged file is an error, never a crash.
    if (auto common = exec("PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON"); !common)
        return common;
    if (access == Access::read_only) return exec("PRAGMA query_only=ON; PRAGMA cache_size=-4000");
    (void)sqlite3_wal_hook(
        db,
        [](void* pages, sqlite3*, char const*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        log_pages_.get());
    return exec(
        "PRAGMA page_size=4096; PRAGMA auto_vacuum=NONE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON; PRAGMA secure_delete=FAST; PRAGMA cache_size=-16000;"
        "PRAGMA journal_size_limit=67108864");
}

Result<void> SqliteConnection::exec(char const* sql) {
    int const code = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqlite_failure(sqlite3_extended_errcode(db_.get()), "execute");
    return {};
}

Result<Statement> SqliteConnection::prepare(std::string_view sql) {
    if (auto const kept = statements_.find(sql); kept != statements_.end())
        return Statement{statements_, statements_.extract(kept)};
    // Finds compose their text; forgetting all is simpler than ageing them and happens rarely.
    if (statements_.size() >= statements_kept_max) statements_.clear();
    sqlite3_stmt* statement = nullptr;
    int const code = sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    StatementHandle handle{statement};
    if (code != SQLITE_OK) return sqlite_failure(code, "prepare");
    StatementCache fresh;
    fresh.emplace(std::string{sql}, std::move(handle));
    return Statement{statements_, fresh.extract(fresh.begin())};
}

Result<void> SqliteConnection::copy_to(SqliteConnection& copy) {
    auto* const backup = sqlite3_backup_init(copy.db_.get(), "main", db_.get(), "main");
    if (backup == nullptr) return sqlite_failure(sqlite3_extended_errcode(copy.db_.get()), "begin a copy");
    constexpr int all_pages = -1;  // in one step, or each change by another process would begin it anew
    int const stepped = sqlite3_backup_step(backup, all_pages);
    int const finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE) return sqlite_failure(stepped, "copy");
    return finished == SQLITE_OK ? Result<void>{} : sqlite_failure(finished, "end a copy");
}

Result<std::int64_t> SqliteConnection::integer(std::string_view sql) {
    std::int64_t value = 0;
    auto const read = for_each_row(
        *this, sql, [](Statement&) {},
        [&](Statement& row) {
            value = row.integer(0);
            return Result<void>{};
        });
    if (!read) return fail(read.error());
    return value;
}

StepBudget::StepBudget(SqliteConnection& db, int thousands) : db_{&db}, thousands_left_{thousands} {
    sqlite3_progress_handler(
        db.db_.get(), 1000, [](void* self) { return static_cast<StepBudget*>(self)->thousands_left_-- > 0 ? 0 : 1; },
        this);
}

StepBudget::~StepBudget() { sqlite3_progress_handler(db_->db_.get(), 0, nullptr, nullptr); }

Result<void> SqliteConnection::checkpoint() {
    int const code = sqlite3_wal_checkpoint_v2(db_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    *log_pages_ = 0;
    // A reader that is still on old pages leaves some of the log for the next time.
    if (code == SQLITE_OK || (code & 0xFF) == SQLITE_BUSY) return {};
    return sqlite_failure(code, "checkpoint");
}

}  // namespace cassette
