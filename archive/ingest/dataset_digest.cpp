#include "archive/ingest/dataset_digest.h"

#include "archive/part10/file_meta.h"
#include "storage/read_through.h"
#include "storage/sha256.h"

#include <algorithm>
#include <vector>

namespace cassette {

namespace {

constexpr std::size_t magic_end = 132;

}  // namespace

// Every stored blob starts with preamble, "DICM" and, but for some that were sent so, a File Meta group below a mebibyte.
Result<std::uint64_t> dataset_offset(Blob const& blob) {
    constexpr std::uint64_t meta_max = std::uint64_t{1} << 20;
    std::vector<std::byte> head(static_cast<std::size_t>(std::min(blob.size(), magic_end + meta_max)));
    if (head.size() < magic_end) return fail(ErrorCode::malformed, "a stored object without preamble");
    if (auto got = blob.read_at(0, head); !got) return fail(got.error());
    auto const meta = read_file_meta(std::span{head}.subspan(magic_end), MoreBytes::none);
    if (!meta) return fail(meta.error());
    return magic_end + (*meta)->size;
}

Result<Digest> dataset_digest(Blob const& blob) {
    auto const start = dataset_offset(blob);
    if (!start) return fail(start.error());
    Sha256 hash;
    auto const read = read_through(blob, *start, [&](std::span<std::byte const> part) {
        hash.update(part);
        return Result<void>{};
    });
    if (!read) return fail(read.error());
    return hash.finish();
}

}  // namespace cassette
