#include "archive/part10/header.h"

#include "archive/part10/parsed_header.h"
#include "archive/part10/part10_scanner.h"

#include <algorithm>
#include <vector>

namespace cassette {

Result<ScannedInstance> scan_blob(Blob const& blob, DatasetLimits const& limits) {
    constexpr std::size_t piece = 64 * 1024;
    Part10Scanner scanner{limits};
    std::vector<std::byte> buffer(piece);
    std::uint64_t offset = 0;
    while (offset < blob.size()) {
        if (auto const skippable = std::min(scanner.skippable(), blob.size() - offset); skippable > piece) {
            scanner.skip(skippable);
            offset += skippable;
            continue;
        }
        auto const part =
            std::span{buffer}.first(static_cast<std::size_t>(std::min<std::uint64_t>(piece, blob.size() - offset)));
        if (auto got = blob.read_at(offset, part); !got) return fail(got.error());
        if (auto fed = scanner.feed(part); !fed) return fail(fed.error());
        offset += part.size();
    }
    return scanner.finish();
}

Result<std::unique_ptr<DcmDataset>> read_header(Blob const& blob, DatasetLimits const& limits) {
    auto const scanned = scan_blob(blob, limits);
    if (!scanned) return fail(scanned.error());
    return parse_header(scanned->dataset);
}

}  // namespace cassette
