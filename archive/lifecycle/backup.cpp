#include "archive/lifecycle/backup.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace cassette {

namespace {

using Copied = std::optional<Fault>;  // none: all of it

// Feeds the whole blob to the writer. A fault when the source cannot be read.
Result<Copied> feed(Blob const& blob, BlobWriter& writer) {
    constexpr std::size_t piece = 1024 * 1024;
    std::vector<std::byte> buffer(static_cast<std::size_t>(std::min<std::uint64_t>(piece, blob.size())));
    for (std::uint64_t offset = 0; offset < blob.size();) {
        auto const part =
            std::span{buffer}.first(static_cast<std::size_t>(std::min<std::uint64_t>(piece, blob.size() - offset)));
        if (!blob.read_at(offset, part)) return Copied{Fault::unreadable};
        if (auto written = writer.write(part); !written) return fail(written.error());
        offset += part.size();
    }
    return Copied{};
}

Result<Copied> copy(VersionInfo const& version, BlobSource const& from, BlobStore& to) {
    auto const blob = from(version.blob);
    if (!blob) return Copied{blob.error().code == ErrorCode::not_found ? Fault::missing : Fault::unreadable};
    if ((*blob)->size() != version.size) return Copied{Fault::wrong_size};
    auto const writer = to.create();
    if (!writer) return fail(writer.error());
    auto const fed = feed(**blob, **writer);
    if (!fed || *fed) return fed;
    auto const digest = (*writer)->finish();
    if (!digest) return fail(digest.error());
    if (*digest != version.blob) return Copied{Fault::wrong_digest};
    if (auto published = (*writer)->publish(version.stored_at); !published) return fail(published.error());
    return Copied{};
}

Result<void> copy_if_lacking(VersionInfo const& version, BackupStores const& stores, BackupObserver const& observer,
                             BackupProgress& progress) {
    // One that was cut short is copied again; only verify, which reads it all, finds more.
    auto const there = stores.to.open(version.blob);
    if (!there && there.error().code != ErrorCode::not_found) return fail(there.error());
    if (there && (*there)->size() == version.size) return {};
    auto const copied = copy(version, stores.from, stores.to);
    if (!copied) return fail(copied.error());
    if (*copied) {
        ++progress.faults;
        observer.on_fault(version, **copied);
        return {};
    }
    ++progress.copied;
    progress.bytes += version.size;
    return {};
}

}  // namespace

Result<BackupProgress> copy_blobs(BackupStores const& stores, Principal const&, BackupObserver const& observer) {
    BackupProgress progress;
    auto const take = [&](VersionInfo const& version) -> Result<void> {
        if (auto done = copy_if_lacking(version, stores, observer, progress); !done) return done;
        ++progress.versions;
        observer.on_progress(progress);
        return {};
    };
    if (auto done = stores.index.for_each_version(take); !done) return fail(done.error());
    return progress;
}

}  // namespace cassette
