#include "archive/retrieve/referenced_instance.h"

#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("an instance is found by its SOP Instance UID alone, whatever study it is in") {
    testing::ArchiveOnDisk holder;
    (void)testing::stored_file(holder.archive(), testing::small_image().part10());
    (void)testing::stored_file(
        holder.archive(),
        testing::small_image({.study = "1.2.4", .series = "1.2.4.1", .instance = "1.2.4.1.1"}).part10());
    auto const found = locate_referenced(holder.archive(), local_operator(), *SOPInstanceUID::parse("1.2.4.1.1"));
    REQUIRE(found);
    CHECK(found->study.str() == "1.2.4");
    CHECK(found->series.str() == "1.2.4.1");
    auto const missing = locate_referenced(holder.archive(), local_operator(), *SOPInstanceUID::parse("1.2.4.1"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
}

}  // namespace cassette
