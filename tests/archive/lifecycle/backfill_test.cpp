#include "archive/lifecycle/backfill.h"

#include "archive/query/find.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <set>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;
using Found = std::multiset<std::string>;

constexpr Tag private_tag{0x0009, 0x1001};
SearchAttribute const site{"site", {}, private_tag, "ACME", "LO", Level::study, Matching::text};
SearchAttribute const shot{"shot", {}, {0x0009, 0x1002}, "ACME", "IS", Level::instance, Matching::number};

// `count` studies of one instance each; the creator has another block in each second one.
void store_some(ArchiveOnDisk& on_disk, int first, int last) {
    for (int number = first; number <= last; ++number) {
        auto const study = "1.2." + std::to_string(number);
        auto image = small_image({.study = study, .series = study + ".1", .instance = study + ".1.1"});
        auto const block = static_cast<std::uint16_t>(number % 2 == 0 ? 0x10 : 0x37);
        image.text({0x0009, block}, "LO", "ACME");
        image.text({0x0009, static_cast<std::uint16_t>(block << 8U | 1U)}, "LO", "SITE " + std::to_string(number % 3));
        image.text({0x0009, static_cast<std::uint16_t>(block << 8U | 2U)}, "IS", std::to_string(number));
        stored_file(on_disk.archive(), image.part10());
    }
}

struct Answer {
    Found studies;
    bool complete;
};

Answer search(ArchiveOnDisk& on_disk, Tag tag, std::string value, Level level = Level::study) {
    FindQuery query;
    query.level = level;
    query.keys = {{tag, std::move(value)}};
    auto const plan = plan_find(query, *on_disk.archive().index.search_values().declared());
    REQUIRE(plan);
    CHECK(plan->unmatched.empty());
    Answer answer{{}, plan->incomplete.empty()};
    auto const done = find(on_disk.archive(), {}, *plan, [&](Match const& match) {
        answer.studies.insert(match.values[attribute_at({0x0020, 0x000D})]);
        return Result<void>{};
    });
    REQUIRE(done);
    return answer;
}

// Pieces until all is done; how many there were.
int run(ArchiveOnDisk& on_disk, std::size_t versions_max) {
    for (int pieces = 0; pieces < 1000; ++pieces) {
        auto const piece = backfill_piece(on_disk.archive(), versions_max);
        REQUIRE(piece);
        CHECK(piece->versions <= versions_max);
        CHECK(piece->unreadable == 0);
        if (piece->finished) return pieces;
    }
    FAIL("it does not end");
    return 0;
}

void declare(ArchiveOnDisk& on_disk, std::vector<SearchAttribute> const& custom) {
    REQUIRE(on_disk.archive().index.search_values().declare(custom));
}

}  // namespace

TEST_CASE("with nothing declared there is nothing to fill") {
    ArchiveOnDisk on_disk;
    store_some(on_disk, 1, 2);
    CHECK(run(on_disk, 10) == 0);
}

TEST_CASE("a new search attribute finds what was stored before, from metadata alone") {
    ArchiveOnDisk on_disk;
    store_some(on_disk, 1, 7);
    declare(on_disk, {site, shot});
    auto const before = search(on_disk, private_tag, "SITE 1");
    CHECK(before.studies.empty());
    CHECK_FALSE(before.complete);
    for (auto const& object : on_disk.objects()) std::filesystem::remove(object);
    CHECK(run(on_disk, 3) == 3);
    auto const after = search(on_disk, private_tag, "SITE 1");
    CHECK(after.studies == Found{"1.2.1", "1.2.4", "1.2.7"});
    CHECK(after.complete);
    CHECK(search(on_disk, {0x0009, 0x1002}, "5", Level::instance).studies == Found{"1.2.5"});
}

TEST_CASE("what is stored after the declaration is found at once") {
    ArchiveOnDisk on_disk;
    store_some(on_disk, 1, 3);
    declare(on_disk, {site});
    store_some(on_disk, 4, 4);
    CHECK(search(on_disk, private_tag, "SITE 1").studies == Found{"1.2.4"});
    run(on_disk, 10);
    CHECK(search(on_disk, private_tag, "SITE 1").studies == Found{"1.2.1", "1.2.4"});
}

TEST_CASE("an interrupted back-fill goes on where it was") {
    ArchiveOnDisk on_disk;
    store_some(on_disk, 1, 9);
    declare(on_disk, {site});
    REQUIRE(backfill_piece(on_disk.archive(), 4));
    CHECK(on_disk.archive().index.search_values().progress()->versions == 5);
    on_disk.reopen_index();
    CHECK(on_disk.archive().index.search_values().progress()->versions == 5);
    CHECK_FALSE(search(on_disk, private_tag, "SITE 0").complete);
    declare(on_disk, {site});  // the configuration says so again
    CHECK(run(on_disk, 4) == 2);
    auto const found = search(on_disk, private_tag, "SITE 0");
    CHECK(found.complete);
    CHECK(found.studies == Found{"1.2.3", "1.2.6", "1.2.9"});
}

TEST_CASE("an attribute that is declared later joins the one that is being filled") {
    ArchiveOnDisk on_disk;
    store_some(on_disk, 1, 6);
    declare(on_disk, {site});
    REQUIRE(backfill_piece(on_disk.archive(), 4));
    declare(on_disk, {site, shot});
    run(on_disk, 2);
    CHECK(search(on_disk, private_tag, "SITE 1").studies == Found{"1.2.1", "1.2.4"});
    for (auto const* number : {"1", "6"}) CHECK(search(on_disk, {0x0009, 0x1002}, number).studies.size() == 1);
}

TEST_CASE("an attribute that is no longer declared cannot be searched by, and may come back") {
    ArchiveOnDisk on_disk;
    declare(on_disk, {site});
    store_some(on_disk, 1, 3);
    declare(on_disk, {});
    FindQuery query;
    query.keys = {{private_tag, "SITE 1"}};
    CHECK(plan_find(query, *on_disk.archive().index.search_values().declared())->unmatched == std::vector{private_tag});
    declare(on_disk, {site});  // before the earlier values are gone
    run(on_disk, 10);
    CHECK(on_disk.archive().index.search_values().progress()->removed_attributes == 0);
    CHECK(search(on_disk, private_tag, "SITE 1").studies == Found{"1.2.1"});
}

}  // namespace cassette
