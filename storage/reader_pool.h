#pragma once

#include "storage/sqlite_connection.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace cassette {

// Read-only connections to one database. Nobody waits for one: when all are out another is opened, so a search may run
// inside another's callback; `kept_max` bounds how many stay open when they come back. Thread-safe; outlives its
// leases.
//
// Beginning to read and ending it cost two locks of the file, under a mutex that all connections of the process share: who
// loses the processor with it makes all others wait. So a state that has been read stays with its connection, for who reads
// next, as long as it is the last one.
class ReaderPool {
    struct Reader {
        std::unique_ptr<SqliteConnection> db;
        std::uint64_t changes = 0;  // those before its state
        std::chrono::steady_clock::time_point since{};
    };

public:
    // `state_max_age`: for how long it may stay unseen what another process has committed.
    ReaderPool(std::filesystem::path file, std::size_t kept_max,
               std::chrono::milliseconds state_max_age = std::chrono::milliseconds{100})
        : file_{std::move(file)}, kept_max_{kept_max}, state_max_age_{state_max_age} {}
    ReaderPool(ReaderPool const&) = delete;
    ReaderPool& operator=(ReaderPool const&) = delete;

    class Lease {
    public:
        Lease(ReaderPool& pool, Reader reader) : pool_{&pool}, reader_{std::move(reader)} {}
        Lease(Lease&& other) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (reader_.db) pool_->give_back(std::move(reader_));
        }
        SqliteConnection& operator*() const { return *reader_.db; }

    private:
        ReaderPool* pool_;
        Reader reader_;
    };
    // Each statement sees what has been committed when it begins, by whatever process.
    Result<Lease> lease();
    // All statements see one state: at least what this process has committed and what others had `state_max_age` ago. Keep it
    // short: the log cannot be used from its beginning again past it.
    Result<Lease> lease_state();

    // After each commit of this process and before anybody is told of it: no state from before is leased again.
    void changed() { ++changes_; }
    // Connections that are not out let go of their states, and those that are when they come back.
    void let_go();
    // Closes the connections that are not out.
    void close();

private:
    Result<Reader> take();
    void give_back(Reader reader);
    bool is_current(Reader const& reader) const;

    std::filesystem::path file_;
    std::size_t kept_max_;
    std::chrono::milliseconds state_max_age_;
    std::atomic<std::uint64_t> changes_{0};
    std::mutex mutex_;
    std::vector<Reader> idle_;
};

}  // namespace cassette
