#include "storage/sqlite_outbox.h"

#include "storage/removals.h"
#include "storage/sqlite_index.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>

namespace cassette {

namespace {

using testing::instance_uid;
using testing::sample_record;

std::unique_ptr<Index> open(testing::TemporaryDirectory const& folder) {
    auto index = open_sqlite_index(folder / "index.db");
    REQUIRE(index);
    return std::move(*index);
}

NewTask task_for(std::string subject) {
    return {TaskKind::forward, *AETitle::parse("PACS"), std::move(subject), "", 1, 1};
}

Claim claim_of(std::size_t count) { return {*AETitle::parse("PACS"), TaskKind::forward, 10, 1000, "node", count}; }

std::string arrived(Index& index, std::int64_t after = 0) {
    auto const page = index.arrivals().after({after, 100});
    REQUIRE(page);
    std::string all;
    for (auto const& arrival : page->arrivals) all += arrival.instance.str() + ' ';
    return all;
}

}  // namespace

TEST_CASE("tasks outlive the process that queued them, held or not") {
    testing::TemporaryDirectory const folder;
    {
        auto const index = open(folder);
        REQUIRE(index->outbox().enqueue(task_for("1")));
        REQUIRE(index->outbox().enqueue(task_for("2")));
        REQUIRE(index->outbox().claim(claim_of(1))->size() == 1);
    }
    auto const index = open(folder);
    auto& outbox = index->outbox();
    CHECK(outbox.list({})->size() == 2);
    CHECK(outbox.claim(claim_of(5))->size() == 1);
    CHECK(*outbox.release_all("node") == 2);
    auto const tasks = outbox.claim(claim_of(5));
    REQUIRE(tasks);
    REQUIRE(tasks->size() == 2);
    CHECK(*outbox.amend(tasks->front(), "more"));
    CHECK(*outbox.complete(tasks->front()));
    CHECK(*outbox.postpone(tasks->back(), {50, "no"}));
    CHECK(outbox.counts()->front().failed == 1);
    CHECK(*outbox.hasten({}, 3) == 1);
    CHECK(outbox.drop({})->size() == 1);
    CHECK(outbox.counts()->empty());
}

TEST_CASE("workers that share the outbox never hold the same task") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    constexpr int tasks = 60;
    for (int i = 0; i < tasks; ++i) REQUIRE(index->outbox().enqueue(task_for(std::to_string(i))));
    std::mutex mutex;
    std::multiset<std::string> held;
    std::vector<std::thread> workers;
    for (int worker = 0; worker < 4; ++worker)
        workers.emplace_back([&] {
            while (true) {
                auto const claimed = index->outbox().claim(claim_of(3));
                std::scoped_lock const lock{mutex};
                if (!claimed || claimed->empty()) return;
                for (auto const& task : *claimed) held.insert(task.task.subject);
            }
        });
    for (auto& worker : workers) worker.join();
    CHECK(held.size() == tasks);
    CHECK(std::set(held.begin(), held.end()).size() == tasks);
}

TEST_CASE("what has come in is told with what rules ask about") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto record = sample_record({.values = {{"StationName", "CT1"}, {"InstitutionName", "Hospital"}}});
    record.source = "MODALITY@192.0.2.1:1042";
    REQUIRE(index->commit(record, OnDuplicate::supersede));
    auto const page = index->arrivals().after({0, 10});
    REQUIRE(page);
    REQUIRE(page->arrivals.size() == 1);
    auto const& arrival = page->arrivals.front();
    CHECK(arrival.study == record.study);
    CHECK(arrival.series == record.series);
    CHECK(arrival.instance == record.instance);
    CHECK(arrival.sop_class == record.sop_class.str());
    CHECK(arrival.source == "MODALITY@192.0.2.1:1042");
    CHECK(arrival.modality == "CT");
    CHECK(arrival.station_name == "CT1");
    CHECK(arrival.institution_name == "Hospital");
    CHECK(arrival.at == record.stored_at);
    CHECK(page->last == 1);
}

TEST_CASE("arrivals are what came, or came with other content, and is still there") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto const store = [&](testing::SampleInstance const& sample) {
        REQUIRE(index->commit(sample_record(sample), OnDuplicate::supersede));
    };
    store({.instance = 1, .content = "1"});
    store({.instance = 2, .content = "2"});
    store({.instance = 1, .content = "1"});        // nothing new
    store({.instance = 1, .content = "1 again"});  // other content
    auto const one = instance_uid(1).str() + ' ', two = instance_uid(2).str() + ' ';
    CHECK(arrived(*index) == one + two + one);
    REQUIRE(index->removals().remove({testing::study_uid(1), testing::series_uid(1), instance_uid(2)}, {9, "me", ""}));
    CHECK(arrived(*index) == one + one);
    CHECK(arrived(*index, 1) == one);
}

TEST_CASE("tasks and the cursor move together") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto& arrivals = index->arrivals();
    REQUIRE(index->commit(sample_record({}), OnDuplicate::supersede));
    REQUIRE(arrivals.begin());
    CHECK(**arrivals.cursor() == 1);
    std::vector const tasks{task_for("1"), task_for("2"), task_for("1")};
    REQUIRE(arrivals.pass(tasks, 7));
    CHECK(**arrivals.cursor() == 7);
    CHECK(index->outbox().list({})->size() == 2);
    REQUIRE(arrivals.forget());
    CHECK_FALSE(arrivals.cursor()->has_value());
}

}  // namespace cassette
