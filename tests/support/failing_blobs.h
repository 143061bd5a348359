#pragma once

#include "storage/blob_store.h"

namespace cassette::testing {

// The blobs of another store on a medium that fails: they are there and open, and cannot be read.
class FailingBlobs final : public BlobStore {
public:
    explicit FailingBlobs(BlobStore& sound) : sound_{sound} {}
    Result<std::unique_ptr<BlobWriter>> create() override { return sound_.create(); }
    Result<std::shared_ptr<Spool>> create_spool() override { return sound_.create_spool(); }
    Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override {
        auto blob = sound_.open(digest);
        if (!blob) return blob;
        return std::shared_ptr<Blob const>{std::make_shared<FailingBlob>((*blob)->size())};
    }
    Result<bool> contains(Digest const& digest) const override { return sound_.contains(digest); }
    Result<void> remove(Digest const& digest) override { return sound_.remove(digest); }
    Result<void> for_each(Visitor const& visit) const override { return sound_.for_each(visit); }

private:
    class FailingBlob final : public Blob {
    public:
        explicit FailingBlob(std::uint64_t size) : size_{size} {}
        std::uint64_t size() const override { return size_; }
        Result<void> read_at(std::uint64_t, std::span<std::byte>) const override {
            return fail(ErrorCode::internal, "the medium fails");
        }

    private:
        std::uint64_t size_;
    };

    BlobStore& sound_;
};

}  // namespace cassette::testing
