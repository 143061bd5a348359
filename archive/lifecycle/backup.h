#pragma once

#include "archive/access/principal.h"
#include "archive/lifecycle/verify.h"
#include "storage/blob_store.h"
#include "storage/index.h"

#include <cstdint>
#include <functional>

namespace cassette {

// Where blobs are copied from. Errors as of BlobStore::open.
using BlobSource = std::function<Result<std::shared_ptr<Blob const>>(Digest const&)>;

struct BackupProgress {
    std::uint64_t versions = 0;  // seen so far
    std::uint64_t copied = 0;    // blobs
    std::uint64_t bytes = 0;     // of them
    std::uint64_t faults = 0;
};

struct BackupObserver {
    std::function<void(VersionInfo const&, Fault)> on_fault;
    std::function<void(BackupProgress const&)> on_progress;  // after each version
};

struct BackupStores {
    Index const& index;  // nobody changes it meanwhile
    BlobSource from;
    BlobStore& to;
};

// Copies the blob of every version of the index that `to` has not yet, or not in its length; each is hashed on the way and comes into being whole,
// durable and under its digest, or not at all. Faults of the source are reported, not returned; an error is one of the index
// or of `to`.
[[nodiscard]] Result<BackupProgress> copy_blobs(BackupStores const& stores, Principal const& principal,
                                                BackupObserver const& observer);

}  // namespace cassette
