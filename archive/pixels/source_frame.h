#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace cassette {

// A frame that another was derived from.
struct SourceFrame {
    SOPInstanceUID instance;
    std::uint32_t number = 1;
    bool operator==(SourceFrame const&) const = default;
};

// What Derivation Image Sequence (PS3.3 C.7.6.16.2.6) says of a frame, counted from 1, in its own functional groups or in the
// shared ones; otherwise the one image that Referenced Series Sequence names.
[[nodiscard]] std::vector<SourceFrame> source_frames(DcmDataset& dataset, std::uint32_t number);

// The frames that have a source with that one in common, itself included: the first 64, in order.
[[nodiscard]] std::vector<std::uint32_t> frames_beside(DcmDataset& dataset, std::uint32_t number, std::uint32_t frames);

// A frame of an instance in the archive.
struct LocatedFrame {
    InstanceLocation location;
    std::uint32_t number = 1;
};

// The first source of a segmentation's frame that is in the archive, nullopt when none is. Errors are those of reading the
// object and of the index.
[[nodiscard]] Result<std::optional<LocatedFrame>> underlying_frame(Archive const& archive, Principal const& principal,
                                                                   LocatedFrame const& segmentation);

}  // namespace cassette
