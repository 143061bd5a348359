#include "storage/sqlite_index.h"

#include "storage/posix_file.h"
#include "storage/reader_pool.h"
#include "storage/sqlite_find.h"
#include "storage/sqlite_retrieve.h"
#include "storage/sqlite_schema.h"
#include "storage/sqlite_writer.h"

#include <fcntl.h>

#include <utility>

namespace cassette {

namespace {

constexpr std::int64_t versions_in_page = 1000;

class SqliteIndex final : public Index {
public:
    SqliteIndex(std::filesystem::path const& file, std::unique_ptr<SqliteConnection> db,
                SqliteIndexSettings const& settings)
        : writer_{std::move(db), settings.batch_max}, readers_{file, settings.readers} {}

    Result<Committed> commit(InstanceRecord record, OnDuplicate policy) override {
        return writer_.commit(prepare_record(std::move(record)), policy);
    }

    Result<void> find(FindRequest const& request, RowSink const& sink) const override {
        return read<void>([&](SqliteConnection& db) { return find_rows(db, request, sink); });
    }
    Result<std::uint64_t> count(FindRequest const& request) const override {
        return read<std::uint64_t>([&](SqliteConnection& db) { return count_rows(db, request); });
    }
    Result<Derived> representative(Level level, std::int64_t row) const override {
        return read<Derived>([&](SqliteConnection& db) { return read_representative(db, level, row); });
    }
    Result<void> locate(RetrieveScope const& scope, LocationSink const& sink) const override;
    Result<void> metadata(RetrieveScope const& scope, MetadataSink const& sink) const override {
        return read<void>([&](SqliteConnection& db) { return read_metadata(db, scope, sink); });
    }
    Result<Derived> derived(std::int64_t version_key) const override {
        return read<Derived>([&](SqliteConnection& db) { return read_derived(db, version_key); });
    }
    Result<std::vector<VersionInfo>> history(SOPInstanceUID const& instance) const override {
        return read<std::vector<VersionInfo>>([&](SqliteConnection& db) { return read_history(db, instance); });
    }
    Result<void> for_each_version(VersionSink const& sink) const override;
    Result<IndexCounts> counts() const override {
        return read<IndexCounts>([](SqliteConnection& db) { return read_counts(db); });
    }

private:
    template <class T, class Operation>
    Result<T> read(Operation const& operation) const {
        auto lease = readers_.lease();
        if (!lease) return fail(lease.error());
        return operation(**lease);
    }

    SqliteWriter writer_;
    mutable ReaderPool readers_;  // closes first, so that the writer's connection folds the log into the database
};

// Sending instances takes as long as the peer likes: no snapshot is held meanwhile, or the log could not be reused.
Result<void> SqliteIndex::locate(RetrieveScope const& scope, LocationSink const& sink) const {
    std::vector<InstanceLocation> locations;
    auto const keep = [&](InstanceLocation const& location) {
        locations.push_back(location);
        return Result<void>{};
    };
    auto const located = read<void>([&](SqliteConnection& db) { return locate_instances(db, scope, keep); });
    if (!located) return located;
    for (auto const& location : locations)
        if (auto done = sink(location); !done) return done;
    return {};
}

// In pages, for the same reason: whoever asks for every version is about to read every blob.
Result<void> SqliteIndex::for_each_version(VersionSink const& sink) const {
    std::int64_t last = 0;
    while (true) {
        auto const next = [&](SqliteConnection& db) { return read_versions(db, last, versions_in_page); };
        auto const page = read<VersionPage>(next);
        if (!page) return fail(page.error());
        if (page->versions.empty()) return {};
        for (auto const& version : page->versions)
            if (auto done = sink(version); !done) return done;
        last = page->last;
    }
}

}  // namespace

Result<std::unique_ptr<Index>> open_sqlite_index(std::filesystem::path const& file,
                                                 SqliteIndexSettings const& settings) {
    // Made here so that it, and the log that takes its mode from it, belong to nobody else.
    if (auto const made = open_file(file.string(), O_RDWR | O_CREAT); !made)
        return fail(ErrorCode::out_of_resources, made.error().detail);
    auto db = SqliteConnection::open(file, SqliteConnection::Access::read_write);
    if (!db) return fail(db.error());
    if (auto ready = bring_up_to_date(**db); !ready) return fail(ready.error());
    return std::unique_ptr<Index>{std::make_unique<SqliteIndex>(file, std::move(*db), settings)};
}

}  // namespace cassette
