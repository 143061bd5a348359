#pragma once

#include <dcmtk/dcmdata/dcdatset.h>

#include <cstdint>

namespace cassette {

// Copies what the shared and then the per-frame functional groups say of a frame, counted from 1, to the top level, where a
// classic image has it (PS3.3 C.7.6.16): pixel value transformation, VOI LUT, colour range, real world values,
// pixel measures, plane, segment and shutter. Does nothing without groups.
void lift_functional_groups(DcmDataset& dataset, std::uint32_t frame);

}  // namespace cassette
