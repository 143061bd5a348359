#include "archive/clinical/worklist_matching.h"

#include "archive/clinical/scheduled_step.h"
#include "tests/archive/clinical/worklist_sample.h"
#include "tests/support/archive_on_disk.h"

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::sample_item;
using testing::SampleItem;

constexpr Tag steps{0x0040, 0x0100};

// Four steps on two days; the names of the first in two ways of writing.
std::vector<SampleItem> const& samples() {
    static std::vector<SampleItem> const all{
        {.study = "1.1", .step = "S1", .patient_name = "Yamada^Tarou=山田^太郎", .patient_id = "P1", .time = "0800"},
        {.study = "1.2", .step = "S2", .patient_name = "Müller^Jürgen", .patient_id = "P2", .time = "1800"},
        {.study = "1.3",
         .step = "S3",
         .patient_id = "P3",
         .modality = "MR",
         .station = "MR1",
         .date = "20240201",
         .time = "0700"},
        {.study = "1.4", .step = "S4", .patient_id = "P40", .date = "20240202", .time = "0900", .accession = ""},
    };
    return all;
}

boost::json::object item_of(SampleItem const& sample) {
    auto item = sample_item(sample);
    auto const equals = sample.patient_name.find('=');
    if (equals == std::string::npos) return item;
    item["00100010"] = boost::json::object{
        {"vr", "PN"},
        {"Value",
         boost::json::array{boost::json::object{{"Alphabetic", sample.patient_name.substr(0, equals)},
                                                {"Ideographic", sample.patient_name.substr(equals + 1)}}}}};
    return item;
}

struct Case {
    std::string_view section;
    std::vector<FindKey> keys;
    std::string expected;  // step IDs
    MatchingOptions options = {};
};

// Each row is asked of the index and, without it, of every item: both agree.
std::vector<Case> const& cases() {
    FindKey const from_31{{0x0040, 0x0002}, "20240131-20240201", {steps}};
    static std::vector<Case> const all{
        {"C.2.2.2.3 universal", {}, "S1 S2 S3 S4"},
        {"C.2.2.2.3 universal", {{{0x0010, 0x0010}, "", {}}, {{0x0010, 0x0020}, "*", {}}}, "S1 S2 S3 S4"},
        {"C.2.2.2.1 single value", {{{0x0010, 0x0020}, "P2", {}}}, "S2"},
        {"C.2.2.2.1 single value", {{{0x0010, 0x0020}, "p2", {}}}, ""},
        {"C.2.2.2.1 single value", {{{0x0008, 0x0050}, "A1", {}}}, "S1 S2 S3"},
        {"C.2.2.2.1 person name", {{{0x0010, 0x0010}, "MULLER^jurgen", {}}}, "S2"},
        {"C.2.2.2.1 person name", {{{0x0010, 0x0010}, "山田^太郎", {}}}, "S1"},
        {"C.2.2.2.2 list of UIDs", {{{0x0020, 0x000D}, "1.1\\1.3\\1.9", {}}}, "S1 S3"},
        {"C.2.2.2.4 wild card", {{{0x0010, 0x0020}, "P?", {}}}, "S1 S2 S3"},
        {"C.2.2.2.4 wild card", {{{0x0010, 0x0010}, "yam*", {}}}, "S1"},
        {"C.2.2.2.4 wild card", {{{0x0010, 0x0010}, "*太*", {}}}, "S1"},
        {"C.2.2.2.6 sequence", {{{0x0008, 0x0060}, "MR", {steps}}}, "S3"},
        {"C.2.2.2.6 sequence", {{{0x0040, 0x0001}, "CT1", {steps}}, {{0x0040, 0x0009}, "S4", {steps}}}, "S4"},
        {"C.2.2.2.6 sequence",
         {{{0x0040, 0x0006}, "roe*", {steps}}, {{0x0040, 0x0007}, "Head", {steps}}},
         "S1 S2 S3 S4"},
        {"C.2.2.2.6 one item has it all",
         {{{0x0008, 0x0100}, "C1", {{0x0032, 0x1064}}}, {{0x0008, 0x0104}, "Head", {{0x0032, 0x1064}}}},
         "S1 S2 S3 S4"},
        {"C.2.2.2.6 one item has it all",
         {{{0x0008, 0x0100}, "C1", {{0x0032, 0x1064}}}, {{0x0008, 0x0104}, "Neck", {{0x0032, 0x1064}}}},
         ""},
        {"C.2.2.2.5 dates", {{{0x0040, 0x0002}, "20240201", {steps}}}, "S3"},
        {"C.2.2.2.5 dates", {{{0x0040, 0x0002}, "-20240131", {steps}}}, "S1 S2"},
        {"C.2.2.2.5 times", {{{0x0040, 0x0003}, "0800-", {steps}}}, "S1 S2 S4"},
        {"C.2.2.2.5 a time alone", {{{0x0040, 0x0003}, "08", {steps}}}, "S1"},
        {"K.6-1 date and time as one", {from_31, {{0x0040, 0x0003}, "1000-0730", {steps}}}, "S2 S3"},
        {"K.6-1 date and time as one", {from_31, {{0x0040, 0x0003}, "0900-0600", {steps}}}, "S2"},
        {"K.6-1 date and time by themselves", {from_31, {{0x0040, 0x0003}, "07", {steps}}}, "S3"},
        {"K.2.2.1.1.1 what is unknown matches nothing", {{{0x0008, 0x0090}, "X*", {}}}, ""},
        {"C.2.2.2.1 numbers", {{{0x0010, 0x1030}, "72.50", {}}}, "S1 S2 S3 S4"},
        {"K.5.1 fuzzy names", {{{0x0010, 0x0010}, "jurgen", {}}}, "S2", {.fuzzy_person_names = true}},
        {"K.5.1 literal names", {{{0x0010, 0x0010}, "jurgen", {}}}, ""},
        {"K.4.1.1.3.1 not matched",
         {{{0x0008, 0x0201}, "+0100", {}}, {{0x0008, 0x0005}, "ISO_IR 100", {}}},
         "S1 S2 S3 S4"},
    };
    return all;
}

std::string without_last_space(std::string text) {
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("keys select worklist items, in the index and without it alike (PS3.4 K.2.2, K.6.1.2)") {
    testing::ArchiveOnDisk on_disk;
    auto& index = on_disk.archive().index;
    for (auto const& sample : samples()) REQUIRE(schedule(index, {"test"}, *scheduled_steps(item_of(sample))));
    for (auto const& [section, keys, expected, options] : cases()) {
        CAPTURE(section);
        CAPTURE(expected);
        auto const plan = plan_worklist({keys, options});
        REQUIRE(plan);
        CHECK(plan->unmatched.empty());
        std::string found, matching;
        REQUIRE(find_worklist(index, {"test"}, *plan, [&](WorklistItem const& item) {
            found += item.step().key.step_id + ' ';
            return Result<void>{};
        }));
        CHECK(without_last_space(found) == expected);
        for (auto const& sample : samples()) {
            auto const item = item_of(sample);
            if (matches_plan(MetadataItem{&item}, *plan)) matching += sample.step + ' ';
        }
        CHECK(without_last_space(matching) == expected);
    }
}

}  // namespace cassette
