#include "tools/background_work.h"

#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <thread>

namespace cassette {

TEST_CASE("a step that has more to do runs again at once") {
    std::atomic<int> steps = 0;
    std::promise<void> third;
    BackgroundWork const work{[&] {
        if (++steps == 3) third.set_value();
        return steps < 3 ? std::chrono::milliseconds{0} : std::chrono::hours{1};
    }};
    third.get_future().wait();
    CHECK(steps == 3);
}

TEST_CASE("work that is woken does not rest, not even when it was busy when that happened") {
    std::atomic<int> steps = 0;
    std::promise<void> first, third;
    std::promise<void> go_on;
    BackgroundWork work{[&] {
        auto const step = ++steps;
        if (step == 1) {
            first.set_value();
            go_on.get_future().wait();
        }
        if (step == 3) third.set_value();
        return std::chrono::hours{1};
    }};
    first.get_future().wait();
    work.wake();
    go_on.set_value();
    while (steps < 2) std::this_thread::yield();
    work.wake();
    third.get_future().wait();
    CHECK(steps == 3);
}

TEST_CASE("stopping ends a rest and waits for the piece at hand") {
    std::promise<void> begun;
    std::atomic<bool> ended = false;
    {
        BackgroundWork const work{[&] {
            begun.set_value();
            ended = true;
            return std::chrono::hours{1};
        }};
        begun.get_future().wait();
    }
    CHECK(ended);
}

}  // namespace cassette
