#include "storage/worklist.h"
#include "tests/support/index_contract.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cassette::testing {

namespace {

ScheduledStep step(std::string const& study, std::string const& id) {
    return {.key = {study, id},
            .requested_procedure_id = "RP" + study,
            .accession_number = "A" + study,
            .patient_id = "P1",
            .patient_name = "doe^jane",
            .modality = "CT",
            .start_date = "20240131",
            .start_time = "101500",
            .station_ae_titles = {"CT1", "CT2"},
            .status = "",
            .dataset = "dataset of " + id};
}

void schedule(Index& index, std::vector<ScheduledStep> const& steps) { REQUIRE(index.worklist().schedule(steps)); }

// "id=status" of the steps found, in their order.
std::string found(Index const& index, std::vector<StepCondition> const& conditions = {}) {
    std::string text;
    REQUIRE(index.worklist().find(conditions, [&](ScheduledStep const& each) {
        text += (text.empty() ? "" : " ") + each.key.step_id + '=' + each.status;
        return Result<void>{};
    }));
    return text;
}

PerformedStep performed(std::string const& uid) {
    return {.sop_instance_uid = uid,
            .status = "IN PROGRESS",
            .changed_at = 1,
            .source = "CT1",
            .dataset = "created",
            .scheduled_status = "STARTED"};
}

Result<void> end(Index& index, std::string const& uid, std::string const& status) {
    return index.worklist().change_performed(uid, [&](PerformedStep const& current) {
        PerformedStep next = current;
        next.status = next.scheduled_status = status;
        next.dataset += ", changed";
        return Result<PerformedStep>{next};
    });
}

void check_scheduling(Index& index) {
    SUBCASE("a step comes back as it was scheduled, and is SCHEDULED unless it says otherwise") {
        schedule(index, {step("1.1", "S1")});
        REQUIRE(index.worklist().find({}, [&](ScheduledStep const& each) {
            auto expected = step("1.1", "S1");
            CHECK(each.key == expected.key);
            CHECK(each.requested_procedure_id == expected.requested_procedure_id);
            CHECK(each.patient_name == expected.patient_name);
            CHECK(each.station_ae_titles == expected.station_ae_titles);
            CHECK(each.dataset == expected.dataset);
            CHECK(each.status == "SCHEDULED");
            return Result<void>{};
        }));
    }
    SUBCASE("scheduling under a known key updates, and keeps the status of a step that has none") {
        auto arrived = step("1.1", "S1");
        arrived.status = "ARRIVED";
        CHECK(*index.worklist().schedule(std::vector{arrived}) == std::vector{Scheduled::added});
        auto again = step("1.1", "S1");
        again.station_ae_titles = {"MR1"};
        CHECK(*index.worklist().schedule(std::vector{again}) == std::vector{Scheduled::updated});
        CHECK(found(index) == "S1=ARRIVED");
        CHECK(found(index, {{StepColumn::station_ae_title, OneOf{{"CT1"}}}}).empty());
        CHECK(found(index, {{StepColumn::station_ae_title, OneOf{{"MR1"}}}}) == "S1=ARRIVED");
    }
    SUBCASE("a step is removed by its key, a study's steps together, and their stations with them") {
        schedule(index, {step("1.1", "S1"), step("1.1", "S2"), step("1.2", "S1")});
        CHECK(*index.worklist().unschedule({"1.1", "S2"}) == 1);
        CHECK(*index.worklist().unschedule({"1.1", "S2"}) == 0);
        schedule(index, {step("1.1", "S3")});
        CHECK(*index.worklist().unschedule({"1.1", ""}) == 2);
        CHECK(found(index, {{StepColumn::station_ae_title, OneOf{{"CT1"}}}}) == "S1=SCHEDULED");
    }
}

void check_finding(Index& index) {
    std::vector<ScheduledStep> steps;
    for (int number = 0; number < 450; ++number) {
        auto each = step("1." + std::to_string(number), "S" + std::to_string(number));
        each.start_time = number < 449 ? "08" : "07";
        each.patient_name = number == 7 ? "muller^jurgen" : "doe^jane";
        each.start_date = number == 8 ? "20240201" : "20240131";
        steps.push_back(std::move(each));
    }
    schedule(index, steps);
    SUBCASE("steps come by their start, all of them however many there are") {
        auto const all = found(index);
        CHECK(all.starts_with("S449=SCHEDULED S0=SCHEDULED S1="));
        CHECK(all.ends_with("S448=SCHEDULED S8=SCHEDULED"));
        CHECK(std::count(all.begin(), all.end(), '=') == 450);
    }
    SUBCASE("conditions on columns hold together") {
        CHECK(found(index, {{StepColumn::patient_name, Wildcard{"mul*"}}}) == "S7=SCHEDULED");
        CHECK(found(index, {{StepColumn::start_date, Between{"20240201", {}}}}) == "S8=SCHEDULED");
        CHECK(found(index, {{StepColumn::start_date, Between{{}, "20230101"}}}).empty());
        CHECK(found(index,
                    {{StepColumn::study_instance_uid, OneOf{{"1.3", "1.4"}}},
                     {StepColumn::step_id, OneOf{{"S4"}}},
                     {StepColumn::status, OneOf{{"SCHEDULED"}}}}) == "S4=SCHEDULED");
        CHECK(found(index, {{StepColumn::modality, OneOf{{"MR"}}}}).empty());
    }
    SUBCASE("the sink's error ends the search and is returned") {
        int count = 0;
        auto const stopped = index.worklist().find({}, [&](ScheduledStep const&) -> Result<void> {
            return ++count == 3 ? fail(ErrorCode::cancelled, "enough") : Result<void>{};
        });
        REQUIRE(!stopped);
        CHECK(stopped.error().code == ErrorCode::cancelled);
        CHECK(count == 3);
    }
}

void check_performing(Index& index) {
    schedule(index, {step("1.1", "S1"), step("1.1", "S2"), step("1.2", "S3")});
    auto& worklist = index.worklist();
    SUBCASE("a performed step moves the scheduled one along, and no other") {
        CHECK(*worklist.begin_performing(performed("1.9"), std::vector<PerformedOf>{{{"1.1", "S1"}, {}, {}}}) == 1);
        CHECK(found(index) == "S1=STARTED S2=SCHEDULED S3=SCHEDULED");
        CHECK(end(index, "1.9", "COMPLETED"));
        CHECK(found(index) == "S1=COMPLETED S2=SCHEDULED S3=SCHEDULED");
        auto const kept = worklist.performed("1.9");
        REQUIRE(kept);
        CHECK(kept->status == "COMPLETED");
        CHECK(kept->dataset == "created, changed");
        CHECK(kept->source == "CT1");
    }
    SUBCASE("scheduling a step again does not undo what was performed") {
        CHECK(*worklist.begin_performing(performed("1.9"), std::vector<PerformedOf>{{{"1.1", "S1"}, {}, {}}}) == 1);
        auto again = step("1.1", "S1");
        again.status = "SCHEDULED";
        schedule(index, {again});
        CHECK(found(index, {{StepColumn::step_id, OneOf{{"S1"}}}}) == "S1=STARTED");
    }
    SUBCASE("a group of steps may have a study of its own: then procedure and order decide") {
        CHECK(*worklist.begin_performing(
                  performed("1.9"),
                  std::vector<PerformedOf>{{{"7.7", "S1"}, "RP1.1", "A1.1"}, {{"7.7", "S3"}, "RP1.2", "other"}}) == 1);
        CHECK(found(index) == "S1=STARTED S2=SCHEDULED S3=SCHEDULED");
    }
    SUBCASE("without a step ID only the sole step of a study is meant") {
        CHECK(*worklist.begin_performing(performed("1.8"), std::vector<PerformedOf>{{{"1.1", ""}, {}, {}}}) == 0);
        CHECK(*worklist.begin_performing(performed("1.9"), std::vector<PerformedOf>{{{"1.2", ""}, {}, {}}}) == 1);
        CHECK(found(index) == "S1=SCHEDULED S2=SCHEDULED S3=STARTED");
    }
    SUBCASE("the step performed last decides") {
        std::vector<PerformedOf> const first{{{"1.2", "S3"}, {}, {}}};
        REQUIRE(worklist.begin_performing(performed("1.8"), first));
        REQUIRE(worklist.begin_performing(performed("1.9"), first));
        CHECK(end(index, "1.8", "DISCONTINUED"));
        CHECK(found(index) == "S1=SCHEDULED S2=SCHEDULED S3=STARTED");
        CHECK(end(index, "1.9", "COMPLETED"));
        CHECK(found(index) == "S1=SCHEDULED S2=SCHEDULED S3=COMPLETED");
    }
    SUBCASE("a known UID is a conflict, an unknown one is not found, and neither changes anything") {
        std::vector<PerformedOf> const first{{{"1.2", "S3"}, {}, {}}};
        REQUIRE(worklist.begin_performing(performed("1.9"), {}));
        auto const twice = worklist.begin_performing(performed("1.9"), first);
        REQUIRE(!twice);
        CHECK(twice.error().code == ErrorCode::conflict);
        CHECK(end(index, "1.7", "COMPLETED").error().code == ErrorCode::not_found);
        CHECK(worklist.performed("1.7").error().code == ErrorCode::not_found);
        CHECK(found(index) == "S1=SCHEDULED S2=SCHEDULED S3=SCHEDULED");
    }
    SUBCASE("the error of a change is returned, and nothing has changed") {
        REQUIRE(worklist.begin_performing(performed("1.9"), {}));
        auto const refused = worklist.change_performed(
            "1.9", [](PerformedStep const&) { return Result<PerformedStep>{fail(ErrorCode::nonconformant, "no")}; });
        CHECK(refused.error().code == ErrorCode::nonconformant);
        CHECK(worklist.performed("1.9")->dataset == "created");
    }
}

}  // namespace

void check_worklist_contract(Index& index) {
    SUBCASE("scheduling") { check_scheduling(index); }
    SUBCASE("finding") { check_finding(index); }
    SUBCASE("performing") { check_performing(index); }
}

}  // namespace cassette::testing
