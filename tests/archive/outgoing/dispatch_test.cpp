#include "archive/outgoing/dispatch.h"

#include "archive/lifecycle/removal.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;

AETitle ae(std::string_view title) { return *AETitle::parse(title); }

void store(Archive& archive, std::string const& instance, std::string source = "import") {
    auto const study = instance.substr(0, instance.rfind('.'));
    auto const file = testing::small_image({.study = study, .series = study + ".1", .instance = instance}).part10();
    auto incoming = IncomingInstance::part10(archive, local_operator(), std::move(source));
    REQUIRE(incoming);
    REQUIRE(incoming->write(std::as_bytes(std::span{file})));
    REQUIRE(incoming->commit());
}

std::size_t dispatch(Archive& archive, DispatchRules const& rules, std::int64_t now = 100) {
    std::size_t tasks = 0;
    while (true) {
        auto const piece = dispatch_piece(archive, rules, {.now = now, .entries_max = 2});
        REQUIRE(piece);
        tasks += piece->tasks;
        if (!piece->more) return tasks;
    }
}

std::string queued(Archive& archive, TaskKind kind = TaskKind::forward) {
    auto const tasks = archive.index.outbox().list({{.kind = kind}});
    REQUIRE(tasks);
    std::string all;
    for (auto const& each : *tasks) all += each.task.destination.str() + ':' + each.task.subject + ' ';
    return all;
}

}  // namespace

TEST_CASE("what comes in is forwarded to every destination whose rule it fits, whatever the door") {
    ArchiveOnDisk disk;
    auto& archive = disk.archive();
    DispatchRules const rules{.forward = {{ae("ALL")}, {ae("CTS"), {.calling_ae_title = {"CT1"}}}}};
    REQUIRE(begin_dispatch(archive, rules));
    store(archive, "1.2.3.1", "CT1@192.0.2.1:1042");
    store(archive, "1.2.3.2", "192.0.2.7:5000");
    store(archive, "1.2.3.3");
    CHECK(dispatch(archive, rules) == 4);
    CHECK(queued(archive) == "ALL:1.2.3.1 CTS:1.2.3.1 ALL:1.2.3.2 ALL:1.2.3.3 ");
    CHECK(dispatch(archive, rules) == 0);
    auto const scope = scope_of_forward(archive.index.outbox().list({})->front().task);
    REQUIRE(scope);
    CHECK(scope->study.str() == "1.2.3");
    CHECK(scope->series->str() == "1.2.3.1");
    CHECK(scope->instance->str() == "1.2.3.1");
}

TEST_CASE("nothing is sent back to where it came from") {
    ArchiveOnDisk disk;
    auto& archive = disk.archive();
    DispatchRules const rules{.forward = {{ae("PACS")}, {ae("OTHER")}}};
    REQUIRE(begin_dispatch(archive, rules));
    store(archive, "1.2.3.1", "PACS@192.0.2.1:1042");
    dispatch(archive, rules);
    CHECK(queued(archive) == "OTHER:1.2.3.1 ");
}

TEST_CASE("rules are about what comes from now on, and nothing is lost by a restart") {
    ArchiveOnDisk disk;
    DispatchRules const rules{.forward = {{ae("PACS")}}};
    store(disk.archive(), "1.2.3.1");
    REQUIRE(begin_dispatch(disk.archive(), rules));
    store(disk.archive(), "1.2.3.2");
    disk.reopen_index();
    auto& archive = disk.archive();
    REQUIRE(begin_dispatch(archive, rules));
    store(archive, "1.2.3.3");
    dispatch(archive, rules);
    CHECK(queued(archive) == "PACS:1.2.3.2 PACS:1.2.3.3 ");
    SUBCASE("without rules nothing is remembered") {
        REQUIRE(begin_dispatch(archive, {}));
        store(archive, "1.2.3.4");
        CHECK(dispatch(archive, {}) == 0);
        REQUIRE(begin_dispatch(archive, rules));
        store(archive, "1.2.3.5");
        CHECK(dispatch(archive, rules) == 1);
    }
}

TEST_CASE("other content under a known UID is forwarded anew, the same content is not") {
    ArchiveOnDisk disk;
    auto& archive = disk.archive();
    DispatchRules const rules{.forward = {{ae("PACS")}}};
    REQUIRE(begin_dispatch(archive, rules));
    store(archive, "1.2.3.1");
    store(archive, "1.2.3.1");
    CHECK(dispatch(archive, rules) == 1);
    auto const other =
        testing::small_image({.study = "1.2.3", .series = "1.2.3.1", .instance = "1.2.3.1", .patient_name = "Roe"});
    testing::stored_file(archive, other.part10());
    CHECK(dispatch(archive, rules) == 1);
    CHECK(archive.index.outbox().list({})->size() == 1);
}

TEST_CASE("what is deleted before its turn is not forwarded") {
    ArchiveOnDisk disk;
    auto& archive = disk.archive();
    DispatchRules const rules{.forward = {{ae("PACS")}}};
    REQUIRE(begin_dispatch(archive, rules));
    store(archive, "1.2.3.1");
    REQUIRE(remove(archive, local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}}, "test"));
    CHECK(dispatch(archive, rules) == 0);
}

TEST_CASE("a study is announced once, when it has been quiet (PS3.4 R.1)") {
    ArchiveOnDisk disk;
    auto& archive = disk.archive();
    DispatchRules const rules{.notify = {{ae("RIS"), std::chrono::seconds{60}}}};
    REQUIRE(begin_dispatch(archive, rules));
    store(archive, "1.2.3.1");
    store(archive, "1.2.3.2");
    store(archive, "1.2.4.1");
    CHECK(dispatch(archive, rules, 100) == 2);
    CHECK(queued(archive, TaskKind::availability_notification) == "RIS:1.2.3 RIS:1.2.4 ");
    constexpr std::int64_t minute = 60'000'000'000;
    auto const due = [&] { return archive.index.outbox().list({{.subject = "1.2.3"}})->front().task.not_before; };
    CHECK(due() == 100 + minute);
    store(archive, "1.2.3.3");
    dispatch(archive, rules, 5000);
    CHECK(due() == 5000 + minute);
}

TEST_CASE("a forward task that was never written is told") {
    NewTask const task{TaskKind::forward, ae("PACS"), "1.2.3", "1.2.3"};
    CHECK(scope_of_forward(task).error().code == ErrorCode::internal);
}

}  // namespace cassette
