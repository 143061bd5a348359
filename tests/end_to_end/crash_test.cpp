// The promise: what was acknowledged is never lost, whenever the node dies.

#include "tests/end_to_end/stow_client.h"
#include "tests/support/dicom_object.h"
#include "tests/support/dimse_tools.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace cassette::testing {

namespace {

constexpr int rounds = 20;
constexpr int instances = 40;

// Reads the log of a running storescu until it has acknowledged so many, or has ended.
void wait_for_acknowledgements(ChildProcess& storescu, std::filesystem::path const& log, std::size_t count) {
    constexpr std::chrono::milliseconds between_looks{1};
    while (acknowledged_files(read_file(log)).size() < count) {
        if (storescu.wait(between_looks)) return;
    }
}

void check_acknowledged(Node const& node, std::vector<std::filesystem::path> const& files) {
    for (auto const& file : files) {
        CAPTURE(file);
        auto const object = read_dicom_object(file);
        REQUIRE(object);
        auto const fetched = get(node.dicom_web("/studies/" + object->study + "/series/" + object->series +
                                                "/instances/" + object->instance),
                                 "application/dicom; transfer-syntax=*");
        CHECK(fetched.status == 200);
        CHECK((dataset_of(fetched.body) == dataset_of(read_file(file))));
    }
}

}  // namespace

TEST_CASE("kill -9 in the middle of a C-STORE stream loses nothing acknowledged, twenty times") {
    TemporaryDirectory const scratch;
    auto const seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random{seed};
    std::vector<std::filesystem::path> acknowledged;
    std::size_t cut_short = 0;
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        auto const folder = scratch / ("in" + std::to_string(round));
        REQUIRE(run_command({CASSETTE_GENERATE, "--seed", std::to_string(round), "--instances",
                             std::to_string(instances), "--rows", "256", "--columns", "256", "--flat", "--out", folder})
                    .exit_code == 0);
        auto node = Node::start(scratch / "data");
        auto const log = scratch / ("log" + std::to_string(round));
        auto storescu = ChildProcess::start(store_scu_command(node, {"-R"}, files_below(folder)),
                                            {.input = "/dev/null", .output = log, .errors = log});
        wait_for_acknowledgements(storescu, log, std::uniform_int_distribution<std::size_t>{0, instances - 10}(random));
        node.process().kill();
        CHECK(storescu.wait(std::chrono::seconds{60}).has_value());
        auto const now = acknowledged_files(read_file(log));
        if (now.size() < instances) ++cut_short;

        auto again = Node::start(scratch / "data");
        check_acknowledged(again, now);
        CHECK(again.stop() == 0);
        CHECK(exit_code_of("verify", scratch / "data") == 0);
        acknowledged.insert(acknowledged.end(), now.begin(), now.end());
    }
    MESSAGE(acknowledged.size() << " instances acknowledged, " << cut_short << " streams cut short");
    CHECK(cut_short > rounds / 2);
    auto node = Node::start(scratch / "data");
    check_acknowledged(node, acknowledged);
    CHECK(std::filesystem::is_empty(scratch / "data" / "incoming"));
    CHECK(node.stop() == 0);
}

}  // namespace cassette::testing
