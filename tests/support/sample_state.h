#pragma once

#include "archive/archive.h"
#include "archive/pixels/render.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <array>
#include <functional>
#include <string>

namespace cassette::testing {

using StateAlteration = std::function<void(DcmDataset&)>;

// What part10_of() calls its image, and what a state refers to.
inline constexpr char const* sample_image_uid = "1.2.3.4.1";

// A Grayscale Softcopy Presentation State that shows the whole of an image of 64 columns and 48 rows by a window, altered; as a
// Part 10 file.
[[nodiscard]] std::string sample_state(StateAlteration const& alter);
// Column and row of both corners, from 1.
void put_displayed_area(DcmItem& item, std::array<Sint32, 4> const& corners);
// Red grows, green falls, blue is 10, in 256 entries of 16 bits.
void put_palette(DcmDataset& state);

// Stores both and renders the image as PNG through the state.
[[nodiscard]] Result<std::string> rendered_with(std::string const& image, std::string const& state,
                                                RenderRequest request);
// An instance of the study that both are in. The test fails when it is not there.
[[nodiscard]] InstanceLocation located(Archive const& archive, char const* series, char const* instance);

}  // namespace cassette::testing
