#pragma once

#include "archive/pixels/frame.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/sample_depth.h"
#include "archive/pixels/window.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <optional>

namespace cassette {

// By whose rules grey values are shown.
enum class DisplayRule {
    image,               // PS3.3 C.11.1, C.11.2: of the image alone; a range of values is chosen where nothing is said
    presentation_state,  // PS3.4 N.2.1: what is not said is an identity transformation
};

struct GreyDisplay {
    std::optional<Window> window = std::nullopt;  // instead of what the attributes say
    DisplayRule rule = DisplayRule::image;
    SampleDepth depth = SampleDepth::eight;
};

// The grayscale pipeline of PS3.4 N.2: Modality LUT or rescale; then the window asked for, or else the VOI LUT, or else the
// first window, or else what matters of the values there are, padding excluded; MONOCHROME1 inverted, or Presentation LUT.
// `attributes` holds those of this frame. ErrorCode::not_acceptable for a table that does not fit its descriptor.
[[nodiscard]] Result<Raster> render_grey(Frame const& frame, DcmItem& attributes, GreyDisplay const& display);

}  // namespace cassette
