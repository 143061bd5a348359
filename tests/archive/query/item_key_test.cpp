#include "archive/query/item_key.h"

#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::DatasetBuilder;
using testing::small_image;
using Found = std::multiset<std::string>;

constexpr Tag procedure_code{0x0008, 0x1032};
constexpr Tag code_value{0x0008, 0x0100};
constexpr Tag coding_scheme{0x0008, 0x0102};
constexpr Tag code_meaning{0x0008, 0x0104};

struct Code {
    std::string value, scheme, meaning;
};

std::string code_item(Code const& code) {
    DatasetBuilder built;
    built.text(code_value, "SH", code.value).text(coding_scheme, "SH", code.scheme);
    if (!code.meaning.empty()) built.text(code_meaning, "LO", code.meaning);
    return testing::item(built.dataset(), testing::Length::defined);
}

void store(ArchiveOnDisk& on_disk, std::string const& study, std::vector<Code> const& codes) {
    auto image = small_image({.study = study, .series = study + ".1", .instance = study + ".1.1"});
    std::string items;
    for (auto const& code : codes) items += code_item(code);
    if (!codes.empty())
        image.element(procedure_code, testing::sequence(procedure_code, items, testing::Length::undefined));
    testing::stored_file(on_disk.archive(), image.part10());
}

struct Asked {
    Found studies;
    FindPlan plan;
};

Asked ask(ArchiveOnDisk& on_disk, std::vector<FindKey> keys, MatchingOptions options = {}) {
    FindQuery query;
    query.keys = std::move(keys);
    query.options = options;
    auto plan = plan_find(query, *on_disk.archive().index.search_values().declared());
    REQUIRE(plan);
    Asked asked;
    auto const done = find(on_disk.archive(), {}, *plan, [&](Match const& match) {
        asked.studies.insert(match.values[attribute_at({0x0020, 0x000D})]);
        return Result<void>{};
    });
    REQUIRE(done);
    asked.plan = std::move(*plan);
    return asked;
}

FindKey code_key(Tag tag, std::string value) { return {tag, std::move(value), {procedure_code}}; }

void fill(ArchiveOnDisk& on_disk) {
    store(on_disk, "1.1", {{"CTHEAD", "L", "Head"}, {"CTNECK", "L", "Neck"}});
    store(on_disk, "1.2", {{"CTHEAD", "SCT", ""}});
    store(on_disk, "1.3", {});
}

}  // namespace

TEST_CASE("keys within a sequence match item by item (PS3.4 C.2.2.2.6)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    CHECK(ask(on_disk, {code_key(code_value, "CTHEAD")}).studies == Found{"1.1", "1.2"});
    CHECK(ask(on_disk, {code_key(code_value, "CT*K")}).studies == Found{"1.1"});
    CHECK(ask(on_disk, {code_key(code_value, "CTHEAD"), code_key(coding_scheme, "SCT")}).studies == Found{"1.2"});
    CHECK(ask(on_disk, {code_key(code_value, "CTHEAD"), code_key(code_meaning, "Neck")}).studies.empty());
    CHECK(ask(on_disk, {code_key(code_value, "*")}).studies.size() == 3);
    CHECK(ask(on_disk, {code_key(code_value, "")}).studies.size() == 3);
    CHECK(ask(on_disk, {code_key(code_value, "")}).plan.from_metadata == std::vector{procedure_code});
}

TEST_CASE("the same tag outside the sequence is another key") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    auto const asked = ask(on_disk, {{code_value, "CTHEAD"}});
    CHECK(asked.plan.unmatched == std::vector{code_value});
    CHECK(asked.studies.size() == 3);
    auto const elsewhere = ask(on_disk, {{code_value, "CTHEAD", {{0x0008, 0x9999}}}});
    CHECK(elsewhere.plan.unmatched == std::vector{code_value});
}

