#include "tests/support/index_contract.h"

#include "storage/search_values.h"
#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette::testing {

namespace {

using enum Level;

constexpr Tag procedure_code{0x0008, 0x1032};
constexpr Tag code_value{0x0008, 0x0100};
constexpr Tag code_meaning{0x0008, 0x0104};

DeclaredAttribute declared(Index const& index, std::string_view name) {
    auto const all = index.search_values().declared();
    auto const found =
        std::ranges::find_if(*all, [&](DeclaredAttribute const& each) { return each.attribute.name == name; });
    CAPTURE(name);
    REQUIRE(found != all->end());
    return *found;
}

std::int64_t item(std::initializer_list<std::int64_t> numbers) {
    std::int64_t code = 0;
    std::size_t depth = 0;
    for (auto const number : numbers) code |= number << item_shift(++depth);
    return code;
}

struct Given {
    std::string_view attribute;
    std::int64_t item;
    std::string value;
};

void commit(Index& index, SampleInstance const& sample, std::vector<Given> const& given) {
    auto record = sample_record(sample);
    for (auto const& [name, in, value] : given) record.searched.push_back({declared(index, name).id, in, value});
    std::ranges::sort(record.searched);
    REQUIRE(index.commit(std::move(record), OnDuplicate::supersede));
}

ItemCondition condition(Index const& index, std::string_view name, Operand operand) {
    auto const attribute = declared(index, name);
    return {attribute.id, attribute.attribute.level, attribute.attribute.sequences, std::move(operand)};
}
ItemCondition equals(Index const& index, std::string_view name, std::string value) {
    return condition(index, name, OneOf{{std::move(value)}});
}

std::string found(Index const& index, std::vector<ItemCondition> conditions, Level level = study,
                  std::vector<Condition> columns = {}) {
    auto request = request_for(level, std::move(columns));
    request.item_conditions = std::move(conditions);
    request.ordering = Ordering::stable;
    auto const ids = find_values(index, request, level == instance ? "SOPInstanceUID" : "PatientID");
    auto const counted = index.count(request);
    REQUIRE(counted);
    CHECK(*counted == find_all(index, request).size());
    request.ordering = Ordering::newest_first;
    request.limit = 50;
    CHECK(find_all(index, request).size() == *counted);
    return ids;
}

constexpr std::string_view code = "ProcedureCodeSequence.CodeValue";
constexpr std::string_view meaning = "ProcedureCodeSequence.CodeMeaning";
constexpr std::string_view step = "RequestAttributesSequence.ScheduledProcedureStepID";
constexpr std::string_view concept_name = "ConceptNameCodeSequence.CodeValue";
constexpr std::string_view other_id = "OtherPatientIDsSequence.PatientID";

// Two studies of one procedure with two items each, and a third without.
void fill(Index& index) {
    commit(index, {.values = {{"PatientID", "P1"}}},
           {{code, item({1}), "CTHEAD"},
            {meaning, item({1}), "Head"},
            {code, item({2}), "CTNECK"},
            {meaning, item({2}), "Neck"},
            {step, item({1}), "S1"},
            {other_id, item({1}), "OLD1"}});
    commit(index, {.study = 2, .series = 2, .instance = 2, .content = "b", .values = {{"PatientID", "P2"}}},
           {{code, item({1}), "CTHEAD"},
            {meaning, item({1}), "Neck"},
            {step, item({1}), "S2"},
            {step, item({2}), ""},
            {concept_name, item({1}), "11528-7"}});
    commit(index, {.study = 3, .series = 3, .instance = 3, .content = "c", .values = {{"PatientID", "P3"}}}, {});
}

void check_matching(Index& index) {
    SUBCASE("single value, list, wildcard and range matching in items (PS3.4 C.2.2.2.6)") {
        fill(index);
        CHECK(found(index, {equals(index, code, "CTHEAD")}) == "P1 P2");
        CHECK(found(index, {equals(index, code, "CTNECK")}) == "P1");
        CHECK(found(index, {equals(index, code, "cthead")}).empty());
        CHECK(found(index, {condition(index, code, OneOf{{"CTNECK", "X"}})}) == "P1");
        CHECK(found(index, {condition(index, meaning, Wildcard{"N*"})}) == "P1 P2");
        CHECK(found(index, {condition(index, meaning, Wildcard{"*ea?"})}) == "P1");
        CHECK(found(index, {condition(index, code, Wildcard{"CT[HN]*"})}).empty());
        CHECK(found(index, {condition(index, step, Between{"S2", std::nullopt})}) == "P2");
        CHECK(found(index, {condition(index, step, Between{std::nullopt, "S1"})}) == "P1");
    }
    SUBCASE("all keys of a sequence hold for one and the same item (PS3.4 C.2.2.2.6)") {
        fill(index);
        CHECK(found(index, {equals(index, code, "CTHEAD"), equals(index, meaning, "Neck")}) == "P2");
        CHECK(found(index, {equals(index, code, "CTNECK"), equals(index, meaning, "Neck")}) == "P1");
        CHECK(found(index, {equals(index, code, "CTNECK"), equals(index, meaning, "Head")}).empty());
    }
    SUBCASE("an item without a value matches the empty value, and so does a sequence that is not there (C.2.2.2.7)") {
        fill(index);
        CHECK(found(index, {condition(index, step, NoValue{})}) == "P2 P3");
        CHECK(found(index, {condition(index, code, NoValue{})}) == "P3");
        CHECK(found(index, {condition(index, code, NoValue{}), condition(index, meaning, NoValue{})}) == "P3");
        CHECK(found(index, {condition(index, code, NoValue{}), equals(index, step, "S2")}).empty());
    }
}

void check_levels(Index& index) {
    SUBCASE("conditions apply at every level: those above to the row's parents, those below to some row below") {
        fill(index);
        CHECK(found(index, {equals(index, code, "CTHEAD")}, instance) ==
              instance_uid(1).str() + " " + instance_uid(2).str());
        CHECK(found(index, {equals(index, code, "CTNECK")}, series) == "P1");
        CHECK(found(index, {equals(index, code, "CTNECK")}, patient) == "P1");
        CHECK(found(index, {equals(index, step, "S2")}) == "P2");
        CHECK(found(index, {equals(index, step, "S2")}, instance) == instance_uid(2).str());
        CHECK(found(index, {equals(index, concept_name, "11528-7")}) == "P2");
        CHECK(found(index, {equals(index, concept_name, "11528-7")}, patient) == "P2");
        CHECK(found(index, {equals(index, concept_name, "11528-7")}, series) == "P2");
        for (auto const level : {patient, study, series})
            CHECK(found(index, {equals(index, other_id, "OLD1")}, level) == "P1");
        CHECK(found(index, {equals(index, other_id, "OLD1")}, instance) == instance_uid(1).str());
    }
    SUBCASE("with conditions on columns both hold") {
        fill(index);
        CHECK(found(index, {equals(index, code, "CTHEAD")}, study, {testing::equals("PatientID", "P2")}) == "P2");
        CHECK(found(index, {equals(index, code, "CTNECK")}, study, {testing::equals("PatientID", "P2")}).empty());
        CHECK(found(index, {equals(index, code, "CTHEAD")}, study, {testing::matches("PatientName", "doe*")}) ==
              "P1 P2");
        CHECK(found(index, {equals(index, step, "S2")}, study, {testing::equals("Modality", "CT")}) == "P2");
        CHECK(found(index, {equals(index, step, "S2")}, study, {testing::equals("Modality", "MR")}).empty());
        CHECK(found(index, {equals(index, code, "CTHEAD"), equals(index, step, "S2")}) == "P2");
    }
}

void check_commit(Index& index) {
    SUBCASE("the values of a later instance replace those of the study, sequence by sequence") {
        fill(index);
        commit(index, {.instance = 9, .content = "z"}, {{code, item({1}), "MR"}, {meaning, item({1}), "Head"}});
        CHECK(found(index, {equals(index, code, "CTNECK")}).empty());
        CHECK(found(index, {equals(index, code, "MR")}) == "P1");
        CHECK(found(index, {equals(index, step, "S1")}) == "P1");
    }
    SUBCASE("an instance without values leaves them") {
        fill(index);
        commit(index, {.instance = 9, .content = "z"}, {});
        CHECK(found(index, {equals(index, code, "CTNECK")}) == "P1");
    }
    SUBCASE("the values of an instance are those of its current version") {
        fill(index);
        commit(index, {.study = 2, .series = 2, .instance = 2, .content = "b2", .values = {{"PatientID", "P2"}}},
               {{concept_name, item({1}), "OTHER"}});
        CHECK(found(index, {equals(index, concept_name, "11528-7")}).empty());
        CHECK(found(index, {equals(index, concept_name, "OTHER")}, instance) == instance_uid(2).str());
    }
    SUBCASE("values go with their rows") {
        fill(index);
        // The only instance of study 2 moves to study 4: the patient stays, the study and the series of before go.
        commit(index, {.study = 4, .series = 4, .instance = 2, .content = "m", .values = {{"PatientID", "P2"}}}, {});
        CHECK(found(index, {equals(index, step, "S2")}).empty());
        CHECK(found(index, {equals(index, code, "CTHEAD")}) == "P1");
        CHECK(found(index, {equals(index, concept_name, "11528-7")}, instance).empty());
        // Rows that are made now have nothing of those that went.
        commit(index, {.study = 5, .series = 5, .instance = 5, .content = "n", .values = {{"PatientID", "P5"}}},
               {{code, item({1}), "CTHEAD"}});
        CHECK(found(index, {equals(index, code, "CTHEAD")}) == "P1 P5");
        CHECK(found(index, {equals(index, meaning, "Neck")}) == "P1");
    }
}

// Nested: an item of the outer sequence and, in it, one of the inner.
void check_nesting(Index& index) {
    constexpr Tag outer{0x0040, 0xA730}, inner{0x0040, 0xA168};
    std::vector<SearchAttribute> const custom{
        {"outer", {outer}, code_meaning, {}, "LO", study, Matching::text},
        {"inner", {outer, inner}, code_value, {}, "SH", study, Matching::text},
        {"inner meaning", {outer, inner}, code_meaning, {}, "LO", study, Matching::text}};
    REQUIRE(index.search_values().declare(custom));
    commit(index, {.values = {{"PatientID", "P1"}}},
           {{"outer", item({1}), "A"},
            {"outer", item({2}), "B"},
            {"inner", item({1, 1}), "x"},
            {"inner meaning", item({1, 1}), "X"},
            {"inner", item({1, 2}), "y"},
            {"inner meaning", item({1, 2}), "Y"},
            {"inner", item({2, 1}), "z"},
            {"inner meaning", item({2, 1}), "Z"}});
    SUBCASE("sequences in sequences match item by item too (PS3.4 C.2.2.2.6)") {
        CHECK(found(index, {equals(index, "outer", "A"), equals(index, "inner", "y")}) == "P1");
        CHECK(found(index, {equals(index, "inner", "y"), equals(index, "outer", "A")}) == "P1");
        CHECK(found(index, {equals(index, "outer", "B"), equals(index, "inner", "y")}).empty());
        CHECK(found(index, {equals(index, "inner", "x"), equals(index, "inner meaning", "X")}) == "P1");
        CHECK(found(index, {equals(index, "inner", "x"), equals(index, "inner meaning", "Y")}).empty());
        CHECK(found(index,
                    {equals(index, "outer", "B"), equals(index, "inner", "z"), equals(index, "inner meaning", "Z")}) ==
              "P1");
    }
    SUBCASE("what is no longer declared is not searched by, and its values go piece by piece") {
        auto const was = declared(index, "outer");
        REQUIRE(index.search_values().declare(std::span{custom}.subspan(1)));
        auto const all = index.search_values().declared();
        CHECK(std::ranges::none_of(*all, [&](auto const& each) { return each.id == was.id; }));
        CHECK(index.search_values().progress()->removed_attributes == 1);
        CHECK(*index.search_values().delete_undeclared(1));
        CHECK(*index.search_values().delete_undeclared(1));
        CHECK_FALSE(*index.search_values().delete_undeclared(1));
        CHECK(index.search_values().progress()->removed_attributes == 0);
        CHECK(found(index, {equals(index, "inner", "x")}) == "P1");
    }
}

}  // namespace

