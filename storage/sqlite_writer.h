#pragma once

#include "storage/index.h"
#include "storage/index_rows.h"
#include "storage/reader_pool.h"
#include "storage/sqlite_commit.h"
#include "storage/writability.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace cassette {

// Owns the write connection and the one thread that uses it. Whatever has queued since the last COMMIT goes into the
// next one, so the cost of a sync is shared by all who wait for it.
class SqliteWriter {
public:
    // `readers`, which outlive it, hear of each commit. `writability`, which outlives it, hears of what cannot be written and is
    // asked for leave; nullptr for none.
    SqliteWriter(std::unique_ptr<SqliteConnection> db, ReaderPool& readers, std::size_t batch_max,
                 Writability* writability);
    SqliteWriter(SqliteWriter const&) = delete;
    SqliteWriter& operator=(SqliteWriter const&) = delete;
    // Commits what is queued, then ends the thread and closes the readers, so that its own connection is the last one, which
    // folds the log into the database. Nobody may be about to call `commit`.
    ~SqliteWriter();

    // Commits something that changes nothing, whether there is leave or not: success when the index can be written.
    Result<void> probe();

    // As Index::commit: returns after the COMMIT that holds the record, or with what kept it out. Thread-safe.
    Result<Committed> commit(PreparedRecord const& prepared, OnDuplicate policy);

    // Other work of the one writer, in a transaction that it may share with commits: it may run more than once, because
    // a record that spoils the transaction rolls all of it back. An error of its own rolls it back for good.
    using Work = std::function<Result<void>(SqliteConnection&, InstanceCommitter&)>;
    Result<void> perform(Work const& work);

private:
    struct Waiting {
        Waiting(PreparedRecord const& record, OnDuplicate on_duplicate) : prepared{&record}, policy{on_duplicate} {}
        explicit Waiting(Work const& other) : work{&other} {}

        PreparedRecord const* prepared = nullptr;  // or `work`
        Work const* work = nullptr;
        OnDuplicate policy = OnDuplicate::supersede;
        std::optional<Result<Committed>> result;
        bool done = false;
        std::condition_variable changed;
    };
    // Who waits may be gone before the thread has woken it: both own it.
    using SharedWaiting = std::shared_ptr<Waiting>;
    using Batch = std::vector<SharedWaiting>;

    Result<Committed> ask_and_wait_for(SharedWaiting const& waiting);
    Result<Committed> wait_for(SharedWaiting const& waiting);
    void run();
    void tell(Batch const& batch);
    void release(Batch const& batch);
    Batch next_batch();
    void commit_batch(Batch batch);
    // Null when the batch is committed or has failed as a whole; otherwise the record that spoilt it.
    SharedWaiting try_batch(Batch const& batch);
    SharedWaiting commit_rows(Batch const& batch);
    Result<Committed> write_rows(Waiting const& waiting);
    void checkpoint();

    std::unique_ptr<SqliteConnection> db_;
    ReaderPool& readers_;
    InstanceCommitter committer_;
    std::size_t batch_max_;
    Writability* writability_;
    std::mutex mutex_;  // guards the two below and Waiting::done
    std::condition_variable queued_;
    Batch queue_;
    bool stopping_ = false;
    std::thread thread_;  // starts last
};

}  // namespace cassette