TEST_CASE("empty values in items match when that is asked for (PS3.4 C.2.2.2.7)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    CHECK(ask(on_disk, {code_key(code_meaning, "\"\"")}, {.empty_values = true}).studies == Found{"1.2", "1.3"});
    CHECK(ask(on_disk, {code_key(code_meaning, "\"\""), code_key(code_value, "CTHEAD")}, {.empty_values = true})
              .studies == Found{"1.2"});
    CHECK(ask(on_disk, {code_key(code_meaning, "\"\"")}).studies.empty());
}

TEST_CASE("a list is any of its values, or all of them when that is asked for (PS3.4 C.2.2.2.8)") {
    ArchiveOnDisk on_disk;
    REQUIRE(on_disk.archive().index.search_values().declare(
        std::vector<SearchAttribute>{{"flags", {}, {0x0009, 0x1001}, "ACME", "CS", Level::study, Matching::text}}));
    auto image = small_image();
    image.text({0x0009, 0x0010}, "LO", "ACME").text({0x0009, 0x1001}, "CS", "A\\B");
    testing::stored_file(on_disk.archive(), image.part10());
    Tag const flags{0x0009, 0x1001};
    CHECK(ask(on_disk, {{flags, "A\\C"}}).studies.size() == 1);
    CHECK(ask(on_disk, {{flags, "A\\C"}}, {.multiple_values = true}).studies.empty());
    CHECK(ask(on_disk, {{flags, "B\\A"}}, {.multiple_values = true}).studies.size() == 1);
}

TEST_CASE("values that the VR does not allow are errors that name the tag only") {
    DeclaredAttribute const weight{1, {"weight", {}, {0x0010, 0x1030}, {}, "DS", Level::study, Matching::number}, 0};
    auto const refused = item_match_of(weight, "heavy", {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::malformed);
    CHECK(refused.error().detail.find("00101030") != std::string::npos);
    CHECK(refused.error().detail.find("heavy") == std::string::npos);
    auto const matched = item_match_of(weight, "70.50\\80", {});
    REQUIRE(matched);
    REQUIRE(matched->conditions.size() == 1);
    CHECK(std::get<OneOf>(matched->conditions[0].operand).values == std::vector<std::string>{"70.5", "80"});
}

TEST_CASE("a private key means the attribute of the creator named beside it (PS3.5 7.8.1)") {
    auto const declared = [](std::int64_t id, std::string creator) {
        return DeclaredAttribute{
            id, {"x", {}, {0x0009, 0x1001}, std::move(creator), "LO", Level::study, Matching::text}, 0};
    };
    auto const meant = [](std::vector<FindKey> keys, DeclaredAttributes const& all) -> std::int64_t {
        FindQuery query;
        query.keys = std::move(keys);
        auto const* found = search_attribute_of(query, query.keys.back(), all);
        return found == nullptr ? 0 : found->id;
    };
    DeclaredAttributes const both{declared(1, "ACME"), declared(2, "OTHER")};
    DeclaredAttributes const one{declared(1, "ACME")};
    FindKey const key{{0x0009, 0x1001}, "v"}, elsewhere{{0x0009, 0x4201}, "v"};
    CHECK(meant({{{0x0009, 0x0010}, "OTHER"}, key}, both) == 2);
    CHECK(meant({{{0x0009, 0x0042}, "OTHER "}, elsewhere}, both) == 2);
    CHECK(meant({{{0x0009, 0x0010}, "THIRD"}, key}, both) == 0);
    CHECK(meant({elsewhere}, one) == 1);
    CHECK(meant({elsewhere}, both) == 0);
    CHECK(meant({key}, one) == 1);
    CHECK(meant({{{0x0009, 0x1002}, "v"}}, one) == 0);
    CHECK(names_private_creator({{0x0009, 0x0010}, "ACME"}));
    CHECK_FALSE(names_private_creator({{0x0009, 0x1001}, "ACME"}));
    CHECK_FALSE(names_private_creator({{0x0008, 0x0010}, "ACME"}));
}

}  // namespace cassette
