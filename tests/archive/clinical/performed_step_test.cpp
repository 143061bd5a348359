#include "archive/clinical/performed_step.h"

#include "archive/clinical/scheduled_step.h"
#include "archive/clinical/worklist.h"
#include "schema/uid.h"
#include "tests/archive/clinical/performed_step_sample.h"
#include "tests/archive/clinical/worklist_sample.h"
#include "tests/support/archive_on_disk.h"

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using enum StepFault::Kind;
using testing::ArchiveOnDisk;
using testing::created_step;
using testing::DatasetBuilder;
using testing::ended_step;

Principal const modality{"CT1"};
constexpr Tag status_tag{0x0040, 0x0252};

using Verb = Result<std::optional<StepFault>>(Index&, Principal const&, StepRequest const&);

// The kind of fault; nullopt for a success. The test fails on an error.
std::optional<StepFault::Kind> apply(Verb* verb, ArchiveOnDisk& on_disk, DatasetBuilder const& built) {
    auto const bytes = built.dataset();
    auto const applied = verb(on_disk.archive().index, modality, {"1.9.1", std::as_bytes(std::span{bytes}), {}});
    REQUIRE(applied);
    return *applied ? std::optional{(*applied)->kind} : std::nullopt;
}

std::string text_of(ArchiveOnDisk& on_disk, Tag tag) {
    auto const step = performed_step(on_disk.archive().index, modality, "1.9.1");
    REQUIRE(step);
    return step->text_of(tag);
}

std::string scheduled_status(ArchiveOnDisk& on_disk) {
    std::string status;
    REQUIRE(on_disk.archive().index.worklist().find({}, [&](ScheduledStep const& step) {
        status = step.status;
        return Result<void>{};
    }));
    return status;
}

void schedule_one(ArchiveOnDisk& on_disk) {
    REQUIRE(schedule(on_disk.archive().index, modality, *scheduled_steps(testing::sample_item())));
}

}  // namespace

TEST_CASE("a performed step begins, is changed and ends, and moves its scheduled step along (PS3.4 F.7.2)") {
    for (auto const* end : {"COMPLETED", "DISCONTINUED"}) {
        ArchiveOnDisk on_disk;
        schedule_one(on_disk);
        CHECK(apply(create_performed_step, on_disk, created_step()) == std::nullopt);
        CHECK(scheduled_status(on_disk) == "STARTED");
        CHECK(text_of(on_disk, status_tag) == "IN PROGRESS");
        CHECK(apply(set_performed_step, on_disk, DatasetBuilder{}.text({0x0040, 0x0254}, "LO", "Head, twice")) ==
              std::nullopt);
        CHECK(scheduled_status(on_disk) == "STARTED");
        CHECK(apply(set_performed_step, on_disk, ended_step(end)) == std::nullopt);
        CHECK(scheduled_status(on_disk) == end);
        CHECK(text_of(on_disk, {0x0040, 0x0254}) == "Head, twice");
        CHECK(text_of(on_disk, {0x0040, 0x0251}) == "103000");
        CHECK(apply(set_performed_step, on_disk, ended_step("COMPLETED")) == may_not_be_updated);
        on_disk.reopen_index();
        CHECK(text_of(on_disk, status_tag) == end);
    }
}

TEST_CASE("what was never scheduled is performed all the same") {
    ArchiveOnDisk on_disk;
    CHECK(apply(create_performed_step, on_disk, created_step({.study = "1.7", .step = ""})) == std::nullopt);
    CHECK(text_of(on_disk, status_tag) == "IN PROGRESS");
}

TEST_CASE("a UID is used once, and what was not created cannot be changed (PS3.7 10.1.3, 10.1.5)") {
    ArchiveOnDisk on_disk;
    CHECK(apply(set_performed_step, on_disk, ended_step("COMPLETED")) == no_such_instance);
    CHECK(performed_step(on_disk.archive().index, modality, "1.9.1").error().code == ErrorCode::not_found);
    CHECK(apply(create_performed_step, on_disk, created_step()) == std::nullopt);
    CHECK(apply(create_performed_step, on_disk, created_step()) == duplicate_instance);
    auto const bad = create_performed_step(on_disk.archive().index, modality, {"not a uid", {}, {}});
    REQUIRE(bad);
    CHECK(*bad == StepFault{invalid_instance});
}

TEST_CASE("a step does not end before it says when, and a change that is refused changes nothing") {
    ArchiveOnDisk on_disk;
    CHECK(apply(create_performed_step, on_disk, created_step()) == std::nullopt);
    CHECK(apply(set_performed_step, on_disk, DatasetBuilder{}.text(status_tag, "CS", "COMPLETED")) == missing_value);
    CHECK(apply(set_performed_step, on_disk, DatasetBuilder{}.text({0x0010, 0x0020}, "LO", "P2")) == no_such_attribute);
    CHECK(text_of(on_disk, status_tag) == "IN PROGRESS");
    CHECK(text_of(on_disk, {0x0010, 0x0020}) == "P1");
}

TEST_CASE("text of a change in another character set is kept beside what was there (PS3.4 F.7.2.2.3)") {
    ArchiveOnDisk on_disk;
    auto created = created_step().text({0x0008, 0x0005}, "CS", "ISO_IR 100").text({0x0010, 0x0010}, "PN", "M\xFCller");
    CHECK(apply(create_performed_step, on_disk, created) == std::nullopt);
    DatasetBuilder change;
    change.text({0x0008, 0x0005}, "CS", "ISO_IR 192").text({0x0040, 0x0254}, "LO", "頭部");
    CHECK(apply(set_performed_step, on_disk, change) == std::nullopt);
    CHECK(text_of(on_disk, {0x0010, 0x0010}) == "Müller");
    CHECK(text_of(on_disk, {0x0040, 0x0254}) == "頭部");
}

TEST_CASE("what is no data set is an error") {
    ArchiveOnDisk on_disk;
    std::string const garbage = "garbage, no elements";
    StepRequest const request{"1.9.1", std::as_bytes(std::span{garbage}), {}};
    CHECK(create_performed_step(on_disk.archive().index, modality, request).error().code == ErrorCode::malformed);
    CHECK(set_performed_step(on_disk.archive().index, modality, request).error().code == ErrorCode::malformed);
}

TEST_CASE("UIDs that are made are UIDs, and each is another one (PS3.5 B.2)") {
    auto const one = new_performed_step_uid();
    CHECK(is_valid_uid(one));
    CHECK(one != new_performed_step_uid());
}

}  // namespace cassette
