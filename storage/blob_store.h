#pragma once

#include "schema/digest.h"
#include "schema/result.h"
#include "storage/blob_gate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace cassette {

// A file descriptor that stays open and readable while its Blob lives. Offsets are those of Blob::read_at.
struct FileHandle {
    int descriptor;
    std::uint64_t base;  // where byte 0 of the blob lies in the file
};

// An open, immutable blob. Safe to read from several threads at once.
class Blob {
public:
    virtual ~Blob() = default;
    virtual std::uint64_t size() const = 0;  // bytes
    // Fills `out` whole from `offset`. ErrorCode::internal when the range ends beyond the blob or the medium fails.
    virtual Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const = 0;
    // For sendfile, where the store keeps blobs in files; nullopt where it does not.
    virtual std::optional<FileHandle> file() const { return std::nullopt; }
    // Whether reading it now would wait for nothing, as far as its two ends tell. Does not block.
    virtual bool is_at_hand() const { return false; }
};

// A blob on its way in. Bytes are hashed as they pass; memory is constant. Dropping it leaves nothing behind.
// Not thread-safe: one owner, one thread at a time.
class BlobWriter {
public:
    virtual ~BlobWriter() = default;
    // ErrorCode::out_of_resources when the medium is full or refuses.
    virtual Result<void> write(std::span<std::byte const> bytes) = 0;
    // Ends the stream and names it. Nothing is visible or durable yet. Called once, after the last write.
    virtual Result<Digest> finish() = 0;
    // Makes the finished blob durable and visible under its digest; idempotent across writers: the same bytes published
    // twice are one blob, and publishing over a damaged or missing blob heals it. The blob keeps `stored_at`, nanoseconds since
    // 1970, as its BlobInfo's until it is published again.
    virtual Result<void> publish(std::int64_t stored_at) = 0;
    virtual std::uint64_t size() const = 0;  // bytes written so far
};

// Bytes set aside for a while, to be read again in another order: a blob that grows, has no name and is gone with whoever
// holds it. One thread at a time.
class Spool : public Blob {
public:
    // ErrorCode::out_of_resources when the medium is full or refuses.
    virtual Result<void> append(std::span<std::byte const> bytes) = 0;
};

struct BlobInfo {
    Digest digest;
    std::uint64_t size;      // bytes
    std::int64_t stored_at;  // nanoseconds since 1970, of when it was last published
};

// Content-addressed, append-only bytes. Every operation may be called from any thread.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    // ErrorCode::out_of_resources when nothing can be written.
    virtual Result<std::unique_ptr<BlobWriter>> create() = 0;
    // Where blobs on their way in lie. ErrorCode::out_of_resources. Shared by whoever reads it in the end.
    virtual Result<std::shared_ptr<Spool>> create_spool() = 0;
    // ErrorCode::not_found when there is no such blob.
    virtual Result<std::shared_ptr<Blob const>> open(Digest const& digest) const = 0;
    virtual Result<bool> contains(Digest const& digest) const = 0;
    // Frees the blob; success when there is none.
    virtual Result<void> remove(Digest const& digest) = 0;
    // Visits every published blob in no particular order; stops at, and returns, the visitor's first error.
    using Visitor = std::function<Result<void>(BlobInfo const&)>;
    virtual Result<void> for_each(Visitor const& visit) const = 0;

    // Whoever publishes passes it until a row names the blob; whoever frees what no row names passes it too.
    BlobGate& gate() { return gate_; }

private:
    BlobGate gate_;
};

}  // namespace cassette
