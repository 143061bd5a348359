#include "tools/backfill.h"

#include "storage/search_values.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("steps fill in what search attributes miss, resting between them, then there is nothing to do for long") {
    testing::ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    testing::stored_file(archive, testing::small_image().text({0x0018, 0x0060}, "DS", "120").part10());
    auto step = backfill_step(archive);
    CHECK(step() > std::chrono::hours{1});
    std::vector<SearchAttribute> const custom{
        {"KVP", {}, {0x0018, 0x0060}, {}, "DS", Level::instance, Matching::number}};
    REQUIRE(archive.index.search_values().declare(custom));
    auto again = backfill_step(archive);
    auto const rest = again();
    CHECK(rest > std::chrono::milliseconds{0});
    CHECK(rest < std::chrono::minutes{10});
    CHECK(again() > std::chrono::hours{1});
    CHECK(archive.index.search_values().progress()->attributes == 0);
}

}  // namespace cassette
