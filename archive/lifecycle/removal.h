#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "storage/removals.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cassette {

// Deletes what is in the scope: it is hidden from every search and retrieval, and kept until it is purged. Gives the number
// of instances. `reason` is for the operator and the list of what is deleted. ErrorCode::not_authorized; not_found when the
// scope has no instance.
[[nodiscard]] Result<std::uint64_t> remove(Archive& archive, Principal const& principal, RetrieveScope const& scope,
                                           std::string reason);

// Makes what was deleted in the scope visible again, each instance described anew from its blob. Gives their number.
// ErrorCode::not_authorized; not_found when nothing of the scope is deleted. An instance whose blob cannot be read stays
// deleted and is the error in the end; the others are restored.
[[nodiscard]] Result<std::uint64_t> restore(Archive& archive, Principal const& principal, RetrieveScope const& scope);

// Deleted instances, longest deleted first. ErrorCode::not_authorized.
[[nodiscard]] Result<std::vector<RemovedInstance>> list_removed(Archive const& archive, Principal const& principal,
                                                                Removals::Page const& page);

// A bounded piece of purging: of the instances that were deleted before a moment (nanoseconds since 1970), at most so many
// are ended, and their blobs are freed. Also ends what a crash interrupted.
struct PurgeStep {
    std::int64_t removed_before;
    std::uint64_t instances_max = 100;
};
struct Purged {
    std::uint64_t instances = 0;
    std::uint64_t blobs = 0;
    bool more = false;  // there may be more: call again
};
// ErrorCode::not_authorized, and what the stores say.
[[nodiscard]] Result<Purged> purge(Archive& archive, Principal const& principal, PurgeStep const& step);

}  // namespace cassette
