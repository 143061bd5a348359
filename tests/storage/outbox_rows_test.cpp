#include "storage/outbox_rows.h"

#include "storage/sqlite_schema.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <memory>

namespace cassette {

namespace {

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder) {
    auto db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    return std::move(*db);
}

AETitle ae(std::string_view title) { return *AETitle::parse(title); }

NewTask forward_to(std::string_view destination, std::string subject, std::int64_t at = 10) {
    return {TaskKind::forward, ae(destination), std::move(subject), "payload", at, at};
}

Claim claim_of(std::string_view destination, std::int64_t now, std::size_t count = 10) {
    return {ae(destination), TaskKind::forward, now, now + 100, "node", count};
}

std::vector<OutboxTask> claimed(SqliteConnection& db, Claim const& claim) {
    auto const due = has_due_task(db, claim);
    REQUIRE(due);
    auto tasks = claim_tasks(db, claim);
    REQUIRE(tasks);
    CHECK(*due == !tasks->empty());
    return *std::move(tasks);
}

std::string subjects(std::vector<OutboxTask> const& tasks) {
    std::string all;
    for (auto const& task : tasks) all += task.task.subject + ' ';
    return all;
}

std::string waiting(SqliteConnection& db, TaskSelection selection = {}) {
    auto const tasks = list_tasks(db, {std::move(selection)});
    REQUIRE(tasks);
    return subjects(*tasks);
}

}  // namespace

TEST_CASE("a task keeps what it was queued with") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    std::string const payload{"a\0b\n", 4};
    REQUIRE(enqueue_task(*db, {TaskKind::commitment_report, ae("MODALITY"), "1.2.3", payload, 5, 7}));
    auto const tasks = list_tasks(*db, {});
    REQUIRE(tasks);
    REQUIRE(tasks->size() == 1);
    auto const& task = tasks->front();
    CHECK(task.task.kind == TaskKind::commitment_report);
    CHECK(task.task.destination.str() == "MODALITY");
    CHECK(task.task.subject == "1.2.3");
    CHECK(task.task.payload == payload);
    CHECK(task.task.queued_at == 5);
    CHECK(task.task.not_before == 7);
    CHECK(task.attempts == 0);
    CHECK(task.last_error.empty());
}

TEST_CASE("tasks are claimed when they are due, longest due first, and by one at a time") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "late", 30)));
    REQUIRE(enqueue_task(*db, forward_to("A", "early", 10)));
    REQUIRE(enqueue_task(*db, forward_to("A", "middle", 20)));
    REQUIRE(enqueue_task(*db, forward_to("B", "other", 1)));
    CHECK(claimed(*db, claim_of("A", 9)).empty());
    CHECK(subjects(claimed(*db, claim_of("A", 25, 1))) == "early ");
    CHECK(subjects(claimed(*db, claim_of("A", 40))) == "middle late ");
    CHECK(claimed(*db, claim_of("A", 40)).empty());
    SUBCASE("until the claim has run out") {
        CHECK(subjects(claimed(*db, claim_of("A", 140))) == "early middle late ");
    }
    SUBCASE("until the node gives back what it held when it died") {
        CHECK(*release_tasks(*db, "another node") == 0);
        CHECK(*release_tasks(*db, "node") == 3);
        CHECK(subjects(claimed(*db, claim_of("A", 41))) == "early middle late ");
    }
}

TEST_CASE("one task can be claimed by its subject") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "1")));
    REQUIRE(enqueue_task(*db, forward_to("A", "2")));
    auto claim = claim_of("A", 10);
    claim.subject = std::string{"2"};
    CHECK(subjects(claimed(*db, claim)) == "2 ");
    CHECK(claimed(*db, claim).empty());
}

TEST_CASE("whoever has lost a claim changes nothing") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "1")));
    auto const lost = claimed(*db, claim_of("A", 10)).front();
    SUBCASE("because time ran out") { CHECK(claimed(*db, claim_of("A", 200)).size() == 1); }
    SUBCASE("because the task began anew") { REQUIRE(enqueue_task(*db, forward_to("A", "1", 50))); }
    SUBCASE("because the node was believed dead") { CHECK(*release_tasks(*db, "node") == 1); }
    CHECK(*complete_task(*db, lost) == false);
    CHECK(*amend_task(*db, lost, "other") == false);
    CHECK(*postpone_task(*db, lost, {1000, "error"}) == false);
    auto const tasks = list_tasks(*db, {});
    REQUIRE(tasks->size() == 1);
    CHECK(tasks->front().task.payload == "payload");
    CHECK(tasks->front().attempts == 0);
}

