#include "archive/retrieve/inflated_range.h"

#include "archive/part10/inflater.h"

#include <algorithm>
#include <vector>

namespace cassette {

Result<std::string> inflated_range(Blob const& blob, ByteRange dataset, ByteRange range) {
    constexpr std::size_t piece = 64 * 1024;
    std::string wanted;
    wanted.reserve(static_cast<std::size_t>(range.length));
    std::uint64_t position = 0;
    std::uint64_t const range_end = range.offset + range.length;
    auto const keep = [&](std::span<std::byte const> bytes) -> Result<void> {
        std::uint64_t const begin = std::max(position, range.offset);
        std::uint64_t const end = std::min(position + bytes.size(), range_end);
        if (begin < end)
            wanted.append(reinterpret_cast<char const*>(bytes.data()) + (begin - position),
                          static_cast<std::size_t>(end - begin));
        position += bytes.size();
        return {};
    };
    Inflater inflater{range_end + (std::uint64_t{1} << 20)};
    std::vector<std::byte> buffer(piece);
    for (std::uint64_t at = 0; at < dataset.length && position < range_end;) {
        auto const part =
            std::span{buffer}.first(static_cast<std::size_t>(std::min<std::uint64_t>(piece, dataset.length - at)));
        if (auto got = blob.read_at(dataset.offset + at, part); !got) return fail(got.error());
        auto const fed = inflater.feed(part, keep);
        if (!fed && position < range_end) return fail(fed.error());
        at += part.size();
    }
    if (wanted.size() != range.length) return fail(ErrorCode::malformed, "the deflated data set ends early");
    return wanted;
}

}  // namespace cassette
