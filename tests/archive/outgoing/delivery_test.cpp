#include "archive/outgoing/delivery.h"

#include "tests/support/archive_on_disk.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using Kind = Fate::Kind;

constexpr std::int64_t second = 1'000'000'000;

DeliverySettings settings() {
    DeliverySettings settings{*AETitle::parse("PACS"), TaskKind::forward, "node"};
    settings.retry = {std::chrono::seconds{10}, std::chrono::seconds{60}};
    return settings;
}

void queue(Outbox& outbox, std::initializer_list<char const*> subjects) {
    for (auto const* subject : subjects)
        REQUIRE(outbox.enqueue({TaskKind::forward, *AETitle::parse("PACS"), subject, "", 0, 0}));
}

std::vector<OutboxTask> waiting(Outbox& outbox) {
    auto tasks = outbox.list({});
    REQUIRE(tasks);
    return *std::move(tasks);
}

Delivered deliver(Outbox& outbox, Courier const& courier, std::int64_t now) {
    auto const piece = deliver_piece(outbox, settings(), courier, {now, 1});
    REQUIRE(piece);
    return *piece;
}

Courier everything(Kind kind) {
    return [kind](std::span<OutboxTask const> tasks, FateObserver const& tell) -> Result<void> {
        for (std::size_t i = 0; i < tasks.size(); ++i) tell(i, {kind, kind == Kind::failed ? "0xA700" : ""});
        return {};
    };
}

Courier giving_up(ErrorCode code) {
    return [code](std::span<OutboxTask const>, FateObserver const& tell) -> Result<void> {
        tell(0, {Kind::delivered});
        return fail(code, "not reachable");
    };
}

}  // namespace

TEST_CASE("what is delivered or gone leaves the outbox") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    queue(outbox, {"1", "2"});
    SUBCASE("delivered") { CHECK(deliver(outbox, everything(Kind::delivered), 1).delivered == 2); }
    SUBCASE("gone") { CHECK(deliver(outbox, everything(Kind::gone), 1).gone == 2); }
    CHECK(waiting(outbox).empty());
    CHECK(deliver(outbox, everything(Kind::failed), 1).claimed == 0);
}

TEST_CASE("what failed is tried again later, each time later") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    queue(outbox, {"1"});
    std::int64_t now = 0;
    for (auto const pause : {10, 20, 40, 60, 60}) {
        CAPTURE(pause);
        auto const piece = deliver(outbox, everything(Kind::failed), now);
        CHECK(piece.failed == 1);
        CHECK(piece.error == "0xA700");
        CHECK(waiting(outbox).front().last_error == "0xA700");
        now += pause * second;
        CHECK(waiting(outbox).front().task.not_before == now);
        CHECK(deliver(outbox, everything(Kind::delivered), now - 1).claimed == 0);
    }
    CHECK(deliver(outbox, everything(Kind::delivered), now).delivered == 1);
}

TEST_CASE("when the destination cannot be had, what was delivered is done and the rest waits") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    queue(outbox, {"1", "2", "3"});
    auto const piece = deliver(outbox, giving_up(ErrorCode::unavailable), 0);
    CHECK(piece.delivered == 1);
    CHECK(piece.failed == 2);
    CHECK(piece.unreachable);
    CHECK(piece.error == "not reachable");
    REQUIRE(waiting(outbox).size() == 2);
    for (auto const& task : waiting(outbox)) {
        CHECK(task.attempts == 1);
        CHECK(task.task.not_before == 10 * second);
    }
}

TEST_CASE("a courier that is stopped costs no attempt, and the tasks are there at once") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    queue(outbox, {"1", "2"});
    auto const piece = deliver(outbox, giving_up(ErrorCode::cancelled), 5);
    CHECK(piece.stopped);
    CHECK_FALSE(piece.unreachable);
    REQUIRE(waiting(outbox).size() == 1);
    CHECK(waiting(outbox).front().attempts == 0);
    CHECK(deliver(outbox, everything(Kind::delivered), 5).delivered == 1);
}

TEST_CASE("a task that begins anew while it is delivered is delivered again") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    queue(outbox, {"1"});
    Courier const slow = [&](std::span<OutboxTask const>, FateObserver const& tell) -> Result<void> {
        queue(outbox, {"1"});
        tell(0, {Kind::delivered});
        return {};
    };
    CHECK(deliver(outbox, slow, 1).delivered == 1);
    CHECK(deliver(outbox, everything(Kind::delivered), 1).delivered == 1);
    CHECK(waiting(outbox).empty());
}

TEST_CASE("what the node was delivering when it died is delivered after its restart (at least once)") {
    ArchiveOnDisk disk;
    queue(disk.archive().index.outbox(), {"1", "2"});
    // Dies with tasks in hand: a claim and nothing after it.
    REQUIRE(
        disk.archive().index.outbox().claim({*AETitle::parse("PACS"), TaskKind::forward, 1, 600 * second, "node", 10}));
    disk.reopen_index();
    auto& outbox = disk.archive().index.outbox();
    SUBCASE("at once on the same node") { CHECK(*outbox.release_all("node") == 2); }
    SUBCASE("by another node when the claim has run out") {
        CHECK(deliver(outbox, everything(Kind::delivered), 2).claimed == 0);
        CHECK(deliver(outbox, everything(Kind::delivered), 600 * second).delivered == 2);
        return;
    }
    CHECK(deliver(outbox, everything(Kind::delivered), 2).delivered == 2);
}

TEST_CASE("a piece is bounded") {
    ArchiveOnDisk disk;
    auto& outbox = disk.archive().index.outbox();
    queue(outbox, {"1", "2", "3"});
    auto bounded = settings();
    bounded.tasks_max = 2;
    CHECK(deliver_piece(outbox, bounded, everything(Kind::delivered), {1})->delivered == 2);
    CHECK(deliver_piece(outbox, bounded, everything(Kind::delivered), {1})->delivered == 1);
}

}  // namespace cassette
