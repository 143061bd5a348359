#include "storage/sqlite_index.h"

#include "storage/posix_file.h"
#include "storage/reader_pool.h"
#include "storage/search_value_rows.h"
#include "storage/sqlite_changes.h"
#include "storage/sqlite_find.h"
#include "storage/sqlite_outbox.h"
#include "storage/sqlite_removals.h"
#include "storage/sqlite_retrieve.h"
#include "storage/sqlite_schema.h"
#include "storage/sqlite_search_values.h"
#include "storage/sqlite_transcodings.h"
#include "storage/sqlite_worklist.h"
#include "storage/sqlite_writer.h"
#include "storage/study_stamps.h"
#include "storage/transaction.h"

#include <fcntl.h>

#include <utility>

namespace cassette {

namespace {

constexpr std::int64_t versions_in_page = 1000;

class SqliteRemovals final : public Removals {
public:
    SqliteRemovals(SqliteWriter& writer, ReaderPool& readers, StudyStamps& stamps)
        : writer_{writer}, readers_{readers}, stamps_{stamps} {}

    Result<std::uint64_t> remove(RetrieveScope const& scope, Removal const& removal) override {
        std::uint64_t removed = 0;
        auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter& committer) -> Result<void> {
            auto const count = remove_instances(db, committer, scope, removal);
            if (!count) return fail(count.error());
            removed = *count;
            return {};
        });
        stamps_.all_changed();
        return done ? Result<std::uint64_t>{removed} : fail(done.error());
    }
    Result<void> in_scope(RetrieveScope const& scope, Sink const& sink) const override;
    Result<std::vector<RemovedInstance>> list(Page const& page) const override {
        return read<std::vector<RemovedInstance>>([&](SqliteConnection& db) { return list_removed(db, page); });
    }
    Result<void> restore(InstanceRecord record, std::int64_t at) override {
        auto const prepared = prepare_record(std::move(record));
        auto restored = writer_.perform(
            [&](SqliteConnection&, InstanceCommitter& committer) { return committer.restore(prepared, at); });
        stamps_.all_changed();
        return restored;
    }
    Result<std::vector<Digest>> begin_purge(SOPInstanceUID const& instance) override;
    Result<void> end_purge(SOPInstanceUID const& instance, std::int64_t at) override {
        return writer_.perform(
            [&](SqliteConnection&, InstanceCommitter& committer) { return committer.purge(instance, at); });
    }
    Result<std::vector<SOPInstanceUID>> unfinished_purges() const override {
        return read<std::vector<SOPInstanceUID>>([](SqliteConnection& db) { return marked_for_purge(db); });
    }

private:
    template <class T, class Operation>
    Result<T> read(Operation const& operation) const {
        auto lease = readers_.lease();
        if (!lease) return fail(lease.error());
        return operation(**lease);
    }

    SqliteWriter& writer_;
    ReaderPool& readers_;
    StudyStamps& stamps_;
};

// No snapshot is held while the sink works: it may open blobs.
Result<void> SqliteRemovals::in_scope(RetrieveScope const& scope, Sink const& sink) const {
    auto const look = [&](SqliteConnection& db) { return removed_in_scope(db, scope); };
    auto const removed = read<std::vector<RemovedInstance>>(look);
    if (!removed) return fail(removed.error());
    for (auto const& each : *removed)
        if (auto done = sink(each); !done) return done;
    return {};
}

Result<std::vector<Digest>> SqliteRemovals::begin_purge(SOPInstanceUID const& instance) {
    std::vector<Digest> unused;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto found = mark_for_purge(db, instance);
        if (!found) return fail(found.error());
        unused = *std::move(found);
        return {};
    });
    if (!done) return fail(done.error());
    return unused;
}

class SqliteIndex final : public Index {
public:
    struct Opened {
        std::unique_ptr<SqliteConnection> db;
        DeclaredAttributes declared;
    };
    SqliteIndex(std::filesystem::path const& file, Opened opened, SqliteIndexSettings const& settings)
        : readers_{file, settings.readers},
          writer_{std::move(opened.db), readers_, settings.batch_max, settings.writability},
          search_values_{writer_, readers_, std::move(opened.declared)},
          transcodings_{writer_, readers_, stamps_},
          writability_{settings.writability} {
        if (writability_ != nullptr) writability_->probe_index_by([this] { return writer_.probe(); });
    }
    SqliteIndex(SqliteIndex const&) = delete;
    SqliteIndex& operator=(SqliteIndex const&) = delete;
    ~SqliteIndex() override {
        if (writability_ != nullptr) writability_->probe_index_by({});
    }

