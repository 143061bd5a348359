#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace cassette {

// What is stored uncompressed is rewritten without loss, version by version (docs/decisions/0011-transcoding-policy.md). A
// piece looks at a few versions in the order in which they were stored; what is proven to be the same takes the place of the
// original, which stays in the history until it is freed. What cannot be transcoded is remembered and left alone. A stop or a
// crash at any moment leaves either version current, whole, and nothing half done.
struct TranscodingPolicy {
    TransferSyntaxUID to;  // lossless and encapsulated
    std::uint64_t versions_max = 20;
    std::function<bool()> stopped = [] { return false; };  // asked before each instance and each frame
};

struct TranscodingPiece {
    struct Refusal {
        SOPInstanceUID instance;
        std::string reason;
    };
    std::int64_t last = 0;  // where the next piece goes on
    bool finished = false;  // there was nothing behind where it began
    std::uint64_t transcoded = 0;
    std::uint64_t bytes_before = 0;  // of those, as they were and as they are
    std::uint64_t bytes_after = 0;
    std::vector<Refusal> refusals;
};

// Goes on behind `after`, 0 at first. One caller at a time; anybody may store, delete and read meanwhile.
// ErrorCode::unavailable while search attributes are being filled in (backfill.h); out_of_resources and what else is wrong
// with the stores and not with an object.
[[nodiscard]] Result<TranscodingPiece> transcoding_piece(Archive& archive, Principal const& principal,
                                                         TranscodingPolicy const& policy, std::int64_t after);

// A bounded piece of freeing originals that were superseded before a moment (nanoseconds since 1970). One whose successor
// is not there, whole, stays. Also ends what a crash interrupted. ErrorCode::not_authorized, and what the stores say.
struct FreeStep {
    std::int64_t superseded_before;
    std::uint64_t originals_max = 100;
};
struct FreedOriginals {
    std::uint64_t originals = 0;
    std::uint64_t kept = 0;  // their successor is damaged
    bool more = false;       // there may be more: call again
};
[[nodiscard]] Result<FreedOriginals> free_originals(Archive& archive, Principal const& principal, FreeStep const& step);

}  // namespace cassette
