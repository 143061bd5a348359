#include "dicomweb/http/time_slice.h"

#include <doctest/doctest.h>

namespace cassette::http {

TEST_CASE("a slice is over when its length has passed since the thread last waited, and then another begins") {
    using std::chrono::microseconds;
    TimeSlice slice{microseconds{500}};
    auto const begun = TimeSlice::Clock::now();
    slice.begin(begun);
    CHECK_FALSE(slice.is_over(begun));
    CHECK_FALSE(slice.is_over(begun + microseconds{499}));
    CHECK(slice.is_over(begun + microseconds{500}));
    CHECK_FALSE(slice.is_over(begun + microseconds{999}));
    slice.begin(begun + microseconds{900});
    CHECK_FALSE(slice.is_over(begun + microseconds{1'399}));
    CHECK(slice.is_over(begun + microseconds{1'400}));
}

}  // namespace cassette::http
