#include "archive/clinical/performed_step_rules.h"

#include "archive/clinical/clinical_dataset.h"
#include "tests/archive/clinical/performed_step_sample.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

namespace json = boost::json;
using enum StepFault::Kind;
using testing::created_step;
using testing::DatasetBuilder;
using testing::ended_step;

json::object read(DatasetBuilder const& built) {
    auto const bytes = built.dataset();
    auto dataset = read_clinical_dataset(std::as_bytes(std::span{bytes}), ElementEncoding{});
    REQUIRE(dataset);
    return *std::move(dataset);
}

std::optional<StepFault> fault_of_created(DatasetBuilder const& built) { return fault_of_creation(read(built)); }

}  // namespace

TEST_CASE("what N-CREATE must have, it must have (PS3.4 Table F.7.2-1)") {
    CHECK(fault_of_created(created_step()) == std::nullopt);
    struct Case {
        Tag tag;
        bool needs_value;
    };
    for (auto const& [tag, needs_value] :
         {Case{{0x0008, 0x0060}, true},  Case{{0x0008, 0x1032}, false}, Case{{0x0008, 0x1120}, false},
          Case{{0x0010, 0x0010}, false}, Case{{0x0010, 0x0020}, false}, Case{{0x0010, 0x0030}, false},
          Case{{0x0010, 0x0040}, false}, Case{{0x0020, 0x0010}, false}, Case{{0x0040, 0x0241}, true},
          Case{{0x0040, 0x0242}, false}, Case{{0x0040, 0x0243}, false}, Case{{0x0040, 0x0244}, true},
          Case{{0x0040, 0x0245}, true},  Case{{0x0040, 0x0250}, false}, Case{{0x0040, 0x0251}, false},
          Case{{0x0040, 0x0252}, true},  Case{{0x0040, 0x0253}, true},  Case{{0x0040, 0x0254}, false},
          Case{{0x0040, 0x0255}, false}, Case{{0x0040, 0x0260}, false}, Case{{0x0040, 0x0270}, true},
          Case{{0x0040, 0x0340}, false}}) {
        CAPTURE(to_hex(tag));
        CHECK(fault_of_created(created_step().without(tag)) == StepFault{missing_attribute, {tag}});
        auto without_value = read(created_step());
        without_value[to_hex(tag)].as_object().erase("Value");
        auto const expected = needs_value ? std::optional{StepFault{missing_value, {tag}}} : std::nullopt;
        CHECK(fault_of_creation(without_value) == expected);
    }
}

TEST_CASE("the items of its sequences have what they must, too, and are told by their sequence") {
    auto created = read(created_step());
    auto& item = created["00400270"].as_object()["Value"].as_array()[0].as_object();
    item["0020000D"].as_object().erase("Value");
    CHECK(fault_of_creation(created) == StepFault{missing_value, {{0x0040, 0x0270}}});
    item.erase("0020000D");
    CHECK(fault_of_creation(created) == StepFault{missing_attribute, {{0x0040, 0x0270}}});
    auto with_series = read(created_step());
    with_series["00400340"] = read(ended_step("COMPLETED"))["00400340"];
    CHECK(fault_of_creation(with_series) == std::nullopt);
    with_series["00400340"].as_object()["Value"].as_array()[0].as_object().erase("00181030");
    CHECK(fault_of_creation(with_series) == StepFault{missing_attribute, {{0x0040, 0x0340}}});
}

TEST_CASE("a step is created IN PROGRESS, at a moment that is one (PS3.4 F.7.2.1.3)") {
    for (auto const* status : {"COMPLETED", "DISCONTINUED", "in progress"})
        CHECK(fault_of_created(created_step().text({0x0040, 0x0252}, "CS", status)) ==
              StepFault{invalid_value, {{0x0040, 0x0252}}});
    CHECK(fault_of_created(
              created_step().text({0x0040, 0x0244}, "DA", "yesterda").text({0x0040, 0x0245}, "TM", "9999")) ==
          StepFault{invalid_value, {{0x0040, 0x0244}, {0x0040, 0x0245}}});
}

TEST_CASE("N-SET changes what it may; what it repeats does no harm (PS3.4 Table F.7.2-1)") {
    auto const current = read(created_step());
    CHECK(fault_of_change(current, read(ended_step("COMPLETED"))) == std::nullopt);
    CHECK(fault_of_change(current, read(ended_step("COMPLETED").text({0x0010, 0x0020}, "LO", "P1"))) == std::nullopt);
    CHECK(fault_of_change(current, read(ended_step("COMPLETED").text({0x0010, 0x0020}, "LO", "P2"))) ==
          StepFault{no_such_attribute, {{0x0010, 0x0020}}});
    CHECK(fault_of_change(current, read(ended_step("FINISHED"))) == StepFault{invalid_value, {{0x0040, 0x0252}}});
    CHECK(fault_of_change(current, read(ended_step(""))) == StepFault{missing_value, {{0x0040, 0x0252}}});
    CHECK(fault_of_change(current, read(ended_step("COMPLETED").text({0x0040, 0x0250}, "DA", "tomorrow"))) ==
          StepFault{invalid_value, {{0x0040, 0x0250}}});
}

TEST_CASE("a step that has ended says when, and of which series it was (PS3.4 Table F.7.2-1, final state)") {
    auto const ended = read(ended_step("COMPLETED"));
    CHECK(fault_of_final_state(ended) == std::nullopt);
    for (auto const tag : {Tag{0x0040, 0x0250}, Tag{0x0040, 0x0251}, Tag{0x0040, 0x0340}}) {
        auto without = ended;
        without[to_hex(tag)].as_object().erase("Value");
        CHECK(fault_of_final_state(without) == StepFault{missing_value, {tag}});
        without.erase(to_hex(tag));
        CHECK(fault_of_final_state(without) == StepFault{missing_attribute, {tag}});
    }
}

}  // namespace cassette
