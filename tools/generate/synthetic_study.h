#pragma once

#include "schema/result.h"
#include "tools/generate/element_writer.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace cassette::generate {

struct SyntheticPlan {
    std::uint64_t seed = 1;
    std::uint32_t series = 1;     // in a study
    std::uint32_t instances = 1;  // in a series
    std::uint16_t rows = 64;
    std::uint16_t columns = 64;
    std::uint32_t frames = 1;
    std::string modality = "CT";  // one of modalities()
    Encoding encoding = Encoding::explicit_little_endian;

    std::uint64_t pixel_bytes() const { return std::uint64_t{2} * rows * columns * frames; }
};

// Which of the instances that a plan describes; all counted from 0.
struct SyntheticPosition {
    std::uint32_t study = 0;
    std::uint32_t series = 0;
    std::uint32_t instance = 0;
};

struct SyntheticUIDs {
    std::string study, series, instance;  // under 2.25, PS3.5 B.2
};

[[nodiscard]] std::string_view modalities();  // the ones we make, separated by spaces
[[nodiscard]] bool is_modality(std::string_view modality);
[[nodiscard]] std::string_view sop_class_of(SyntheticPlan const& plan);
[[nodiscard]] SyntheticUIDs uids_of(SyntheticPlan const& plan, SyntheticPosition const& position);

// Takes the bytes of a file as they are made, a frame at a time.
using ByteSink = std::function<Result<void>(std::string_view)>;

// Writes one SOP Instance as a Part 10 file, in memory for one frame. The same plan and position give the same bytes, on
// every machine. ErrorCode::too_large when the pixel data would not fit a 32-bit length; the sink's error is returned.
[[nodiscard]] Result<void> write_part10(SyntheticPlan const& plan, SyntheticPosition const& position,
                                        ByteSink const& sink);
// The same, for small ones. Asserts that it can be written.
[[nodiscard]] std::string part10_of(SyntheticPlan const& plan, SyntheticPosition const& position);

}  // namespace cassette::generate
