#include "storage/outbox.h"

#include "tests/support/temporary_directory.h"
#include "tools/commands.h"
#include "tools/data_folder.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using Action = OutboxRequest::Action;

// Works on the outbox of a data folder that nobody else has.
template <class Work>
void in_outbox(Configuration const& configuration, Work const& work) {
    auto const folder = DataFolder::open(configuration.data, CreateFolder::if_missing);
    REQUIRE(folder);
    auto const stores = open_stores(*folder, configuration, folder->index_file());
    REQUIRE(stores);
    work(stores->index->outbox());
}

void queue(Configuration const& configuration) {
    in_outbox(configuration, [](Outbox& outbox) {
        constexpr std::int64_t far = 4'000'000'000'000'000'000;
        for (auto const* destination : {"PACS", "RIS", "OTHER"})
            REQUIRE(outbox.enqueue({TaskKind::forward, *AETitle::parse(destination), "1.2.3", "", 1, far}));
    });
}

std::size_t waiting(Configuration const& configuration) {
    std::size_t count = 0;
    in_outbox(configuration, [&](Outbox& outbox) { count = outbox.list({})->size(); });
    return count;
}

}  // namespace

TEST_CASE("operators drop what they name, and everything only when they say so") {
    testing::TemporaryDirectory const scratch;
    Configuration configuration;
    configuration.data = scratch / "data";
    queue(configuration);
    CHECK(manage_outbox(configuration, {.action = Action::list}) == ExitCode::done);
    CHECK(manage_outbox(configuration, {.action = Action::drop}) == ExitCode::usage);
    CHECK(waiting(configuration) == 3);
    CHECK(manage_outbox(configuration, {.action = Action::drop, .destination = "RIS"}) == ExitCode::done);
    CHECK(waiting(configuration) == 2);
    CHECK(manage_outbox(configuration, {.action = Action::drop, .id = 1}) == ExitCode::done);
    CHECK(waiting(configuration) == 1);
    CHECK(manage_outbox(configuration, {.action = Action::drop, .all = true}) == ExitCode::done);
    CHECK(waiting(configuration) == 0);
}

TEST_CASE("operators make what waits due now") {
    testing::TemporaryDirectory const scratch;
    Configuration configuration;
    configuration.data = scratch / "data";
    queue(configuration);
    CHECK(manage_outbox(configuration, {.action = Action::retry, .destination = "PACS"}) == ExitCode::done);
    in_outbox(configuration, [](Outbox& outbox) {
        CHECK(outbox.list({{.destination = "PACS"}})->front().task.not_before < 4'000'000'000'000'000'000);
        CHECK(outbox.list({{.destination = "RIS"}})->front().task.not_before == 4'000'000'000'000'000'000);
    });
}

TEST_CASE("an unknown kind and a folder without an index are told") {
    testing::TemporaryDirectory const scratch;
    Configuration configuration;
    configuration.data = scratch / "data";
    CHECK(manage_outbox(configuration, {.kind = "mail"}) == ExitCode::usage);
    CHECK(manage_outbox(configuration, {}) == ExitCode::failed);
}

}  // namespace cassette