void check_item_contract(Index& index) {
    SUBCASE("matching") { check_matching(index); }
    SUBCASE("levels") { check_levels(index); }
    SUBCASE("commit") { check_commit(index); }
    SUBCASE("nesting") { check_nesting(index); }
}

namespace {

std::vector<FilledVersion> filled_with(Index& index, UnfilledPage const& page, std::string_view attribute) {
    std::vector<FilledVersion> filled;
    for (auto const& [version, metadata] : page.versions)
        filled.push_back({version, {{declared(index, attribute).id, 0, metadata.deflated}}});
    return filled;
}

}  // namespace

void check_fill_contract(Index& index) {
    fill(index);
    std::vector<SearchAttribute> const custom{{"flat", {}, {0x0009, 0x1001}, "ACME", "LO", study, Matching::text},
                                              {"low", {}, {0x0009, 0x1002}, "ACME", "LO", instance, Matching::text}};
    auto& values = index.search_values();
    CHECK(values.progress()->attributes == 0);
    REQUIRE(values.declare(custom));
    SUBCASE("a new attribute is filled from the latest version to the earliest") {
        CHECK(declared(index, "flat").unfilled_from == 3);
        CHECK(values.progress()->attributes == 2);
        CHECK(values.progress()->versions == 3);
        auto const first = values.unfilled(2);
        REQUIRE(first);
        REQUIRE(first->versions.size() == 2);
        CHECK(first->versions[0].metadata.deflated == "metadata of c");
        CHECK(first->next == 1);
        REQUIRE(values.fill(filled_with(index, *first, "flat"), first->next));
        CHECK(declared(index, "flat").unfilled_from == 1);
        CHECK(found(index, {equals(index, "flat", "metadata of b")}) == "P2");
        auto const second = values.unfilled(2);
        REQUIRE(second);
        REQUIRE(second->versions.size() == 1);
        CHECK(second->next == 0);
        REQUIRE(values.fill(filled_with(index, *second, "flat"), second->next));
        CHECK(declared(index, "flat").unfilled_from == 0);
        CHECK(values.progress()->attributes == 0);
        CHECK(found(index, {condition(index, "flat", Wildcard{"metadata*"})}) == "P1 P2 P3");
    }
    SUBCASE("what arrives while an attribute is being filled counts before what was there") {
        commit(index, {.study = 2, .series = 2, .instance = 8, .content = "new", .values = {{"PatientID", "P2"}}},
               {{"flat", 0, "newer"}});
        auto const page = values.unfilled(10);
        REQUIRE(page);
        CHECK(page->versions.size() == 3);
        REQUIRE(values.fill(filled_with(index, *page, "flat"), page->next));
        CHECK(found(index, {equals(index, "flat", "newer")}) == "P2");
        CHECK(found(index, {equals(index, "flat", "metadata of b")}).empty());
    }
    SUBCASE("a version that is no longer current when its values come is passed over") {
        auto const page = values.unfilled(10);
        REQUIRE(page);
        commit(index, {.study = 2, .series = 2, .instance = 2, .content = "newer", .values = {{"PatientID", "P2"}}},
               {});
        REQUIRE(values.fill(filled_with(index, *page, "low"), page->next));
        CHECK(found(index, {equals(index, "low", "metadata of b")}, instance).empty());
        CHECK(found(index, {equals(index, "low", "metadata of c")}, instance) == instance_uid(3).str());
    }
    SUBCASE("declaring the same again changes nothing") {
        auto const page = values.unfilled(10);
        REQUIRE(page);
        REQUIRE(values.fill({}, page->next));
        auto const id = declared(index, "flat").id;
        REQUIRE(values.declare(custom));
        CHECK(declared(index, "flat").id == id);
        CHECK(values.progress()->attributes == 0);
    }
}

}  // namespace cassette::testing
