#pragma once

#include "storage/index.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace cassette {

// Who deleted something, when and why.
struct Removal {
    std::int64_t at = 0;  // nanoseconds since 1970
    std::string by;       // the principal's name
    std::string reason;   // no patient data
};

// A deleted SOP Instance with the version that was current.
struct RemovedInstance {
    StudyInstanceUID study;
    SeriesInstanceUID series;
    VersionInfo version;
    Removal removal;
};

// What is deleted: hidden from every find and retrieval, but kept until it is purged. Storing such an instance again
// brings it back with its history. As the Index it belongs to: thread-safe, durable on return.
class Removals {
public:
    virtual ~Removals() = default;

    // Hides the current instances in the scope, in one transaction; gives how many there were.
    virtual Result<std::uint64_t> remove(RetrieveScope const& scope, Removal const& removal) = 0;

    // Removed instances of the scope in the order of their keys; those being purged are not told.
    using Sink = std::function<Result<void>(RemovedInstance const&)>;
    virtual Result<void> in_scope(RetrieveScope const& scope, Sink const& sink) const = 0;
    // The same of all, longest removed first, removed before a moment (nanoseconds since 1970); at most `limit`.
    struct Page {
        std::int64_t before;
        std::uint64_t offset;
        std::uint64_t limit;
    };
    virtual Result<std::vector<RemovedInstance>> list(Page const& page) const = 0;

    // Makes a removed instance visible again at a moment (nanoseconds since 1970); `record` is derived from its current
    // version's blob. ErrorCode::not_found when it is not removed, or is being purged.
    virtual Result<void> restore(InstanceRecord record, std::int64_t at) = 0;

    // Purging takes two steps with the freeing of the blobs between them, so that a crash leaves nothing half gone: from
    // the first on the instance cannot be restored. Gives the blobs of all its versions, oldest first, which are its own: a blob
    // names its SOP Instance (decision 18). The caller keeps others from publishing blobs from before this step until the last
    // (storage/blob_gate.h).
    // ErrorCode::not_found when it is not removed.
    virtual Result<std::vector<Digest>> begin_purge(SOPInstanceUID const& instance) = 0;
    virtual Result<void> end_purge(SOPInstanceUID const& instance, std::int64_t at) = 0;
    // Instances whose purge began and did not end.
    virtual Result<std::vector<SOPInstanceUID>> unfinished_purges() const = 0;
};

}  // namespace cassette
