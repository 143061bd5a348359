#include "storage/guarded_blob_store.h"

#include <optional>
#include <utility>

namespace cassette {

namespace {

constexpr std::uint64_t asked_every = std::uint64_t{8} << 20;  // bytes

// What the writes of one blob have in common: leave, which once refused stays refused, and a note of what went wrong.
class Guard {
public:
    explicit Guard(Writability& writability) : writability_{writability} {}

    Result<void> may(Writing what) {
        if (refused_) return fail(*refused_);
        auto allowed = writability_.may(what);
        if (!allowed) refused_ = allowed.error();
        return allowed;
    }
    Result<void> may_grow(std::uint64_t bytes) {
        grown_ += bytes;
        if (refused_) return fail(*refused_);
        if (grown_ < asked_every) return {};
        grown_ = 0;
        return may(Writing::new_object);
    }
    template <class T>
    Result<T> noted(Result<T> done) {
        if (!done) writability_.note(done.error());
        return done;
    }

private:
    Writability& writability_;
    std::uint64_t grown_ = 0;  // bytes since it was last asked
    std::optional<Error> refused_;
};

class GuardedWriter final : public BlobWriter {
public:
    GuardedWriter(std::unique_ptr<BlobWriter> writer, Guard guard)
        : writer_{std::move(writer)}, guard_{std::move(guard)} {}

    Result<void> write(std::span<std::byte const> bytes) override {
        if (auto may = guard_.may_grow(bytes.size()); !may) return may;
        return guard_.noted(writer_->write(bytes));
    }
    Result<Digest> finish() override {
        if (auto may = guard_.may(Writing::whole_object); !may) return fail(may.error());
        return guard_.noted(writer_->finish());
    }
    Result<void> publish(std::int64_t stored_at) override {
        if (auto may = guard_.may(Writing::whole_object); !may) return may;
        return guard_.noted(writer_->publish(stored_at));
    }
    std::uint64_t size() const override { return writer_->size(); }

private:
    std::unique_ptr<BlobWriter> writer_;
    Guard guard_;
};

class GuardedSpool final : public Spool {
public:
    GuardedSpool(std::shared_ptr<Spool> spool, Guard guard) : spool_{std::move(spool)}, guard_{std::move(guard)} {}

    std::uint64_t size() const override { return spool_->size(); }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        return spool_->read_at(offset, out);
    }
    std::optional<FileHandle> file() const override { return spool_->file(); }
    Result<void> append(std::span<std::byte const> bytes) override {
        if (auto may = guard_.may_grow(bytes.size()); !may) return may;
        return guard_.noted(spool_->append(bytes));
    }

private:
    std::shared_ptr<Spool> spool_;  // the first owner is whoever appends; see BlobStore::create_spool
    Guard guard_;
};

class GuardedBlobStore final : public BlobStore {
public:
    GuardedBlobStore(std::unique_ptr<BlobStore> store, Writability& writability)
        : store_{std::move(store)}, writability_{writability} {}

    Result<std::unique_ptr<BlobWriter>> create() override {
        Guard guard{writability_};
        if (auto may = guard.may(Writing::new_object); !may) return fail(may.error());
        auto writer = guard.noted(store_->create());
        if (!writer) return writer;
        return std::unique_ptr<BlobWriter>{std::make_unique<GuardedWriter>(*std::move(writer), std::move(guard))};
    }
    Result<std::shared_ptr<Spool>> create_spool() override {
        Guard guard{writability_};
        if (auto may = guard.may(Writing::new_object); !may) return fail(may.error());
        auto spool = guard.noted(store_->create_spool());
        if (!spool) return spool;
        // As of the store below.
        return std::shared_ptr<Spool>{std::make_shared<GuardedSpool>(*std::move(spool), std::move(guard))};
    }
    Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override { return store_->open(digest); }
    Result<bool> contains(Digest const& digest) const override { return store_->contains(digest); }
    Result<void> remove(Digest const& digest) override { return Guard{writability_}.noted(store_->remove(digest)); }
    Result<void> for_each(Visitor const& visit) const override { return store_->for_each(visit); }

private:
    std::unique_ptr<BlobStore> store_;
    Writability& writability_;
};

}  // namespace

std::unique_ptr<BlobStore> guard_blob_store(std::unique_ptr<BlobStore> store, Writability& writability) {
    return std::make_unique<GuardedBlobStore>(std::move(store), writability);
}

}  // namespace cassette
