#include "archive/clinical/worklist.h"

#include "archive/clinical/scheduled_step.h"
#include "tests/archive/clinical/worklist_sample.h"
#include "tests/support/archive_on_disk.h"

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::sample_item;

constexpr Tag steps{0x0040, 0x0100};
constexpr Tag step_status{0x0040, 0x0020};
Principal const modality{"CT1"};

void put(Index& index, testing::SampleItem const& sample, std::string const& status = "") {
    auto item = *scheduled_steps(sample_item(sample));
    item.front().status = status;
    REQUIRE(schedule(index, modality, item));
}

// Step IDs with the status that their item tells.
std::string found(Index const& index, std::vector<FindKey> keys) {
    auto const plan = plan_worklist({std::move(keys)});
    REQUIRE(plan);
    std::string text;
    REQUIRE(find_worklist(index, modality, *plan, [&](WorklistItem const& item) {
        auto const inner = item.root().items_of(steps);
        REQUIRE(inner.size() == 1);
        text += item.step().key.step_id + '=' + inner.front().text_of(step_status) + ' ';
        return Result<void>{};
    }));
    return text;
}

}  // namespace

TEST_CASE("scheduling tells what was added and what was updated") {
    testing::ArchiveOnDisk on_disk;
    auto& index = on_disk.archive().index;
    auto const first = schedule(index, modality, *scheduled_steps(sample_item()));
    REQUIRE(first);
    CHECK(first->added == 1);
    auto const again = schedule(index, modality, *scheduled_steps(sample_item({.patient_name = "Doe^Joan"})));
    REQUIRE(again);
    CHECK(again->updated == 1);
    CHECK(found(index, {{{0x0010, 0x0010}, "Doe^Joan", {}}}) == "S1=SCHEDULED ");
}

TEST_CASE("without a key of the status the steps that have not ended are meant") {
    testing::ArchiveOnDisk on_disk;
    auto& index = on_disk.archive().index;
    int number = 0;
    for (auto const status : scheduled_step_statuses) {
        auto const id = std::to_string(++number);
        put(index, {.study = "1." + id, .step = id}, std::string{status});
    }
    CHECK(found(index, {}) == "1=SCHEDULED 2=ARRIVED 3=READY 4=STARTED ");
    CHECK(found(index, {{step_status, "", {steps}}}) == "1=SCHEDULED 2=ARRIVED 3=READY 4=STARTED ");
    CHECK(found(index, {{step_status, "COMPLETED", {steps}}}) == "6=COMPLETED ");
    CHECK(found(index, {{step_status, "*ED", {steps}}}) ==
          "1=SCHEDULED 2=ARRIVED 4=STARTED 5=DEPARTED 6=COMPLETED 7=DISCONTINUED 8=CANCELED ");
}

TEST_CASE("keys that are returned only, private or binary are told and not matched on (PS3.4 Table K.6-1)") {
    testing::ArchiveOnDisk on_disk;
    auto& index = on_disk.archive().index;
    put(index, {});
    std::vector<FindKey> const keys{{{0x0042, 0x0010}, "Other", {{0x0038, 0x0100}}}, {{0x0009, 0x1001}, "x", {}}};
    auto const plan = plan_worklist({keys});
    REQUIRE(plan);
    CHECK(plan->unmatched == std::vector<Tag>{{0x0042, 0x0010}, {0x0009, 0x1001}});
    CHECK(found(index, keys) == "S1=SCHEDULED ");
}

TEST_CASE("a key that its VR does not allow is malformed and names the tag") {
    for (FindKey const& key :
         {FindKey{{0x0040, 0x0002}, "tomorrow", {steps}}, FindKey{{0x0010, 0x1030}, "heavy", {}}}) {
        auto const plan = plan_worklist({{key}});
        REQUIRE_FALSE(plan);
        CHECK(plan.error().code == ErrorCode::malformed);
        CHECK(plan.error().detail.find(to_hex(key.tag)) != std::string::npos);
    }
    CHECK(plan_worklist({{{{0x0020, 0x000D}, "no uid at all", {}}}})->matches_nothing);
}

TEST_CASE("taking steps from the worklist needs the permission, and steps") {
    testing::ArchiveOnDisk on_disk;
    auto& index = on_disk.archive().index;
    put(index, {});
    CHECK(unschedule(index, modality, {"1.2.3", "S1"}).error().code == ErrorCode::not_authorized);
    CHECK(unschedule(index, local_operator(), {"1.2.3", "S9"}).error().code == ErrorCode::not_found);
    CHECK(*unschedule(index, local_operator(), {"1.2.3", "S1"}) == 1);
    CHECK(found(index, {}).empty());
}

}  // namespace cassette
