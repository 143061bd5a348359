#pragma once

#include "archive/retrieve/frame_selection.h"
#include "archive/retrieve/outgoing_dataset.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// Frames of one instance that are to be an instance of their own.
struct FrameExtraction {
    FrameSelection selection;           // as it was asked for; kept in the Frame Extraction Sequence
    std::vector<std::uint32_t> frames;  // which they are, ascending
};

// Finds out which frames are meant. ErrorCode::malformed, nonconformant and not_found as selected_frames;
// unsupported_sop_class for an object without frames, or whose frames are what they are by their place (TILED_FULL,
// PS3.3 C.7.6.17.3); not_acceptable when single frames cannot be had (video).
[[nodiscard]] Result<FrameExtraction> plan_extraction(Archive const& archive, Principal const& principal,
                                                      InstanceLocation const& location,
                                                      FrameSelection const& selection);

// A stored instance. Borrows for the length of a call.
struct StoredInstanceOf {
    Archive const& archive;
    Principal const& principal;
    InstanceLocation const& location;
};

// The instance made of these frames, PS3.4 Y.3.3: its SOP Instance UID is another one, the same each time; functional
// groups and vectors are those of its frames, and it has the Frame Extraction and Contributing Equipment Sequences. In
// the stored transfer syntax where that is accepted and little endian, otherwise uncompressed. Memory holds one frame.
// Errors as outgoing_dataset.
[[nodiscard]] Result<OutgoingDataset> extracted_frames(StoredInstanceOf const& source,
                                                       FrameExtraction const& extraction,
                                                       std::span<std::string const> accepted);

}  // namespace cassette
