#include "dimse/storing_priority.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <thread>

using namespace cassette::dimse;

TEST_CASE("a thread that stores is lowered once, and none beside it") {
    auto const nice_value = [] { return getpriority(PRIO_PROCESS, 0); };
    auto const usual = nice_value();
    int once = 0, twice = 0;
    std::thread{[&] {
        let_searches_go_first();
        once = nice_value();
        let_searches_go_first();
        twice = nice_value();
    }}.join();
    CHECK(once == std::min(usual + 10, 19));
    CHECK(twice == once);
    CHECK(nice_value() == usual);
}
