#include "archive/clinical/scheduled_step.h"

#include "schema/uid.h"
#include "tests/archive/clinical/worklist_sample.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

namespace json = boost::json;
using testing::sample_item;

json::array& steps_of(json::object& item) { return item["00400100"].as_object()["Value"].as_array(); }

}  // namespace

TEST_CASE("a worklist item is found by its attributes in the form in which they are matched (PS3.4 K.6.1.2)") {
    auto item = sample_item({.patient_name = "Müller^Jürgen", .station = "CT1", .date = "2024.01.31", .time = "10:15"});
    auto const steps = scheduled_steps(item);
    REQUIRE(steps);
    REQUIRE(steps->size() == 1);
    auto const& step = steps->front();
    CHECK(step.key == ScheduledStepKey{"1.2.3", "S1"});
    CHECK(step.requested_procedure_id == "RP1");
    CHECK(step.accession_number == "A1");
    CHECK(step.patient_id == "P1");
    CHECK(step.patient_name == "muller^jurgen");
    CHECK(step.modality == "CT");
    CHECK(step.start_date == "20240131");
    CHECK(step.start_time == "1015");
    CHECK(step.station_ae_titles == std::vector<std::string>{"CT1"});
    CHECK(step.status.empty());
    CHECK(json::parse(step.dataset).as_object().contains("00321064"));
}

TEST_CASE("each step of an item is scheduled by itself, with what is around it") {
    auto item = sample_item();
    auto second = steps_of(item).front();
    second.as_object()["00400009"].as_object()["Value"].as_array()[0] = "S2";
    second.as_object()["00400001"].as_object()["Value"] = json::array{"CT1", "CT2"};
    steps_of(item).push_back(second);
    auto const steps = scheduled_steps(item);
    REQUIRE(steps);
    REQUIRE(steps->size() == 2);
    CHECK(steps->at(1).key.step_id == "S2");
    CHECK(steps->at(1).station_ae_titles == std::vector<std::string>{"CT1", "CT2"});
    auto dataset = json::parse(steps->at(1).dataset).as_object();
    CHECK(steps_of(dataset).size() == 1);
}

TEST_CASE("a Study Instance UID that is missing is made, the same one each time, and other procedures have others") {
    auto const study_of = [](testing::SampleItem const& sample) {
        auto const steps = scheduled_steps(sample_item(sample));
        REQUIRE(steps);
        return steps->front().key.study_instance_uid;
    };
    auto const made = study_of({.study = ""});
    CHECK(is_valid_uid(made));
    CHECK(study_of({.study = "", .step = "S2"}) == made);
    CHECK(study_of({.study = "", .accession = "A2"}) != made);
    auto const dataset = json::parse(scheduled_steps(sample_item({.study = ""}))->front().dataset).as_object();
    CHECK(dataset.at("0020000D").at("Value").at(0).as_string() == made);
}

TEST_CASE("an item without an attribute of return key type 1 is refused, and the tag is named (PS3.4 Table K.6-1)") {
    struct Case {
        testing::SampleItem item;
        std::string tag;
    };
    for (auto const& [item, tag] : {
             Case{{.study = "not a uid"}, "0020000D"},
             Case{{.step = ""}, "00400009"},
             Case{{.patient_name = ""}, "00100010"},
             Case{{.patient_id = ""}, "00100020"},
             Case{{.modality = " "}, "00080060"},
             Case{{.station = ""}, "00400001"},
             Case{{.date = "31.1.2024"}, "00400002"},
             Case{{.date = ""}, "00400002"},
             Case{{.time = "25"}, "00400003"},
         }) {
        CAPTURE(tag);
        auto const steps = scheduled_steps(sample_item(item));
        REQUIRE_FALSE(steps);
        CHECK(steps.error().code == ErrorCode::nonconformant);
        CHECK(steps.error().detail.ends_with(tag));
    }
}

TEST_CASE("an item without steps, or with a status that is none, is refused") {
    auto item = sample_item();
    steps_of(item).front().as_object()["00400020"] = json::object{{"vr", "CS"}, {"Value", json::array{"WHENEVER"}}};
    CHECK(scheduled_steps(item).error().detail.ends_with("00400020"));
    steps_of(item).front().as_object()["00400020"] = json::object{{"vr", "CS"}, {"Value", json::array{"ARRIVED"}}};
    CHECK(scheduled_steps(item)->front().status == "ARRIVED");
    steps_of(item).clear();
    CHECK(scheduled_steps(item).error().detail.ends_with("00400100"));
    item.erase("00400100");
    CHECK(scheduled_steps(item).error().detail.ends_with("00400100"));
}

}  // namespace cassette
