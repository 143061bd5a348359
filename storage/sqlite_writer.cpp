#include "storage/sqlite_writer.h"

#include "storage/transaction.h"

#include <algorithm>

namespace cassette {

namespace {

// Copying the log into the database is put off until it is worth it, and done while nobody waits for the commit.
constexpr int checkpoint_after_pages = 4000;

}  // namespace

SqliteWriter::SqliteWriter(std::unique_ptr<SqliteConnection> db, ReaderPool& readers, std::size_t batch_max,
                           Writability* writability)
    : db_{std::move(db)},
      readers_{readers},
      committer_{*db_},
      batch_max_{std::max<std::size_t>(batch_max, 1)},
      writability_{writability} {
    thread_ = std::thread{[this] { run(); }};
}

SqliteWriter::~SqliteWriter() {
    {
        std::scoped_lock const lock{mutex_};
        stopping_ = true;
    }
    queued_.notify_one();
    thread_.join();
    readers_.close();
}

Result<Committed> SqliteWriter::commit(PreparedRecord const& prepared, OnDuplicate policy) {
    return ask_and_wait_for(std::make_shared<Waiting>(prepared, policy));
}

Result<void> SqliteWriter::perform(Work const& work) {
    auto const done = ask_and_wait_for(std::make_shared<Waiting>(work));
    return done ? Result<void>{} : fail(done.error());
}

Result<void> SqliteWriter::probe() {
    Work const write = [](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto const id = db.integer("PRAGMA application_id");
        if (!id) return fail(id.error());
        return db.exec(("PRAGMA application_id=" + std::to_string(*id)).c_str());
    };
    auto const done = wait_for(std::make_shared<Waiting>(write));
    return done ? Result<void>{} : fail(done.error());
}

Result<Committed> SqliteWriter::ask_and_wait_for(SharedWaiting const& waiting) {
    auto const may = writability_ == nullptr ? Result<void>{} : writability_->may(Writing::index);
    return may ? wait_for(waiting) : fail(may.error());
}

Result<Committed> SqliteWriter::wait_for(SharedWaiting const& waiting) {
    std::unique_lock lock{mutex_};
    queue_.push_back(waiting);
    queued_.notify_one();
    waiting->changed.wait(lock, [&] { return waiting->done; });
    return std::move(*waiting->result);
}

void SqliteWriter::run() {
    while (true) {
        auto batch = next_batch();
        if (batch.empty()) return;
        commit_batch(batch);
        readers_.changed();
        tell(batch);
        release(batch);
        if (db_->log_pages() >= checkpoint_after_pages) checkpoint();
    }
}

// Each is woken for itself, and without the lock, which it wants.
void SqliteWriter::release(Batch const& batch) {
    {
        std::scoped_lock const lock{mutex_};
        for (auto const& waiting : batch) waiting->done = true;
    }
    for (auto const& waiting : batch) waiting->changed.notify_one();
}

// A state that somebody keeps open holds back what can be copied; one from during the copying, that the log begins anew.
void SqliteWriter::checkpoint() {
    readers_.let_go();
    auto const checkpointed = db_->checkpoint();
    readers_.let_go();
    if (!checkpointed && writability_ != nullptr) writability_->note(checkpointed.error());
}

// Before anybody is released, so that who has failed finds it known.
void SqliteWriter::tell(Batch const& batch) {
    if (writability_ == nullptr) return;
    for (auto const& waiting : batch)
        if (!waiting->result->has_value()) writability_->note(waiting->result->error());
}

SqliteWriter::Batch SqliteWriter::next_batch() {
    std::unique_lock lock{mutex_};
    queued_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    auto const end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(batch_max_, queue_.size()));
    Batch batch(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    return batch;
}

// A record that cannot be written costs the others one more attempt, which is cheaper than a savepoint for each. What the
// medium refuses to one it refuses to all.
void SqliteWriter::commit_batch(Batch batch) {
    while (!batch.empty()) {
        auto const spoiler = try_batch(batch);
        if (spoiler == nullptr) return;
        std::erase(batch, spoiler);
        auto const& error = spoiler->result->error();
        if (error.code != ErrorCode::out_of_resources) continue;
        for (auto const& waiting : batch) waiting->result = Result<Committed>{fail(error)};
        return;
    }
}

SqliteWriter::SharedWaiting SqliteWriter::try_batch(Batch const& batch) {
    auto const fail_all = [&](Error const& error) {
        committer_.forget();
        for (auto const& waiting : batch) waiting->result = Result<Committed>{fail(error)};
    };
    auto transaction = Transaction::begin(*db_);
    auto begun = transaction ? committer_.begin() : Result<void>{fail(transaction.error())};
    if (!begun) return fail_all(begun.error()), nullptr;
    if (auto spoiler = commit_rows(batch)) {
        committer_.forget();
        return spoiler;
    }
    auto committed = committer_.finish();
    if (committed) committed = transaction->commit();
    if (!committed) fail_all(committed.error());
    return nullptr;
}

SqliteWriter::SharedWaiting SqliteWriter::commit_rows(Batch const& batch) {
    for (auto const& waiting : batch) {
        auto result = write_rows(*waiting);
        bool const harmless = waiting->work == nullptr && !result && result.error().code == ErrorCode::conflict;
        bool const spoils = !result && !harmless;
        waiting->result.emplace(std::move(result));
        if (spoils) return waiting;
    }
    return nullptr;
}

Result<Committed> SqliteWriter::write_rows(Waiting const& waiting) {
    if (waiting.work == nullptr) return committer_.commit(*waiting.prepared, waiting.policy);
    auto const done = (*waiting.work)(*db_, committer_);
    return done ? Result<Committed>{Committed::unchanged} : fail(done.error());
}

}  // namespace cassette
