#include "archive/outgoing/retry_policy.h"

#include <doctest/doctest.h>

namespace cassette {

using namespace std::chrono_literals;

TEST_CASE("pauses double with each failure, up to the longest") {
    RetryPolicy const policy{10s, 60s};
    struct {
        std::uint32_t failures;
        std::chrono::seconds longest;
    } const rows[]{{1, 10s}, {2, 20s}, {3, 40s}, {4, 60s}, {5, 60s}, {4'000'000'000U, 60s}};
    for (auto const& row : rows) {
        CAPTURE(row.failures);
        CHECK(retry_pause(policy, row.failures, 1) == row.longest);
        CHECK(retry_pause(policy, row.failures, 0) == row.longest / 2);
        CHECK(retry_pause(policy, row.failures, 0.5) == std::chrono::nanoseconds{row.longest} * 3 / 4);
    }
}

TEST_CASE("a longest pause below the first counts as the first") { CHECK(retry_pause({10s, 1s}, 3, 1) == 10s); }

TEST_CASE("no failure yet is as one") { CHECK(retry_pause({10s, 60s}, 0, 1) == 10s); }

}  // namespace cassette