TEST_CASE("a task that is queued again begins anew") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "1")));
    REQUIRE(*postpone_task(*db, claimed(*db, claim_of("A", 10)).front(), {500, "refused"}));
    REQUIRE(enqueue_task(*db, forward_to("A", "1", 60)));
    auto const tasks = list_tasks(*db, {});
    REQUIRE(tasks->size() == 1);
    CHECK(tasks->front().attempts == 0);
    CHECK(tasks->front().last_error.empty());
    CHECK(tasks->front().task.queued_at == 60);
    CHECK(claimed(*db, claim_of("A", 60)).size() == 1);
}

TEST_CASE("a task that failed waits, and remembers how often and why") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "1")));
    CHECK(*postpone_task(*db, claimed(*db, claim_of("A", 10)).front(), {20, "refused"}));
    CHECK(claimed(*db, claim_of("A", 19)).empty());
    SUBCASE("failing again counts") {
        CHECK(*postpone_task(*db, claimed(*db, claim_of("A", 20)).front(), {40, "unreachable"}));
        CHECK(list_tasks(*db, {})->front().attempts == 2);
        CHECK(list_tasks(*db, {})->front().last_error == "unreachable");
    }
    SUBCASE("being given back untried does not") {
        CHECK(*postpone_task(*db, claimed(*db, claim_of("A", 20)).front(), {20, ""}));
        CHECK(list_tasks(*db, {})->front().attempts == 1);
        CHECK(list_tasks(*db, {})->front().last_error == "refused");
    }
    SUBCASE("it is counted as failed") {
        REQUIRE(enqueue_task(*db, forward_to("A", "2", 30)));
        auto const counts = count_tasks(*db);
        REQUIRE(counts->size() == 1);
        CHECK(counts->front().destination == "A");
        CHECK(counts->front().waiting == 2);
        CHECK(counts->front().failed == 1);
        CHECK(counts->front().oldest == 10);
    }
}

TEST_CASE("a task is amended and completed by whoever holds it") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "1")));
    auto const held = claimed(*db, claim_of("A", 10)).front();
    CHECK(*amend_task(*db, held, "result"));
    CHECK(list_tasks(*db, {})->front().task.payload == "result");
    CHECK(*complete_task(*db, held));
    CHECK(list_tasks(*db, {})->empty());
}

TEST_CASE("operators select tasks") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    REQUIRE(enqueue_task(*db, forward_to("A", "1", 10)));
    REQUIRE(enqueue_task(*db, forward_to("B", "1", 20)));
    REQUIRE(enqueue_task(*db, {TaskKind::availability_notification, ae("B"), "2", "", 30, 500}));
    CHECK(waiting(*db) == "1 1 2 ");
    CHECK(waiting(*db, {.destination = "B"}) == "1 2 ");
    CHECK(waiting(*db, {.destination = "B", .kind = TaskKind::forward}) == "1 ");
    CHECK(waiting(*db, {.subject = "2"}) == "2 ");
    CHECK(waiting(*db, {.id = 1}) == "1 ");
    CHECK(list_tasks(*db, {{}, 1, 1})->front().task.destination.str() == "B");
    SUBCASE("hasten") {
        CHECK(*hasten_tasks(*db, {.kind = TaskKind::availability_notification}, 40) == 1);
        CHECK(list_tasks(*db, {{.subject = "2"}})->front().task.not_before == 40);
    }
    SUBCASE("drop") {
        CHECK(subjects(*drop_tasks(*db, {.queued_before = 20})) == "1 ");
        CHECK(waiting(*db) == "1 2 ");
        CHECK(drop_tasks(*db, {})->size() == 2);
    }
}

TEST_CASE("every kind has a name of its own") {
    CHECK(name_of(TaskKind::forward) == "forward");
    CHECK(name_of(TaskKind::commitment_report) == "commitment_report");
    CHECK(name_of(TaskKind::availability_notification) == "availability_notification");
}

}  // namespace cassette
