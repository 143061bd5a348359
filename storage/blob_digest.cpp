#include "storage/blob_digest.h"

#include "storage/read_through.h"
#include "storage/sha256.h"

namespace cassette {

Result<Digest> digest_of(Blob const& blob) {
    Sha256 hash;
    auto const read = read_through(blob, 0, [&](std::span<std::byte const> part) {
        hash.update(part);
        return Result<void>{};
    });
    if (!read) return fail(read.error());
    return hash.finish();
}

Result<bool> is_intact(BlobStore const& blobs, Digest const& digest) {
    auto const blob = blobs.open(digest);
    if (!blob) return blob.error().code == ErrorCode::not_found ? Result<bool>{false} : fail(blob.error());
    auto const found = digest_of(**blob);
    if (!found) return fail(found.error());
    return *found == digest;
}

}  // namespace cassette
