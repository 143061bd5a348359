#include "archive/lifecycle/verify.h"

#include "archive/part10/part10_scanner.h"
#include "storage/read_through.h"
#include "storage/sha256.h"

#include <optional>
#include <set>
#include <vector>

namespace cassette {

namespace {

// Reads the blob once: for its digest and, by the scanner, for whose it is.
std::optional<Fault> fault_of_bytes(Blob const& blob, VersionInfo const& version, DatasetLimits const& limits) {
    Sha256 hash;
    Part10Scanner scanner{limits};
    bool scannable = true;
    auto const read = read_through(blob, 0, [&](std::span<std::byte const> part) {
        hash.update(part);
        scannable = scannable && scanner.feed(part).has_value();
        return Result<void>{};
    });
    if (!read) return Fault::unreadable;
    if (hash.finish() != version.blob) return Fault::wrong_digest;
    bool const same = scannable && scanner.sop_instance() == version.instance.str();
    return same ? std::nullopt : std::optional{Fault::wrong_identity};
}

std::optional<Fault> fault_of(Archive const& archive, VersionInfo const& version) {
    auto const blob = archive.blobs.open(version.blob);
    if (!blob) return blob.error().code == ErrorCode::not_found ? Fault::missing : Fault::unreadable;
    if ((*blob)->size() != version.size) return Fault::wrong_size;
    return fault_of_bytes(**blob, version, archive.settings.limits);
}

}  // namespace

std::string_view describe(Fault fault) {
    switch (fault) {
        case Fault::missing: return "missing";
        case Fault::unreadable: return "unreadable";
        case Fault::wrong_digest: return "changed: its bytes have another digest";
        case Fault::wrong_size: return "changed: it has another size";
        case Fault::wrong_identity: return "indexed under another SOP Instance UID";
    }
    return {};
}

Result<VerifyProgress> verify(Archive const& archive, Principal const&, VerifyObserver const& observer) {
    VerifyProgress progress;
    std::set<Digest> referenced;
    auto const check = [&](VersionInfo const& version) -> Result<void> {
        referenced.insert(version.blob);
        if (auto const fault = fault_of(archive, version)) {
            ++progress.faults;
            observer.on_fault(version, *fault);
        }
        ++progress.versions;
        progress.bytes += version.size;
        observer.on_progress(progress);
        return {};
    };
    if (auto checked = archive.index.for_each_version(check); !checked) return fail(checked.error());
    auto const count_unreferenced = [&](BlobInfo const& info) -> Result<void> {
        if (!referenced.contains(info.digest)) ++progress.unreferenced;
        return {};
    };
    if (auto counted = archive.blobs.for_each(count_unreferenced); !counted) return fail(counted.error());
    return progress;
}

}  // namespace cassette
