#include "storage/reader_pool.h"

#include "storage/snapshot.h"

namespace cassette {

bool ReaderPool::is_current(Reader const& reader) const {
    return reader.changes == changes_.load() && std::chrono::steady_clock::now() - reader.since < state_max_age_;
}

Result<ReaderPool::Reader> ReaderPool::take() {
    {
        std::scoped_lock const lock{mutex_};
        if (!idle_.empty()) {
            auto reader = std::move(idle_.back());
            idle_.pop_back();
            return reader;
        }
    }
    auto opened = SqliteConnection::open(file_, SqliteConnection::Access::read_only);
    // Nothing is wrong with what is stored: descriptors or memory are short.
    if (!opened && opened.error().code == ErrorCode::out_of_resources)
        return fail(ErrorCode::unavailable, opened.error().detail);
    if (!opened) return fail(opened.error());
    return Reader{std::move(*opened)};
}

Result<ReaderPool::Lease> ReaderPool::lease() {
    auto reader = take();
    if (!reader) return fail(reader.error());
    end_state(*reader->db);
    return Lease{*this, std::move(*reader)};
}

Result<ReaderPool::Lease> ReaderPool::lease_state() {
    auto reader = take();
    if (!reader) return fail(reader.error());
    auto& db = *reader->db;
    if (db.in_transaction() && is_current(*reader)) return Lease{*this, std::move(*reader)};
    end_state(db);
    // Before the state is read: a change in between makes it one of the past.
    reader->changes = changes_.load();
    reader->since = std::chrono::steady_clock::now();
    if (auto begun = begin_state(db); !begun) return fail(begun.error());
    return Lease{*this, std::move(*reader)};
}

void ReaderPool::give_back(Reader reader) {
    {
        std::scoped_lock const lock{mutex_};  // let_go either finds it here or is seen by is_current
        bool const may_stay = !reader.db->in_transaction() || is_current(reader);
        if (may_stay && idle_.size() < kept_max_) return idle_.push_back(std::move(reader));
    }
    end_state(*reader.db);
    std::scoped_lock const lock{mutex_};
    if (idle_.size() < kept_max_) idle_.push_back(std::move(reader));
}

void ReaderPool::let_go() {
    changed();
    std::scoped_lock const lock{mutex_};
    for (auto& reader : idle_) end_state(*reader.db);
}

void ReaderPool::close() {
    std::scoped_lock const lock{mutex_};
    idle_.clear();
}

}  // namespace cassette
