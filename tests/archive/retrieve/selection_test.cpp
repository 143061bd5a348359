#include "archive/retrieve/selection.h"

#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;

constexpr Tag patient_id{0x0010, 0x0020}, study_uid{0x0020, 0x000D}, series_uid{0x0020, 0x000E},
    instance_uid{0x0008, 0x0018};

void store_sample(Archive& archive) {
    stored_file(archive, small_image({.study = "1.2", .series = "1.2.1", .instance = "1.2.1.1"}).part10());
    stored_file(archive, small_image({.study = "1.2", .series = "1.2.1", .instance = "1.2.1.2"}).part10());
    stored_file(archive, small_image({.study = "1.2", .series = "1.2.2", .instance = "1.2.2.1"}).part10());
    stored_file(archive,
                small_image({.study = "1.3", .series = "1.3.1", .instance = "1.3.1.1"},
                            testing::Encoding::implicit_little_endian)
                    .part10());
    stored_file(archive,
                small_image({.study = "1.4", .series = "1.4.1", .instance = "1.4.1.1", .patient_id = "P2"}).part10());
}

std::vector<std::string> instances_of(Archive const& archive, Selection const& selection) {
    std::vector<std::string> uids;
    CHECK(
        for_each_selected(archive, local_operator(), selection, [&](InstanceLocation const& location) -> Result<void> {
            uids.push_back(location.instance.str());
            return {};
        }));
    std::ranges::sort(uids);
    return uids;
}

using Uids = std::vector<std::string>;

}  // namespace

TEST_CASE("what is below the matches of unique keys is selected (PS3.4 C.4.2.1.4.1)") {
    ArchiveOnDisk disk;
    store_sample(disk.archive());
    struct Case {
        Level level;
        std::vector<FindKey> keys;
        Uids expected;
    };
    for (auto const& [level, keys, expected] : {
             Case{Level::patient, {{patient_id, "P1"}}, {"1.2.1.1", "1.2.1.2", "1.2.2.1", "1.3.1.1"}},
             Case{Level::study, {{study_uid, "1.3\\1.4"}}, {"1.3.1.1", "1.4.1.1"}},
             Case{Level::series, {{study_uid, "1.2"}, {series_uid, "1.2.1"}}, {"1.2.1.1", "1.2.1.2"}},
             Case{Level::instance, {{instance_uid, "1.2.1.2\\1.4.1.1\\9.9"}}, {"1.2.1.2", "1.4.1.1"}},
             Case{Level::study, {{study_uid, "9.9"}}, {}},
         }) {
        CAPTURE(keys.front().value);
        auto const selection = select_instances(disk.archive(), local_operator(), {level, keys});
        REQUIRE(selection);
        CHECK(selection->instances == expected.size());
        CHECK(instances_of(disk.archive(), *selection) == expected);
    }
}

TEST_CASE("the kinds of what is selected are told, each once") {
    ArchiveOnDisk disk;
    store_sample(disk.archive());
    auto const selection = select_instances(disk.archive(), local_operator(), {Level::patient, {{patient_id, "P1"}}});
    REQUIRE(selection);
    REQUIRE(selection->kinds.size() == 2);
    CHECK(selection->kinds[0].transfer_syntax.str() == "1.2.840.10008.1.2");
    CHECK(selection->kinds[1].transfer_syntax.str() == "1.2.840.10008.1.2.1");
}

TEST_CASE("what cannot be given on ends the visit with its error") {
    ArchiveOnDisk disk;
    store_sample(disk.archive());
    auto const selection = select_instances(disk.archive(), local_operator(), {Level::study, {{study_uid, "1.2"}}});
    REQUIRE(selection);
    int visited = 0;
    auto const ended =
        for_each_selected(disk.archive(), local_operator(), *selection, [&](auto const&) -> Result<void> {
            return ++visited == 2 ? Result<void>{fail(ErrorCode::cancelled, {})} : Result<void>{};
        });
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code == ErrorCode::cancelled);
    CHECK(visited == 2);
}

}  // namespace cassette
