// Attribute matching, PS3.4 C.2.2.2, from keys to the rows of a real index.

#include "archive/query/find.h"

#include "tests/support/archive_on_disk.h"
#include "tests/support/matching_samples.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::matching_objects;
using testing::matching_tables;
using testing::MatchingSample;
using enum Level;

Tag tag_of(std::string_view keyword) {
    auto const position = find_attribute(keyword);
    REQUIRE(position);
    return attributes()[*position].tag;
}

void fill(ArchiveOnDisk& on_disk) {
    for (auto const& object : matching_objects()) testing::stored_file(on_disk.archive(), object);
}

std::string found(ArchiveOnDisk& on_disk, FindQuery const& query) {
    auto const plan = plan_find(query);
    REQUIRE(plan);
    CHECK(plan->unmatched.empty());
    std::string ids;
    std::uint64_t matches = 0;
    auto const keep = [&](Match const& match) -> Result<void> {
        ids += (ids.empty() ? "" : " ") + match.values[attribute_at({0x0010, 0x0020})];
        ++matches;
        return {};
    };
    REQUIRE(find(on_disk.archive(), local_operator(), *plan, keep));
    auto const counted = count(on_disk.archive(), local_operator(), *plan);
    REQUIRE(counted);
    CHECK(*counted == matches);
    return ids;
}

FindQuery query_of(MatchingSample const& sample, MatchingOptions const& options) {
    FindQuery query;
    query.level = sample.level;
    query.ordering = Ordering::stable;
    query.options = options;
    for (auto const& [keyword, value] : sample.keys) query.keys.push_back({tag_of(keyword), value});
    return query;
}

}  // namespace

TEST_CASE("every kind of matching gives what its section says (PS3.4 C.2.2.2)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    for (auto const& table : matching_tables()) {
        CAPTURE(table.title);
        for (auto const& sample : table.samples) {
            CAPTURE(sample.section);
            for (auto const& key : sample.keys) CAPTURE(key.value);
            CHECK(found(on_disk, query_of(sample, table.options)) == sample.matches);
        }
    }
}

TEST_CASE("the caller's order comes before the usual one, absent values last") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    auto const ordered = [&](Level level, std::vector<std::pair<std::string_view, Direction>> keys) {
        FindQuery query;
        query.level = level;
        for (auto const& [keyword, direction] : keys) query.order_by.push_back({tag_of(keyword), direction});
        return found(on_disk, query);
    };
    using enum Direction;
    CHECK(ordered(study, {}) == "P3 P2 P1 P4");
    CHECK(ordered(study, {{"PatientName", ascending}}) == "P2 P3 P4 P1");
    CHECK(ordered(study, {{"PatientName", descending}}) == "P1 P4 P3 P2");
    CHECK(ordered(study, {{"StudyDate", ascending}, {"StudyTime", descending}}) == "P1 P3 P2 P4");
    CHECK(ordered(study, {{"AccessionNumber", ascending}}) == "P4 P3 P2 P1");
    CHECK(ordered(study, {{"StudyDate", ascending}}) == "P1 P3 P2 P4");  // the later study of one day first
    CHECK(ordered(series, {{"SeriesNumber", descending}}) == "P1 P1 P3 P2 P4");
    CHECK(ordered(instance, {{"ImageType", ascending}, {"SeriesInstanceUID", descending}}) == "P2 P1 P1 P4 P3");
}

TEST_CASE("what orders nothing is malformed, and the detail names the tag") {
    for (Tag const tag : {Tag{0x0010, 0x1030}, Tag{0x0018, 0x0050}, Tag{0x0008, 0x0060}}) {
        FindQuery query;
        query.order_by = {{tag, Direction::ascending}};
        auto const plan = plan_find(query);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().code == ErrorCode::malformed);
        CHECK(plan.error().detail.find(to_hex(tag)) != std::string::npos);
    }
}

}  // namespace cassette
