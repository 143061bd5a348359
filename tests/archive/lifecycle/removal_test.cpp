#include "archive/lifecycle/removal.h"

#include "archive/lifecycle/changes.h"
#include "archive/lifecycle/verify.h"
#include "archive/retrieve/retrieve.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <limits>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::small_image;
using testing::stored_file;

constexpr auto whenever = std::numeric_limits<std::int64_t>::max();

RetrieveScope study(char const* uid) { return {*StudyInstanceUID::parse(uid), {}, {}}; }

std::string image(char const* study, char const* instance, char const* name = "Doe^Jane") {
    return small_image(
               {.study = study, .series = std::string{study} + ".1", .instance = instance, .patient_name = name})
        .part10();
}

Principal const nobody{"guest"};

// verify finds nothing wrong and nothing lying about.
void check_clean(ArchiveOnDisk& on_disk) {
    VerifyObserver const observer{[](VersionInfo const&, Fault) {}, [](VerifyProgress const&) {}};
    auto const verified = verify(on_disk.archive(), local_operator(), observer);
    REQUIRE(verified);
    CHECK(verified->faults == 0);
    CHECK(verified->unreferenced == 0);
}

}  // namespace

TEST_CASE("what is deleted cannot be located, and restoring it brings the same bytes and metadata back") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    stored_file(archive, image("1.2.1", "1.2.1.1.1"));
    stored_file(archive, image("1.2.1", "1.2.1.1.2"));
    auto const before = locate(archive, local_operator(), study("1.2.1"));
    REQUIRE(before);

    CHECK(*remove(archive, local_operator(), study("1.2.1"), "a test") == 2);
    CHECK(locate(archive, local_operator(), study("1.2.1")).error().code == ErrorCode::not_found);
    CHECK(remove(archive, local_operator(), study("1.2.1"), "").error().code == ErrorCode::not_found);
    check_clean(on_disk);

    CHECK(*restore(archive, local_operator(), study("1.2.1")) == 2);
    auto const after = locate(archive, local_operator(), study("1.2.1"));
    REQUIRE(after);
    REQUIRE(after->size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK((*after)[i].blob == (*before)[i].blob);
        CHECK((*after)[i].stored_at == (*before)[i].stored_at);
        CHECK((*after)[i].version_key == (*before)[i].version_key);
    }
    CHECK(restore(archive, local_operator(), study("1.2.1")).error().code == ErrorCode::not_found);
    check_clean(on_disk);
}

TEST_CASE("storing what was deleted brings it back") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const file = image("1.2.1", "1.2.1.1.1");
    stored_file(archive, file);
    REQUIRE(remove(archive, local_operator(), study("1.2.1"), ""));
    stored_file(archive, file);
    CHECK(locate(archive, local_operator(), study("1.2.1")));
    CHECK(on_disk.counts().removed == 0);
    CHECK(on_disk.counts().versions == 1);
}

TEST_CASE("purging frees the blobs of what was deleted long enough ago, and nothing else") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    stored_file(archive, image("1.2.1", "1.2.1.1.1"));
    stored_file(archive, image("1.2.1", "1.2.1.1.1", "Doe^Corrected"));
    stored_file(archive, image("1.2.2", "1.2.2.1.1"));
    REQUIRE(remove(archive, local_operator(), study("1.2.1"), ""));
    CHECK(on_disk.objects().size() == 3);

    SUBCASE("not before its time") {
        CHECK(purge(archive, local_operator(), {1})->instances == 0);
        CHECK(on_disk.objects().size() == 3);
    }
    SUBCASE("in its time, with every version") {
        auto const purged = purge(archive, local_operator(), {whenever});
        REQUIRE(purged);
        CHECK(purged->instances == 1);
        CHECK(purged->blobs == 2);
        CHECK_FALSE(purged->more);
        CHECK(on_disk.objects().size() == 1);
        CHECK(restore(archive, local_operator(), study("1.2.1")).error().code == ErrorCode::not_found);
    }
    SUBCASE("a purge that was interrupted is ended by the next one") {
        REQUIRE(archive.index.removals().begin_purge(*SOPInstanceUID::parse("1.2.1.1.1")));
        CHECK(purge(archive, local_operator(), {1})->instances == 1);
        CHECK(on_disk.objects().size() == 1);
    }
    check_clean(on_disk);
    CHECK(locate(archive, local_operator(), study("1.2.2")));
}

