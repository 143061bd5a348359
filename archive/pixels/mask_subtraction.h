#pragma once

#include "archive/pixels/frame.h"
#include "archive/pixels/grey_transform.h"
#include "archive/pixels/mask_shift.h"
#include "archive/pixels/presentation_state.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace cassette {

// What is subtracted from a frame of a multi-frame image, PS3.3 C.7.6.10.1. Frames count from 1.
struct MaskOperation {
    std::vector<std::uint32_t> contrast;  // whose mean is shown, less
    std::vector<std::uint32_t> mask;      // the mean of these,
    MaskShifts shifts = {};               // which is moved before
};

// What the Mask Subtraction Sequence of a presentation state (PS3.3 C.11.13, C.11.19) says of a frame of an image that has
// `frames` of them; nullopt where it says nothing, or names frames that are not there.
[[nodiscard]] std::optional<MaskOperation> mask_operation(DcmItem& state, PresentedFrame const& frame,
                                                          std::uint32_t frames);

// The mean of frames of one description, in modality values (PS3.4 N.2.1.2).
class MeanOfFrames {
public:
    explicit MeanOfFrames(ModalityTransform transform) : transform_{std::move(transform)} {}

    // ErrorCode::not_acceptable when it is not like those before, or no grey image of integers; too_large beyond the memory
    // budget.
    [[nodiscard]] Result<void> add(Frame const& frame);
    // The mean at a point between pixels; beyond the edge what is next to it.
    double at(double x, double y) const;
    PixelDescription const& description() const { return description_; }

private:
    ModalityTransform transform_;
    PixelDescription description_ = {};
    std::vector<double> sums_ = {};
    double count_ = 0;
};

// The difference as a frame of signed integers, one bit more than before. No modality transformation is left to be done.
[[nodiscard]] Frame difference(MeanOfFrames const& contrast, MeanOfFrames const& mask, MaskOperation const& operation);

}  // namespace cassette
