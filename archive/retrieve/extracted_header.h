#pragma once

#include "archive/retrieve/extracted_frames.h"

#include <dcmtk/dcmdata/dcdatset.h>

namespace cassette {

// When each frame begins, in seconds since the first, by Frame Time or Frame Time Vector (PS3.3 C.7.6.5); empty where
// an image has neither.
[[nodiscard]] std::vector<double> frame_times(DcmDataset& header, std::uint32_t frames);

// Makes the header of an instance that of the one extracted from it, PS3.4 Y.3.3. What points at frames by their number
// and is optional goes. ErrorCode::internal when DCMTK refuses.
struct ExtractedInstance {
    SOPInstanceUID const& source;
    SOPInstanceUID const& instance;
    std::uint32_t source_frames;
};
[[nodiscard]] Result<void> describe_extraction(DcmDataset& header, ExtractedInstance const& extracted,
                                               FrameExtraction const& extraction);

}  // namespace cassette
