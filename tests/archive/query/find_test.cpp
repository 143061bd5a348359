#include "archive/query/find.h"

#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <set>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::DatasetBuilder;
using testing::small_image;
using testing::stored_file;
using Found = std::multiset<std::string>;

constexpr Tag study_uid{0x0020, 0x000D};
constexpr Tag series_uid{0x0020, 0x000E};
constexpr Tag instance_uid{0x0008, 0x0018};

// One study, one series, one instance.
DatasetBuilder image(std::string const& study, std::string const& name, std::string_view date, std::string_view time) {
    auto built = small_image({.study = study,
                              .series = study + ".1",
                              .instance = study + ".1.1",
                              .patient_name = name,
                              .patient_id = "ID" + study});
    return built.text({0x0008, 0x0020}, "DA", date).text({0x0008, 0x0030}, "TM", time);
}

// Four studies; the third has a CT and an MR series, the fourth no date and no time.
void fill(ArchiveOnDisk& on_disk) {
    auto& archive = on_disk.archive();
    auto const utf8 = [](DatasetBuilder built) { return built.text({0x0008, 0x0005}, "CS", "ISO_IR 192"); };
    stored_file(archive, utf8(image("1.1", "Müller^Jürgen", "20240101", "10")).part10());
    stored_file(archive, utf8(image("1.2", "Yamada^Tarou=山田^太郎=やまだ^たろう", "20240131", "101530.5")).part10());
    auto third = image("1.3", "Doe^Jane", "20240201", "235959");
    third.text({0x0010, 0x1000}, "LO", "OLD1\\OLD2").text({0x0008, 0x1030}, "LO", "CT [head] 50%");
    stored_file(archive, third.part10());
    third.text({0x0008, 0x0060}, "CS", "MR").text(series_uid, "UI", "1.3.2").text(instance_uid, "UI", "1.3.2.1");
    third.text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.4").text({0x0020, 0x0011}, "IS", "7");
    stored_file(archive, third.part10());
    stored_file(archive, image("1.4", "Doe^John", "", "").part10());
}

FindQuery query_for(std::vector<FindKey> keys, Level level = Level::study) {
    FindQuery query;
    query.level = level;
    query.keys = std::move(keys);
    return query;
}

FindQuery page(std::uint64_t offset, std::optional<std::uint64_t> limit) {
    FindQuery query;
    query.offset = offset;
    query.limit = limit;
    return query;
}

FindQuery wanting(std::vector<Tag> include) {
    FindQuery query;
    query.include = std::move(include);
    return query;
}

Tag uid_of(Level level) {
    switch (level) {
        case Level::patient: return {0x0010, 0x0020};
        case Level::study: return study_uid;
        case Level::series: return series_uid;
        case Level::instance: return instance_uid;
    }
    return {};
}

Found found(ArchiveOnDisk& on_disk, FindQuery const& query) {
    auto const plan = plan_find(query);
    REQUIRE(plan);
    Found all;
    auto const keep = [&](Match const& match) -> Result<void> {
        all.insert(match.values[attribute_at(uid_of(query.level))]);
        return {};
    };
    REQUIRE(find(on_disk.archive(), local_operator(), *plan, keep));
    auto const counted = count(on_disk.archive(), local_operator(), *plan);
    REQUIRE(counted);
    if (!query.limit && query.offset == 0) CHECK(*counted == all.size());
    return all;
}

Found studies(ArchiveOnDisk& on_disk, std::string_view keyword, std::string value) {
    auto const position = find_attribute(keyword);
    REQUIRE(position);
    return found(on_disk, query_for({{attributes()[*position].tag, std::move(value)}}));
}

}  // namespace

