#include "archive/lifecycle/reindex.h"

#include "archive/part10/described_instance.h"
#include "archive/part10/header.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace cassette {

namespace {

Result<std::vector<BlobInfo>> blobs_by_age(BlobStore const& blobs) {
    std::vector<BlobInfo> infos;
    auto const keep = [&](BlobInfo const& info) -> Result<void> {
        infos.push_back(info);
        return {};
    };
    if (auto visited = blobs.for_each(keep); !visited) return fail(visited.error());
    auto const older = [](BlobInfo const& a, BlobInfo const& b) {
        return std::tie(a.stored_at, a.digest) < std::tie(b.stored_at, b.digest);
    };
    std::sort(infos.begin(), infos.end(), older);
    return infos;
}

Result<void> index_blob(Archive& archive, BlobInfo const& info) {
    auto const blob = archive.blobs.open(info.digest);
    if (!blob) return fail(blob.error());
    auto const scanned = scan_blob(**blob, archive.settings.limits);
    if (!scanned) return fail(scanned.error());
    auto described = describe_instance(*scanned, archive.settings);
    if (!described) return fail(described.error());
    auto record = record_of(std::move(*described), {info.digest, info.size, info.stored_at, "reindex"},
                            *archive.index.search_values().declared());
    auto const policy =
        archive.settings.on_duplicate == OnDuplicate::supersede ? OnDuplicate::supersede : OnDuplicate::keep_first;
    auto const committed = archive.index.commit(std::move(record), policy);
    return committed ? Result<void>{} : fail(committed.error());
}

// What is wrong with one blob; anything else is wrong with the stores.
bool is_the_blobs_fault(ErrorCode code) { return code == ErrorCode::malformed || code == ErrorCode::too_large; }

}  // namespace

Result<ReindexProgress> reindex(Archive& archive, Principal const&, ReindexObserver const& observe) {
    auto const infos = blobs_by_age(archive.blobs);
    if (!infos) return fail(infos.error());
    ReindexProgress progress{infos->size(), 0, 0};
    for (auto const& info : *infos) {
        auto const indexed = index_blob(archive, info);
        if (!indexed && !is_the_blobs_fault(indexed.error().code)) return fail(indexed.error());
        ++progress.done;
        if (!indexed) ++progress.refused;
        observe(progress, info.digest, indexed ? nullptr : &indexed.error());
    }
    return progress;
}

}  // namespace cassette
