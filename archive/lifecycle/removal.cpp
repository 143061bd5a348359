#include "archive/lifecycle/removal.h"

#include "archive/lifecycle/blob_owner.h"
#include "archive/part10/described_instance.h"
#include "archive/part10/header.h"
#include "schema/moment.h"

#include <optional>
#include <utility>

namespace cassette {

namespace {

Failure forbidden() { return fail(ErrorCode::not_authorized, "not permitted to this principal"); }

Result<void> restore_instance(Archive& archive, RemovedInstance const& removed) {
    auto const& version = removed.version;
    auto const blob = archive.blobs.open(version.blob);
    if (!blob) return fail(blob.error());
    auto const scanned = scan_blob(**blob, archive.settings.limits);
    if (!scanned) return fail(scanned.error());
    auto described = describe_instance(*scanned, archive.settings);
    if (!described) return fail(described.error());
    auto record = record_of(*std::move(described), {version.blob, version.size, version.stored_at, "restore"},
                            *archive.index.search_values().declared());
    return archive.index.removals().restore(std::move(record), nanoseconds_now());
}

// Nobody may take up a blob between the proof that nothing refers to it and its end. What the index lists is the instance's own;
// the bytes have to say so too.
Result<void> purge_instance(Archive& archive, SOPInstanceUID const& instance, Purged& purged) {
    auto& removals = archive.index.removals();
    auto const pass = archive.blobs.gate().enter_to_free();
    auto const blobs = removals.begin_purge(instance);
    if (!blobs) return fail(blobs.error());
    for (auto const& blob : *blobs) {
        if (is_of_another(archive.blobs, blob, instance, archive.settings.limits)) continue;
        if (auto freed = archive.blobs.remove(blob); !freed) return freed;
        ++purged.blobs;
    }
    if (auto ended = removals.end_purge(instance, nanoseconds_now()); !ended) return ended;
    ++purged.instances;
    return {};
}

}  // namespace

Result<std::uint64_t> remove(Archive& archive, Principal const& principal, RetrieveScope const& scope,
                             std::string reason) {
    if (!may(principal, Permission::remove)) return forbidden();
    auto const removed = archive.index.removals().remove(scope, {nanoseconds_now(), principal.name, std::move(reason)});
    if (!removed) return removed;
    if (*removed == 0) return fail(ErrorCode::not_found, "no such study, series or instance");
    return removed;
}

Result<std::uint64_t> restore(Archive& archive, Principal const& principal, RetrieveScope const& scope) {
    if (!may(principal, Permission::remove)) return forbidden();
    std::uint64_t restored = 0;
    std::optional<Error> failure;
    auto const bring_back = [&](RemovedInstance const& removed) -> Result<void> {
        auto const done = restore_instance(archive, removed);
        if (done)
            ++restored;
        else if (done.error().code != ErrorCode::not_found || !failure)
            failure = done.error();
        return {};
    };
    if (auto looked = archive.index.removals().in_scope(scope, bring_back); !looked) return fail(looked.error());
    if (failure) return fail(*failure);
    if (restored == 0) return fail(ErrorCode::not_found, "nothing of it is deleted");
    return restored;
}

Result<std::vector<RemovedInstance>> list_removed(Archive const& archive, Principal const& principal,
                                                  Removals::Page const& page) {
    if (!may(principal, Permission::remove)) return forbidden();
    return archive.index.removals().list(page);
}

Result<Purged> purge(Archive& archive, Principal const& principal, PurgeStep const& step) {
    if (!may(principal, Permission::purge)) return forbidden();
    Purged purged;
    auto const interrupted = archive.index.removals().unfinished_purges();
    if (!interrupted) return fail(interrupted.error());
    for (auto const& instance : *interrupted)
        if (auto done = purge_instance(archive, instance, purged); !done) return fail(done.error());
    auto const due = archive.index.removals().list({step.removed_before, 0, step.instances_max});
    if (!due) return fail(due.error());
    for (auto const& each : *due)
        if (auto done = purge_instance(archive, each.version.instance, purged); !done) return fail(done.error());
    purged.more = !due->empty() && due->size() == step.instances_max;
    return purged;
}

}  // namespace cassette