TEST_CASE("a blob that says it is another instance's stays, whatever the index says") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = stored_file(archive, image("1.2.1", "1.2.1.1.1"));
    InstanceRecord damaged{*StudyInstanceUID::parse("1.2.2"),
                           *SeriesInstanceUID::parse("1.2.2.1"),
                           *SOPInstanceUID::parse("1.2.2.1.1"),
                           stored.sop_class,
                           *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
                           AttributeValues(attributes().size()),
                           stored.blob,
                           1000,
                           0,
                           "test",
                           {},
                           {}};
    REQUIRE(archive.index.commit(damaged, OnDuplicate::supersede));
    REQUIRE(remove(archive, local_operator(), study("1.2.2"), ""));
    auto const purged = purge(archive, local_operator(), {whenever});
    REQUIRE(purged);
    CHECK(purged->instances == 1);
    CHECK(purged->blobs == 0);
    check_clean(on_disk);
    CHECK(locate(archive, local_operator(), study("1.2.1")));
}

TEST_CASE("purging goes in bounded pieces") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    for (auto const* instance : {"1.2.1.1.1", "1.2.1.1.2", "1.2.1.1.3"}) stored_file(archive, image("1.2.1", instance));
    REQUIRE(remove(archive, local_operator(), study("1.2.1"), ""));
    auto const first = purge(archive, local_operator(), {whenever, 2});
    REQUIRE(first);
    CHECK(first->instances == 2);
    CHECK(first->more);
    CHECK(purge(archive, local_operator(), {whenever, 2})->instances == 1);
    CHECK(on_disk.objects().empty());
}

TEST_CASE("who is not permitted neither deletes, restores, lists nor purges") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    stored_file(archive, image("1.2.1", "1.2.1.1.1"));
    CHECK(remove(archive, nobody, study("1.2.1"), "").error().code == ErrorCode::not_authorized);
    REQUIRE(remove(archive, local_operator(), study("1.2.1"), ""));
    CHECK(restore(archive, nobody, study("1.2.1")).error().code == ErrorCode::not_authorized);
    CHECK(list_removed(archive, nobody, {whenever, 0, 1}).error().code == ErrorCode::not_authorized);
    CHECK(purge(archive, nobody, {whenever}).error().code == ErrorCode::not_authorized);
    CHECK(on_disk.counts().removed == 1);
}

TEST_CASE("an instance whose blob is lost stays deleted, and the others come back") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    stored_file(archive, image("1.2.1", "1.2.1.1.1"));
    stored_file(archive, image("1.2.1", "1.2.1.1.2"));
    auto const located = locate(archive, local_operator(), study("1.2.1"));
    REQUIRE(located);
    REQUIRE(remove(archive, local_operator(), study("1.2.1"), ""));
    REQUIRE(archive.blobs.remove(located->front().blob));
    CHECK(restore(archive, local_operator(), study("1.2.1")).error().code == ErrorCode::not_found);
    CHECK(on_disk.counts().removed == 1);
    CHECK(locate(archive, local_operator(), study("1.2.1"))->size() == 1);
}

TEST_CASE("the change feed tells of a deletion after the instance itself is gone for good") {
    ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    stored_file(archive, image("1.2.1", "1.2.1.1.1"));
    REQUIRE(remove(archive, local_operator(), study("1.2.1"), ""));
    REQUIRE(purge(archive, local_operator(), {whenever}));
    auto const changes = changes_since(archive, local_operator(), {1, 10});
    REQUIRE(changes);
    REQUIRE(changes->size() == 2);
    CHECK((*changes)[0].kind == ChangeKind::removed);
    CHECK((*changes)[1].kind == ChangeKind::purged);
    CHECK((*changes)[1].instance.str() == "1.2.1.1.1");
}

}  // namespace cassette
