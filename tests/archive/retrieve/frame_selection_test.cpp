#include "archive/retrieve/frame_selection.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using Numbers = std::vector<std::uint32_t>;

ErrorCode refused(FrameSelection const& selection, std::span<double const> times = {}) {
    auto const frames = selected_frames(selection, 10, times);
    REQUIRE_FALSE(frames);
    return frames.error().code;
}

}  // namespace

TEST_CASE("a Simple Frame List ascends; frames that there are not do not count (PS3.4 Y.3.2.1.1)") {
    CHECK(*selected_frames({.simple = {2, 5, 10}}, 10, {}) == Numbers{2, 5, 10});
    CHECK(*selected_frames({.simple = {2, 11}}, 10, {}) == Numbers{2});
    CHECK(refused({.simple = {11, 12}}) == ErrorCode::not_found);
    CHECK(refused({.simple = {0, 1}}) == ErrorCode::malformed);
    CHECK(refused({.simple = {2, 2}}) == ErrorCode::malformed);
    CHECK(refused({.simple = {3, 2}}) == ErrorCode::malformed);
}

TEST_CASE("a Calculated Frame List is sub-ranges with their steps (PS3.4 Y.3.2.1.2)") {
    CHECK(*selected_frames({.calculated = {1, 3, 1}}, 10, {}) == Numbers{1, 2, 3});
    CHECK(*selected_frames({.calculated = {1, 3, 2, 5, 10, 4}}, 10, {}) == Numbers{1, 3, 5, 9});
    CHECK(*selected_frames({.calculated = {8, 0xFFFFFFFF, 1}}, 10, {}) == Numbers{8, 9, 10});
    CHECK(refused({.calculated = {11, 20, 1}}) == ErrorCode::not_found);
    for (auto const& wrong : {Numbers{1, 3}, Numbers{0, 3, 1}, Numbers{3, 1, 1}, Numbers{1, 3, 0},
                              Numbers{1, 5, 1, 4, 8, 1}, Numbers{5, 8, 1, 1, 3, 1}})
        CHECK(refused({.calculated = wrong}) == ErrorCode::malformed);
}

TEST_CASE("a Time Range is of frames that begin within it (PS3.4 Y.3.2.1.3)") {
    std::vector<double> const times{0, 0.5, 1, 1.5};
    CHECK(*selected_frames({.time_range = {0.5, 1}}, 4, times) == Numbers{2, 3});
    CHECK(refused({.time_range = {2, 3}}, times) == ErrorCode::not_found);
    CHECK(refused({.time_range = {0, 1}}) == ErrorCode::nonconformant);
    CHECK(refused({.time_range = {1, 0}}, times) == ErrorCode::malformed);
    CHECK(refused({.time_range = {1}}, times) == ErrorCode::malformed);
}

TEST_CASE("frames are asked for in one of the three ways (PS3.4 Y.4.1.1.3.1)") {
    CHECK(refused({}) == ErrorCode::malformed);
    CHECK(refused({.simple = {1}, .calculated = {1, 2, 1}}) == ErrorCode::malformed);
}

}  // namespace cassette
