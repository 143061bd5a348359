#include "storage/blob_gate.h"

#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <optional>
#include <thread>
#include <vector>

namespace cassette {

TEST_CASE("several may publish at the same time") {
    BlobGate gate;
    auto const first = gate.enter_to_publish();
    auto const second = std::async(std::launch::async, [&] { auto const pass = gate.enter_to_publish(); });
    second.wait();
}

TEST_CASE("who frees waits for those who publish, and keeps later ones out meanwhile") {
    BlobGate gate;
    std::optional publishing{gate.enter_to_publish()};
    std::atomic<int> inside = 1;
    std::promise<void> freeing;
    std::thread freer{[&] {
        auto const pass = gate.enter_to_free();
        CHECK(inside == 0);
        freeing.set_value();
    }};
    inside = 0;
    publishing.reset();
    freeing.get_future().wait();
    freer.join();
    auto const again = gate.enter_to_publish();
}

TEST_CASE("publishing and freeing never meet, however many try") {
    BlobGate gate;
    std::atomic<int> publishing = 0, freeing = 0;
    std::atomic<bool> met = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, frees = i % 2 == 0] {
            for (int round = 0; round < 500; ++round) {
                auto const pass = frees ? gate.enter_to_free() : gate.enter_to_publish();
                auto& mine = frees ? freeing : publishing;
                ++mine;
                if (freeing > 1 || (freeing == 1 && publishing > 0)) met = true;
                --mine;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK_FALSE(met);
}

}  // namespace cassette
