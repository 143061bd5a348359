#include "storage/memory_blob_store.h"

#include "storage/memory_blob.h"
#include "storage/sha256.h"

#include <cassert>
#include <map>
#include <mutex>
#include <vector>

namespace cassette {

namespace {

// What the store and the writers that outlive a call share.
class MemoryBlobs {
public:
    void put(Digest const& digest, std::string bytes, std::int64_t stored_at) {
        std::scoped_lock const lock{mutex_};
        auto& entry = blobs_[digest];
        entry.stored_at = stored_at;
        // Shared by the store and everyone who reads.
        if (!entry.blob) entry.blob = std::make_shared<MemoryBlob>(std::move(bytes));
    }
    std::shared_ptr<Blob const> find(Digest const& digest) const {
        std::scoped_lock const lock{mutex_};
        auto const found = blobs_.find(digest);
        return found == blobs_.end() ? nullptr : found->second.blob;
    }
    void erase(Digest const& digest) {
        std::scoped_lock const lock{mutex_};
        blobs_.erase(digest);
    }
    std::vector<BlobInfo> list() const {
        std::scoped_lock const lock{mutex_};
        std::vector<BlobInfo> infos;
        for (auto const& [digest, entry] : blobs_) infos.push_back({digest, entry.blob->size(), entry.stored_at});
        return infos;
    }

private:
    struct Entry {
        std::shared_ptr<Blob const> blob;
        std::int64_t stored_at = 0;
    };
    mutable std::mutex mutex_;
    std::map<Digest, Entry> blobs_;
};

class MemoryBlobWriter final : public BlobWriter {
public:
    explicit MemoryBlobWriter(MemoryBlobs& blobs) : blobs_{blobs} {}
    Result<void> write(std::span<std::byte const> bytes) override {
        bytes_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    }
    Result<Digest> finish() override {
        digest_ = sha256(std::as_bytes(std::span{bytes_}));
        return *digest_;
    }
    Result<void> publish(std::int64_t stored_at) override {
        assert(digest_);
        blobs_.put(*digest_, bytes_, stored_at);
        return {};
    }
    std::uint64_t size() const override { return bytes_.size(); }

private:
    MemoryBlobs& blobs_;
    std::string bytes_;
    std::optional<Digest> digest_;
};

class MemorySpool final : public Spool {
public:
    std::uint64_t size() const override { return bytes_.size(); }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        return MemoryBlob{bytes_}.read_at(offset, out);
    }
    Result<void> append(std::span<std::byte const> bytes) override {
        bytes_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    }

private:
    std::string bytes_;
};

class MemoryBlobStore final : public BlobStore {
public:
    Result<std::unique_ptr<BlobWriter>> create() override {
        return std::unique_ptr<BlobWriter>{std::make_unique<MemoryBlobWriter>(blobs_)};
    }
    Result<std::shared_ptr<Spool>> create_spool() override {
        return std::shared_ptr<Spool>{std::make_shared<MemorySpool>()};
    }
    Result<std::shared_ptr<Blob const>> open(Digest const& digest) const override {
        auto blob = blobs_.find(digest);
        if (!blob) return fail(ErrorCode::not_found, "no such blob");
        return blob;
    }
    Result<bool> contains(Digest const& digest) const override { return blobs_.find(digest) != nullptr; }
    Result<void> remove(Digest const& digest) override {
        blobs_.erase(digest);
        return {};
    }
    Result<void> for_each(Visitor const& visit) const override {
        for (auto const& info : blobs_.list()) {
            if (auto visited = visit(info); !visited) return visited;
        }
        return {};
    }

private:
    MemoryBlobs blobs_;
};

}  // namespace

std::unique_ptr<BlobStore> make_memory_blob_store() { return std::make_unique<MemoryBlobStore>(); }

}  // namespace cassette