    Result<Committed> commit(InstanceRecord record, OnDuplicate policy) override {
        auto const study = record.study;
        auto committed = writer_.commit(prepare_record(std::move(record)), policy);
        stamps_.changed(study);
        // Whoever is superseded may have been in another study.
        if (committed && *committed == Committed::superseded) stamps_.all_changed();
        return committed;
    }

    std::optional<std::uint64_t> stamp(StudyInstanceUID const& study) const override { return stamps_.of(study); }

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
    Result<std::vector<Change>> changes(ChangeRange const& range) const override {
        return read<std::vector<Change>>([&](SqliteConnection& db) { return read_changes(db, range); });
    }
    Removals& removals() override { return removals_; }
    SearchValues& search_values() override { return search_values_; }
    SearchValues const& search_values() const override { return search_values_; }
    Transcodings& transcodings() override { return transcodings_; }
    Outbox& outbox() override { return outbox_; }
    Arrivals& arrivals() override { return arrivals_; }
    Worklist& worklist() override { return worklist_; }
    Worklist const& worklist() const override { return worklist_; }

private:
    template <class T, class Operation>
    Result<T> read(Operation const& operation) const {
        auto lease = readers_.lease_state();
        if (!lease) return fail(lease.error());
        return operation(**lease);
    }

    mutable ReaderPool readers_;
    SqliteWriter writer_;
    StudyStamps stamps_;
    SqliteRemovals removals_{writer_, readers_, stamps_};
    SqliteSearchValues search_values_;
    SqliteTranscodings transcodings_;
    SqliteOutbox outbox_{writer_, readers_};
    SqliteArrivals arrivals_{writer_, readers_};
    SqliteWorklist worklist_{writer_, readers_};
    Writability* writability_;
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

// A database of an earlier version does not know them, and neither does a new one.
Result<DeclaredAttributes> declare_built_in(SqliteConnection& db) {
    auto transaction = Transaction::begin(db);
    if (!transaction) return fail(transaction.error());
    if (auto done = declare_attributes(db, std::nullopt); !done) return fail(done.error());
    if (auto done = transaction->commit(); !done) return fail(done.error());
    return read_declared(db);
}

}  // namespace

Result<std::unique_ptr<Index>> open_sqlite_index(std::filesystem::path const& file,
                                                 SqliteIndexSettings const& settings) {
    // Made here so that it, and the log that takes its mode from it, belong to nobody else.
    if (auto const made = open_file(file.string(), O_RDWR | O_CREAT); !made)
        return fail(ErrorCode::out_of_resources, made.error().detail);
    auto db = SqliteConnection::open(file, SqliteConnection::Access::read_write);
    if (!db) return fail(db.error());
    bool const may_change = settings.schema_update == SchemaUpdate::allowed;
    if (auto ready = may_change ? bring_up_to_date(**db) : check_up_to_date(**db); !ready) return fail(ready.error());
    auto declared = may_change ? declare_built_in(**db) : read_declared(**db);
    if (!declared) return fail(declared.error());
    return std::unique_ptr<Index>{
        std::make_unique<SqliteIndex>(file, SqliteIndex::Opened{std::move(*db), std::move(*declared)}, settings)};
}

Result<void> check_sqlite_index(std::filesystem::path const& file) {
    auto const db = SqliteConnection::open(file, SqliteConnection::Access::read_only);
    if (!db) return fail(db.error());
    return check_whole(**db);
}

Result<void> copy_sqlite_index(std::filesystem::path const& from, std::filesystem::path const& to) {
    std::error_code error;
    if (!std::filesystem::exists(from, error)) return fail(ErrorCode::not_found, "no index " + from.string());
    auto source = SqliteConnection::open(from, SqliteConnection::Access::read_only);
    if (!source) return fail(source.error());
    {
        auto copy = SqliteConnection::open(to, SqliteConnection::Access::read_write);
        if (!copy) return fail(copy.error());
        if (auto copied = (*source)->copy_to(**copy); !copied) return copied;
    }
    auto const file = open_file(to.native(), O_RDWR);
    if (!file) return fail(file.error());
    return sync_data(file->get());
}

}  // namespace cassette
