#include "archive/lifecycle/reindex.h"

#include "archive/query/find.h"
#include "schema/moment.h"
#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/failing_blobs.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <set>

namespace cassette {

namespace {

using testing::ArchiveOnDisk;
using testing::FailingBlobs;
using testing::small_image;
using testing::stored_file;

// Three patients, histories, a derived study and several series.
void fill(ArchiveOnDisk& on_disk) {
    auto& archive = on_disk.archive();
    for (int i = 0; i < 6; ++i) {
        auto const number = std::to_string(i);
        auto const series = "1.2." + std::to_string(i % 2) + ".7";
        stored_file(archive,
                    small_image({.study = "1.2." + std::to_string(i % 2),
                                 .series = series,
                                 .instance = series + '.' + number,
                                 .patient_name = "Doe^" + number,
                                 .patient_id = "P" + std::to_string(i % 2)})
                        .part10());
    }
    for (auto const* const name : {"Roe^First", "Roe^Second", "Roe^Third"})
        stored_file(
            archive,
            small_image(
                {.study = "1.9", .series = "1.9.1", .instance = "1.9.1.1", .patient_name = name, .patient_id = "R"})
                .part10());
    stored_file(archive, small_image({.instance = "1.10.1"}).without({0x0020, 0x000D}).part10());
}

Result<ReindexProgress> reindexed(ArchiveOnDisk& on_disk) {
    return reindex(on_disk.archive(), local_operator(), [](ReindexProgress const&, Digest const&, Error const*) {});
}

// Every answer to a catalogue of queries, as text: all values of all matches, and the metadata.
std::multiset<std::string> answers(ArchiveOnDisk& on_disk) {
    std::multiset<std::string> all;
    std::vector<FindQuery> queries;
    std::vector<std::vector<FindKey>> const catalogue{
        {},
        {{{0x0010, 0x0010}, "doe*"}},
        {{{0x0020, 0x000D}, "1.2.1\\1.9"}, {{0x0008, 0x0020}, "20240101-"}},
        {{{0x0008, 0x0061}, "CT"}, {{0x0010, 0x0020}, "P?"}}};
    for (auto const level : {Level::patient, Level::study, Level::series, Level::instance}) {
        for (auto const& keys : catalogue) {
            queries.emplace_back();
            queries.back().level = level;
            queries.back().keys = keys;
            queries.back().include_all = level == Level::instance;
        }
    }
    for (std::size_t i = 0; i < queries.size(); ++i) {
        auto const plan = plan_find(queries[i]);
        REQUIRE(plan);
        auto const keep = [&](Match const& match) -> Result<void> {
            std::string text = std::to_string(i);
            for (auto const& value : match.values) text += '|' + value;
            all.insert(text + '|' + match.metadata);
            return {};
        };
        REQUIRE(find(on_disk.archive(), local_operator(), *plan, keep));
    }
    return all;
}

// The versions of an instance, the current one marked.
std::vector<std::string> history(ArchiveOnDisk& on_disk, std::string_view instance) {
    auto const versions = on_disk.archive().index.history(*SOPInstanceUID::parse(instance));
    REQUIRE(versions);
    std::vector<std::string> all;
    for (auto const& version : *versions) all.push_back(version.blob.hex() + (version.current ? "*" : ""));
    return all;
}

}  // namespace

TEST_CASE("an index that is rebuilt answers as the lost one did, and histories keep their order") {
    for (auto const policy : {OnDuplicate::supersede, OnDuplicate::keep_first}) {
        CAPTURE(static_cast<int>(policy));
        ArchiveSettings settings;
        settings.on_duplicate = policy;
        ArchiveOnDisk on_disk{settings};
        fill(on_disk);
        auto const before = answers(on_disk);
        auto const history_before = history(on_disk, "1.9.1.1");
        CHECK(history_before.size() == 3);
        CHECK(history_before[policy == OnDuplicate::supersede ? 2 : 0].ends_with('*'));
        auto const counts = on_disk.counts();
        on_disk.lose_index();
        CHECK(on_disk.counts().instances == 0);
        auto const progress = reindexed(on_disk);
        REQUIRE(progress);
        CHECK(progress->blobs == 10);
        CHECK(progress->done == 10);
        CHECK(progress->refused == 0);
        CHECK((answers(on_disk) == before));
        CHECK(history(on_disk, "1.9.1.1") == history_before);
        CHECK(on_disk.counts().versions == counts.versions);
        CHECK(on_disk.counts().bytes == counts.bytes);
        CHECK(on_disk.counts().patients == counts.patients);
    }
}

TEST_CASE("versions that came one right after the other are found in their order, with their times") {
    ArchiveOnDisk on_disk;
    constexpr int versions = 50;
    for (int i = 0; i < versions; ++i)
        stored_file(on_disk.archive(), small_image({.patient_name = "Doe^" + std::to_string(i)}).part10());
    auto const all = [&] { return *on_disk.archive().index.history(*SOPInstanceUID::parse("1.2.3.1.1")); };
    auto const before = all();
    REQUIRE(before.size() == versions);
    on_disk.lose_index();
    REQUIRE(reindexed(on_disk));
    auto const after = all();
    REQUIRE(after.size() == versions);
    for (std::size_t i = 0; i < versions; ++i) {
        CHECK(after[i].blob == before[i].blob);
        CHECK(after[i].stored_at == before[i].stored_at);
    }
}

TEST_CASE("reindexing what is indexed changes nothing") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    auto const before = answers(on_disk);
    REQUIRE(reindexed(on_disk));
    CHECK((answers(on_disk) == before));
    CHECK(on_disk.counts().versions == 10);
}

TEST_CASE("a blob that is no SOP Instance is told and passed over") {
    ArchiveOnDisk on_disk;
    fill(on_disk);
    auto writer = on_disk.archive().blobs.create();
    REQUIRE(writer);
    std::string const nonsense(500, 'x');
    REQUIRE((*writer)->write(std::as_bytes(std::span{nonsense})));
    auto const digest = (*writer)->finish();
    REQUIRE(digest);
    REQUIRE((*writer)->publish(nanoseconds_now()));
    on_disk.lose_index();
    std::vector<Digest> refused;
    std::uint64_t calls = 0;
    auto const observe = [&](ReindexProgress const& progress, Digest const& blob, Error const* error) {
        CHECK(progress.done == ++calls);
        if (error != nullptr) refused.push_back(blob);
    };
    auto const progress = reindex(on_disk.archive(), local_operator(), observe);
    REQUIRE(progress);
    CHECK(progress->refused == 1);
    CHECK(progress->done == 11);
    CHECK(refused == std::vector<Digest>{*digest});
    CHECK(on_disk.counts().versions == 10);
}

TEST_CASE("an error of the stores ends it") {
    ArchiveOnDisk on_disk;
    stored_file(on_disk.archive(), small_image().part10());
    auto const progress = [&] {
        FailingBlobs blobs{on_disk.archive().blobs};
        Archive archive{blobs, on_disk.archive().index, on_disk.archive().renditions, {}};
        return reindex(archive, local_operator(), [](ReindexProgress const&, Digest const&, Error const*) {});
    }();
    REQUIRE_FALSE(progress);
    CHECK(progress.error().code == ErrorCode::internal);
}

}  // namespace cassette
