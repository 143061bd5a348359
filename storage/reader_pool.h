#pragma once

#include "storage/sqlite_connection.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace cassette {

// Read-only connections to one database. Nobody waits for one: when all are out another is opened, so a search may run
// inside another's callback; `kept_max` bounds how many stay open when they come back. Thread-safe; outlives its
// leases.
class ReaderPool {
public:
    ReaderPool(std::filesystem::path file, std::size_t kept_max) : file_{std::move(file)}, kept_max_{kept_max} {}

    class Lease {
    public:
        Lease(ReaderPool& pool, std::unique_ptr<SqliteConnection> db) : pool_{&pool}, db_{std::move(db)} {}
        Lease(Lease&& other) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (db_) pool_->give_back(std::move(db_));
        }
        SqliteConnection& operator*() const { return *db_; }

    private:
        ReaderPool* pool_;
        std::unique_ptr<SqliteConnection> db_;
    };
    Result<Lease> lease();

private:
    void give_back(std::unique_ptr<SqliteConnection> db);

    std::filesystem::path file_;
    std::size_t kept_max_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;
};

}  // namespace cassette
