#include "archive/retrieve/frame_selection.h"

#include <algorithm>

namespace cassette {

namespace {

using Numbers = std::vector<std::uint32_t>;

Failure invalid() { return fail(ErrorCode::malformed, "not a Frame List of PS3.4 Y.3.2.1"); }

bool ascends(Numbers const& numbers) {
    return std::ranges::adjacent_find(numbers, std::greater_equal{}) == numbers.end();
}

// PS3.4 Y.3.2.1.1.
Result<Numbers> simple_list(FrameSelection const& selection, std::uint32_t frames) {
    auto numbers = selection.simple;
    if (!ascends(numbers) || numbers.front() == 0) return invalid();
    std::erase_if(numbers, [&](auto number) { return number > frames; });
    return numbers;
}

// PS3.4 Y.3.2.1.2: sub-ranges that neither overlap nor go back. FFFFFFFF is the last frame there is.
Result<Numbers> calculated_list(FrameSelection const& selection, std::uint32_t frames) {
    auto const& triplets = selection.calculated;
    if (triplets.size() % 3 != 0) return invalid();
    Numbers numbers;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < triplets.size(); i += 3) {
        auto const first = triplets[i];
        auto const last = triplets[i + 1];
        auto const increment = triplets[i + 2];
        if (first <= before || last < first || increment == 0) return invalid();
        before = last;
        for (std::uint64_t number = first; number <= std::min(last, frames); number += increment)
            numbers.push_back(static_cast<std::uint32_t>(number));
    }
    return numbers;
}

// PS3.4 Y.3.2.1.3: frames that begin within it, its ends included.
Result<Numbers> time_range(FrameSelection const& selection, std::span<double const> times) {
    if (selection.time_range.size() != 2 || !(selection.time_range[0] <= selection.time_range[1])) return invalid();
    if (times.empty()) return fail(ErrorCode::nonconformant, "a Time Range of an image that is not time-based");
    Numbers numbers;
    for (std::size_t i = 0; i < times.size(); ++i)
        if (times[i] >= selection.time_range[0] && times[i] <= selection.time_range[1])
            numbers.push_back(static_cast<std::uint32_t>(i + 1));
    return numbers;
}

}  // namespace

Result<std::vector<std::uint32_t>> selected_frames(FrameSelection const& selection, std::uint32_t frames,
                                                   std::span<double const> times) {
    int const given = (selection.simple.empty() ? 0 : 1) + (selection.calculated.empty() ? 0 : 1) +
        (selection.time_range.empty() ? 0 : 1);
    if (given != 1) return invalid();
    auto numbers = !selection.simple.empty() ? simple_list(selection, frames)
        : !selection.calculated.empty()      ? calculated_list(selection, frames)
                                             : time_range(selection, times);
    if (numbers && numbers->empty()) return fail(ErrorCode::not_found, "none of the frames is there");
    return numbers;
}

}  // namespace cassette
