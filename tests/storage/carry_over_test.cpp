#include "storage/carry_over.h"

#include "storage/sqlite_index.h"
#include "storage/worklist.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <fstream>
#include <vector>

namespace cassette {

namespace {

std::unique_ptr<Index> open(std::filesystem::path const& file) {
    auto index = open_sqlite_index(file);
    REQUIRE(index);
    return std::move(*index);
}

}  // namespace

TEST_CASE("what no object tells is copied to a new index: steps, their stations, what was performed") {
    testing::TemporaryDirectory const folder;
    {
        auto const index = open(folder / "old.db");
        ScheduledStep const step{.key = {"1.1", "S1"}, .station_ae_titles = {"CT1"}, .dataset = "item"};
        REQUIRE(index->worklist().schedule(std::vector{step}));
        PerformedStep const performed{
            .sop_instance_uid = "1.9", .status = "IN PROGRESS", .dataset = "created", .scheduled_status = "STARTED"};
        REQUIRE(index->worklist().begin_performing(performed, std::vector<PerformedOf>{{{"1.1", "S1"}, {}, {}}}));
        (void)open(folder / "new.db");
    }
    REQUIRE(carry_over(folder / "old.db", folder / "new.db"));
    auto const index = open(folder / "new.db");
    int count = 0;
    std::vector<StepCondition> const station{{StepColumn::station_ae_title, OneOf{{"CT1"}}}};
    REQUIRE(index->worklist().find(station, [&](ScheduledStep const& step) {
        ++count;
        CHECK(step.dataset == "item");
        CHECK(step.status == "STARTED");
        return Result<void>{};
    }));
    CHECK(count == 1);
    CHECK(index->worklist().performed("1.9")->dataset == "created");
}

TEST_CASE("from an index that is damaged nothing is copied") {
    testing::TemporaryDirectory const folder;
    (void)open(folder / "new.db");
    std::ofstream{folder / "old.db"} << std::string(8192, 'x');
    CHECK_FALSE(carry_over(folder / "old.db", folder / "new.db"));
    CHECK(open(folder / "new.db")->worklist().performed("1.9").error().code == ErrorCode::not_found);
}

}  // namespace cassette
