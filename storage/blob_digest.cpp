#include "storage/blob_digest.h"

#include "storage/sha256.h"

#include <algorithm>
#include <vector>

namespace cassette {

Result<Digest> digest_of(Blob const& blob) {
    constexpr std::uint64_t piece = 256 * 1024;
    std::vector<std::byte> buffer(static_cast<std::size_t>(std::min(piece, blob.size())));
    Sha256 hash;
    for (std::uint64_t offset = 0; offset < blob.size();) {
        auto const part = std::span{buffer}.first(static_cast<std::size_t>(std::min(piece, blob.size() - offset)));
        if (auto read = blob.read_at(offset, part); !read) return fail(read.error());
        hash.update(part);
        offset += part.size();
    }
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
