#include "tools/retention.h"

#include "archive/lifecycle/removal.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("what was deleted is kept for so many days") {
    std::chrono::system_clock::time_point const now{std::chrono::hours{24 * 100}};
    constexpr std::int64_t day = 86'400'000'000'000;
    CHECK(purged_before(now, 0) == 100 * day);
    CHECK(purged_before(now, 30) == 70 * day);
    CHECK(purged_before(now, UINT64_MAX) < 0);
}

TEST_CASE("a step purges what is due and leaves the rest") {
    testing::ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    testing::stored_file(archive, testing::small_image({.study = "1.2.1"}).part10());
    REQUIRE(remove(archive, local_operator(), {*StudyInstanceUID::parse("1.2.1"), {}, {}}, ""));
    CHECK(retention_step(archive, 1)() > std::chrono::milliseconds{0});
    CHECK(on_disk.counts().removed == 1);
    (void)retention_step(archive, 0)();
    CHECK(on_disk.counts().removed == 0);
    CHECK(on_disk.objects().empty());
}

}  // namespace cassette
