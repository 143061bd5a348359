#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <cstdint>
#include <functional>

namespace cassette {

enum class Fault {
    missing,       // the index names a blob that is not there
    unreadable,    // the medium fails
    wrong_digest,  // the bytes are not those that were stored
    wrong_size,
    wrong_identity,  // the object is not of the SOP Instance UID that the index says
};
[[nodiscard]] std::string_view describe(Fault fault);

struct VerifyProgress {
    std::uint64_t versions = 0;  // read so far
    std::uint64_t bytes = 0;     // read so far
    std::uint64_t faults = 0;
    std::uint64_t unreferenced =
        0;  // blobs that the index does not name: stored but never acknowledged, or purged late
};

struct VerifyObserver {
    std::function<void(VersionInfo const&, Fault)> on_fault;
    std::function<void(VerifyProgress const&)> on_progress;  // after each version
};

// Reads every version's blob again and compares digest, size and identity with the index; then counts the blobs that no
// version names. Faults are reported, not returned; an error is one of the stores themselves.
[[nodiscard]] Result<VerifyProgress> verify(Archive const& archive, Principal const& principal,
                                            VerifyObserver const& observer);

}  // namespace cassette
