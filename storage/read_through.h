#pragma once

#include "storage/blob_store.h"

#include <algorithm>
#include <span>
#include <vector>

namespace cassette {

// Calls Result<void> take(std::span<std::byte const>) for one piece of the blob after the other, from the byte `begin` on, in
// constant memory. Ends with the first error, of Blob::read_at or of `take`.
template <class Take>
Result<void> read_through(Blob const& blob, std::uint64_t begin, Take const& take) {
    constexpr std::uint64_t piece = 256 * 1024;
    std::vector<std::byte> buffer(static_cast<std::size_t>(std::min(piece, blob.size())));
    for (std::uint64_t offset = begin; offset < blob.size();) {
        auto const part = std::span{buffer}.first(static_cast<std::size_t>(std::min(piece, blob.size() - offset)));
        if (auto read = blob.read_at(offset, part); !read) return read;
        if (auto taken = take(std::span<std::byte const>{part}); !taken) return taken;
        offset += part.size();
    }
    return {};
}

}  // namespace cassette
