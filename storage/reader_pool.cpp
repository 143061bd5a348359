#include "storage/reader_pool.h"

namespace cassette {

Result<ReaderPool::Lease> ReaderPool::lease() {
    {
        std::scoped_lock const lock{mutex_};
        if (!idle_.empty()) {
            auto db = std::move(idle_.back());
            idle_.pop_back();
            return Lease{*this, std::move(db)};
        }
    }
    auto opened = SqliteConnection::open(file_, SqliteConnection::Access::read_only);
    // Nothing is wrong with what is stored: descriptors or memory are short.
    if (!opened && opened.error().code == ErrorCode::out_of_resources)
        return fail(ErrorCode::unavailable, opened.error().detail);
    if (!opened) return fail(opened.error());
    return Lease{*this, std::move(*opened)};
}

void ReaderPool::give_back(std::unique_ptr<SqliteConnection> db) {
    std::scoped_lock const lock{mutex_};
    if (idle_.size() < kept_max_) idle_.push_back(std::move(db));
}

}  // namespace cassette