TEST_CASE("studies are found by each kind of matching (PS3.4 C.2.2.2)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    Found const all{"1.1", "1.2", "1.3", "1.4"};
    struct Sample {
        std::string_view what, keyword;
        std::string value;
        Found matches;
    };
    for (auto const& [what, keyword, value, matches] : {
             Sample{"C.2.2.2.1 single value", "PatientID", "ID1.2", {"1.2"}},
             Sample{"C.2.2.2.1 case counts", "PatientID", "id1.2", {}},
             Sample{"C.2.2.2.2 list of UIDs", "StudyInstanceUID", "1.1\\1.3\\9.9", {"1.1", "1.3"}},
             Sample{"C.2.2.2.2 no UID at all", "StudyInstanceUID", "1.*", {}},
             Sample{"C.2.2.2.3 universal", "PatientName", "", all},
             Sample{"C.2.2.2.3 universal by *", "StudyDate", "*", all},
             Sample{"C.2.2.2.4 wildcard", "PatientID", "ID1.?", all},
             Sample{"C.2.2.2.4 wildcard in the middle", "PatientID", "I*3", {"1.3"}},
             Sample{"C.2.2.2.4 brackets are literal", "StudyDescription", "*[head]*", {"1.3"}},
             Sample{"C.2.2.2.4 brackets are no class", "StudyDescription", "*[xhy]*", {}},
             Sample{"C.2.2.2.4 percent is literal", "StudyDescription", "%", {}},
             Sample{"C.2.2.2.5 single date", "StudyDate", "20240131", {"1.2"}},
             Sample{"C.2.2.2.5 both ends are included", "StudyDate", "20240101-20240131", {"1.1", "1.2"}},
             Sample{"C.2.2.2.5 until", "StudyDate", "-20240131", {"1.1", "1.2"}},
             Sample{"C.2.2.2.5 from", "StudyDate", "20240131-", {"1.2", "1.3"}},
             Sample{"C.2.2.2.5 an hour", "StudyTime", "10", {"1.1", "1.2"}},
             Sample{"C.2.2.2.5 a range of times", "StudyTime", "1015-2359", {"1.2", "1.3"}},
             Sample{"PS3.5 6.2.1 folded", "PatientName", "MULLER^JURGEN", {"1.1"}},
             Sample{"PS3.5 6.2.1 accents given", "PatientName", "Müller*", {"1.1"}},
             Sample{"PS3.5 6.2.1 ideographic group", "PatientName", "*=山田*", {"1.2"}},
             Sample{"PS3.5 6.2.1 a part in the middle", "PatientName", "*oe^J*", {"1.3", "1.4"}},
             Sample{"one of several values", "OtherPatientIDs", "OLD2", {"1.3"}},
             Sample{"one of several values by wildcard", "OtherPatientIDs", "?LD2", {"1.3"}},
             Sample{"C.6.2.1.2 membership", "ModalitiesInStudy", "MR", {"1.3"}},
             Sample{"C.6.2.1.2 membership of any", "ModalitiesInStudy", "MR\\CT", all},
             Sample{"C.6.2.1.2 SOP classes", "SOPClassesInStudy", "1.2.840.10008.5.1.4.1.1.4", {"1.3"}},
         }) {
        CAPTURE(what);
        CHECK(studies(on_disk, keyword, value) == matches);
    }
}

TEST_CASE("keys of all levels combine, and each level has its matches (PS3.4 C.6.2.1)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    CHECK(found(on_disk, query_for({{{0x0010, 0x0010}, "doe*"}, {{0x0008, 0x0020}, "20240201"}})) == Found{"1.3"});
    CHECK(found(on_disk, query_for({{{0x0010, 0x0010}, "doe*"}, {{0x0008, 0x0020}, "20240101"}})) == Found{});
    CHECK(found(on_disk, query_for({{study_uid, "1.3"}}, Level::series)) == Found{"1.3.1", "1.3.2"});
    CHECK(found(on_disk, query_for({{study_uid, "1.3"}, {{0x0008, 0x0060}, "MR"}}, Level::series)) == Found{"1.3.2"});
    CHECK(found(on_disk, query_for({{{0x0020, 0x0011}, "07"}}, Level::series)) == Found{"1.3.2"});
    CHECK(found(on_disk, query_for({{{0x0010, 0x0010}, "doe^jane"}}, Level::instance)) == Found{"1.3.1.1", "1.3.2.1"});
    CHECK(found(on_disk, query_for({{{0x0028, 0x0010}, "2"}, {series_uid, "1.1.1"}}, Level::instance)) ==
          Found{"1.1.1.1"});
    CHECK(found(on_disk, query_for({{{0x0010, 0x0020}, "ID1.3"}}, Level::patient)) == Found{"ID1.3"});
}

