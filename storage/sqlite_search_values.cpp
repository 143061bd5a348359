#include "storage/sqlite_search_values.h"

#include "storage/search_value_rows.h"

#include <utility>

namespace cassette {

std::shared_ptr<DeclaredAttributes const> SqliteSearchValues::declared() const {
    std::scoped_lock const lock{mutex_};
    return declared_;
}

Result<void> SqliteSearchValues::change(SqliteWriter::Work const& work) {
    DeclaredAttributes after;
    auto const changed = writer_.perform([&](SqliteConnection& db, InstanceCommitter& committer) -> Result<void> {
        if (auto done = work(db, committer); !done) return done;
        auto declared = read_declared(db);
        if (!declared) return fail(declared.error());
        after = std::move(*declared);
        return {};
    });
    if (!changed) return changed;
    auto shared = std::make_shared<DeclaredAttributes const>(std::move(after));
    std::scoped_lock const lock{mutex_};
    declared_ = std::move(shared);
    return {};
}

Result<void> SqliteSearchValues::declare(std::span<SearchAttribute const> custom) {
    return change([custom](SqliteConnection& db, InstanceCommitter& committer) {
        committer.item_values().forget();
        return declare_attributes(db, custom);
    });
}

Result<UnfilledPage> SqliteSearchValues::unfilled(std::size_t count) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    return read_unfilled(**lease, count);
}

Result<void> SqliteSearchValues::fill(std::span<FilledVersion const> versions, std::int64_t next) {
    return change([versions, next](SqliteConnection& db, InstanceCommitter& committer) -> Result<void> {
        if (auto done = fill_versions(db, committer.item_values(), versions); !done) return done;
        return note_filled(db, next);
    });
}

Result<bool> SqliteSearchValues::delete_undeclared(std::size_t count) {
    bool more = false;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto const some = delete_undeclared_values(db, count);
        if (!some) return fail(some.error());
        more = *some;
        return {};
    });
    return done ? Result<bool>{more} : fail(done.error());
}

Result<FillProgress> SqliteSearchValues::progress() const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    return read_fill_progress(**lease);
}

}  // namespace cassette
