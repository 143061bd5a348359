#pragma once

#include "schema/result.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cassette {

// Which frames of a multi-frame image are to be extracted, as the request says it, PS3.4 Y.3.2.1: exactly one of the
// three.
struct FrameSelection {
    std::vector<std::uint32_t> simple = {};  // Simple Frame List (0008,1161): frame numbers
    std::vector<std::uint32_t> calculated =
        {};                               // Calculated Frame List (0008,1162): first, last, increment, first, ...
    std::vector<double> time_range = {};  // Time Range (0008,1163): start and end, seconds since Content Time
    bool operator==(FrameSelection const&) const = default;
};

// The frames that are meant, ascending, of an image with `frames` of them, which begin at `times` (seconds; empty where
// it is not time-based). Those that there are not do not count. ErrorCode::malformed: the request is invalid;
// nonconformant: a Time Range and no times; not_found: no frame is left.
[[nodiscard]] Result<std::vector<std::uint32_t>> selected_frames(FrameSelection const& selection, std::uint32_t frames,
                                                                 std::span<double const> times);

}  // namespace cassette