TEST_CASE("a key that cannot be matched is ignored and told (PS3.4 C.2.2.1.3)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    auto const query = query_for({{{0x0018, 0x0050}, "1.25"}, {{0x0020, 0x1208}, "5"}, {{0x0010, 0x0010}, "doe^jane"}});
    auto const plan = plan_find(query);
    REQUIRE(plan);
    CHECK(plan->unmatched == std::vector<Tag>{{0x0018, 0x0050}, {0x0020, 0x1208}});
    CHECK(plan->from_metadata == std::vector<Tag>{{0x0018, 0x0050}});
    CHECK(found(on_disk, query) == Found{"1.3"});
    // Asked for without a value it is only wanted.
    CHECK(plan_find(query_for({{{0x0018, 0x0050}, ""}}))->unmatched.empty());
}

TEST_CASE("what describes the identifier itself is no key (PS3.4 C.2.2.2)") {
    auto const plan =
        plan_find(query_for({{{0x0008, 0x0005}, "ISO_IR 192"}, {{0x0008, 0x0052}, "STUDY"}, {{0x0008, 0x0053}, "X"}}));
    REQUIRE(plan);
    CHECK(plan->unmatched.empty());
    CHECK(plan->from_metadata.empty());
    CHECK(plan->request.conditions.empty());
}

TEST_CASE("a value that its VR does not allow is malformed, and the detail names the tag and not the value") {
    auto const plan = plan_find(query_for({{{0x0008, 0x0020}, "first of May"}}));
    REQUIRE_FALSE(plan);
    CHECK(plan.error().code == ErrorCode::malformed);
    CHECK(plan.error().detail.find("00080020") != std::string::npos);
    CHECK(plan.error().detail.find("May") == std::string::npos);
}

TEST_CASE("matches come newest first, and limit and offset walk through them (PS3.18 8.3.4.4)") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    std::vector<std::string> order;
    auto const plan = plan_find({});
    REQUIRE(plan);
    auto const keep = [&](Match const& match) -> Result<void> {
        order.push_back(match.values[attribute_at(study_uid)]);
        return {};
    };
    REQUIRE(find(on_disk.archive(), local_operator(), *plan, keep));
    CHECK(order == std::vector<std::string>{"1.3", "1.2", "1.1", "1.4"});
    CHECK(found(on_disk, page(1, 2)) == Found{"1.2", "1.1"});
    CHECK(found(on_disk, page(3, 2)) == Found{"1.4"});
    CHECK(found(on_disk, page(9, std::nullopt)) == Found{});
    CHECK(found(on_disk, page(0, 0)) == Found{});
}

TEST_CASE("attributes beyond the index come from a representative instance's metadata (PS3.18 8.3.4.3)") {
    ArchiveOnDisk on_disk;
    auto built = small_image().text({0x0018, 0x0050}, "DS", "1.25");
    stored_file(on_disk.archive(), built.part10());
    FindQuery everything;
    everything.include_all = true;
    for (auto const& query : {wanting({{0x0018, 0x0050}}), everything, query_for({{{0x0018, 0x0050}, ""}})}) {
        std::string metadata;
        auto const keep = [&](Match const& match) -> Result<void> {
            metadata = match.metadata;
            return {};
        };
        REQUIRE(find(on_disk.archive(), local_operator(), *plan_find(query), keep));
        boost::json::error_code error;
        auto const object = boost::json::parse(metadata, error);
        REQUIRE_FALSE(error);
        CHECK(object.at("00180050").at("Value").at(0) == 1.25);
    }
    std::string metadata = "untouched";
    auto const keep = [&](Match const& match) -> Result<void> {
        metadata = match.metadata;
        return {};
    };
    // What the index has anyway costs no metadata.
    REQUIRE(find(on_disk.archive(), local_operator(), *plan_find(wanting({{0x0010, 0x0010}, {0x0020, 0x1208}})), keep));
    CHECK(metadata == "");
}

TEST_CASE("the sink's error ends the search and is returned") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    int matches = 0;
    auto const stop = [&](Match const&) -> Result<void> {
        ++matches;
        return fail(ErrorCode::cancelled, "enough");
    };
    auto const ended = find(on_disk.archive(), local_operator(), *plan_find({}), stop);
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code == ErrorCode::cancelled);
    CHECK(matches == 1);
}

}  // namespace cassette
