#include "storage/sqlite_transcodings.h"

#include "storage/removals.h"
#include "storage/sqlite_index.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <limits>

namespace cassette {

namespace {

using testing::digest_of;
using testing::instance_uid;
using testing::sample_record;
using testing::study_uid;

TransferSyntaxUID const htj2k = *TransferSyntaxUID::parse("1.2.840.10008.1.2.4.202");
TransferSyntaxUID const jpeg_ls = *TransferSyntaxUID::parse("1.2.840.10008.1.2.4.80");
constexpr auto whenever = std::numeric_limits<std::int64_t>::max();

std::unique_ptr<Index> open(testing::TemporaryDirectory const& folder) {
    auto index = open_sqlite_index(folder / "index.sqlite");
    REQUIRE(index);
    return std::move(*index);
}

InstanceRecord image(int instance, std::string const& content, char const* syntax = "1.2.840.10008.1.2.1") {
    auto record = sample_record({.instance = instance, .content = content, .values = {{"Rows", "2"}}});
    record.transfer_syntax = *TransferSyntaxUID::parse(syntax);
    return record;
}

void store(Index& index, InstanceRecord record, OnDuplicate policy = OnDuplicate::supersede) {
    REQUIRE(index.commit(std::move(record), policy));
}

std::vector<NativeVersion> to_be_tried(Index& index, TransferSyntaxUID const& to = htj2k) {
    auto page = index.transcodings().native_versions({0, 100}, to);
    REQUIRE(page);
    return std::move(page->versions);
}

// The original's key, and what was made of it: content "b" of content "a", whose data set is "a's data set".
std::int64_t transcode(Index& index) {
    store(index, image(1, "a"));
    auto const native = to_be_tried(index);
    REQUIRE(native.size() == 1);
    auto const done = index.transcodings().supersede(
        {native[0].version, digest_of("a's data set"), image(1, "b", "1.2.840.10008.1.2.4.202")});
    REQUIRE(done);
    CHECK(*done);
    return native[0].version;
}

InstanceLocation located(Index& index) {
    std::vector<InstanceLocation> locations;
    REQUIRE(index.locate({study_uid(1), {}, {}}, [&](InstanceLocation const& location) {
        locations.push_back(location);
        return Result<void>{};
    }));
    REQUIRE(locations.size() == 1);
    return locations[0];
}

std::size_t versions_in(Index& index) {
    std::size_t count = 0;
    REQUIRE(index.for_each_version([&](VersionInfo const&) {
        ++count;
        return Result<void>{};
    }));
    return count;
}

}  // namespace

TEST_CASE("to be tried are current versions of images whose transfer syntax is native, in stretches") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    store(*index, image(1, "a", "1.2.840.10008.1.2"));
    store(*index, image(2, "b", "1.2.840.10008.1.2.4.80"));
    store(*index, sample_record({.instance = 3, .content = "c"}));  // no picture
    store(*index, image(4, "d", "1.2.840.10008.1.2.2"));
    store(*index, image(4, "e"));  // supersedes
    store(*index, image(5, "f", "1.2.840.10008.1.2.1.99"));
    auto const all = to_be_tried(*index);
    REQUIRE(all.size() == 2);
    CHECK(all[0].instance == instance_uid(1));
    CHECK(all[1].instance == instance_uid(4));
    CHECK(all[1].study == study_uid(1));
    auto const first = index->transcodings().native_versions({0, 2}, htj2k);
    REQUIRE(first);
    CHECK(first->versions.size() == 1);
    auto const rest = index->transcodings().native_versions({*first->last, 100}, htj2k);
    REQUIRE(rest);
    CHECK(rest->versions.size() == 1);
    CHECK_FALSE(index->transcodings().native_versions({*rest->last, 100}, htj2k)->last);
    auto const counts = index->transcodings().counts(htj2k);
    REQUIRE(counts);
    CHECK(counts->waiting == 2);
}

TEST_CASE("what is refused is not tried again in that transfer syntax, nor what was interrupted three times") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    store(*index, image(1, "a"));
    auto& transcodings = index->transcodings();
    auto const version = to_be_tried(*index).at(0).version;
    SUBCASE("refused") {
        REQUIRE(transcodings.begin_attempt(version, htj2k));
        CHECK(to_be_tried(*index).size() == 1);
        REQUIRE(transcodings.end_attempt(version, "not obtainable"));
        CHECK(to_be_tried(*index).empty());
        CHECK(to_be_tried(*index, jpeg_ls).size() == 1);
        CHECK(transcodings.counts(htj2k)->refused == 1);
        CHECK(transcodings.counts(htj2k)->waiting == 0);
    }
    SUBCASE("interrupted") {
        for (int attempt = 0; attempt < 3; ++attempt) {
            CHECK(to_be_tried(*index).size() == 1);
            REQUIRE(transcodings.begin_attempt(version, htj2k));
        }
        CHECK(to_be_tried(*index).empty());
        REQUIRE(transcodings.begin_attempt(version, jpeg_ls));
        CHECK(to_be_tried(*index, jpeg_ls).size() == 1);
    }
    SUBCASE("stopped") {
        for (int attempt = 0; attempt < 5; ++attempt) {
            REQUIRE(transcodings.begin_attempt(version, htj2k));
            REQUIRE(transcodings.end_attempt(version, std::nullopt));
        }
        CHECK(to_be_tried(*index).size() == 1);
    }
}

TEST_CASE("what was made of a version becomes current, the rows above stay, and the change feed tells it") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto const original = transcode(*index);
    auto const location = located(*index);
    CHECK(location.blob == digest_of("b"));
    CHECK(location.transfer_syntax == htj2k);
    CHECK(location.version_key != original);
    CHECK(to_be_tried(*index).empty());
    auto const history = index->history(instance_uid(1));
    REQUIRE(history);
    REQUIRE(history->size() == 2);
    CHECK_FALSE((*history)[0].current);
    CHECK((*history)[1].current);
    auto const changes = index->changes({0, 10});
    REQUIRE(changes);
    REQUIRE(changes->size() == 2);
    CHECK((*changes)[1].kind == ChangeKind::transcoded);
    CHECK((*changes)[1].instance == instance_uid(1));
    CHECK(index->counts()->versions == 2);
    CHECK(index->transcodings().counts(htj2k)->transcoded == 1);
    CHECK(index->transcodings().counts(htj2k)->originals == 1);
}

TEST_CASE("values that a later instance gave the study are not turned back") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    store(*index, image(1, "a"));
    store(*index, sample_record({.instance = 2, .content = "c", .values = {{"StudyDescription", "corrected"}}}));
    auto const version = to_be_tried(*index).at(0).version;
    auto record = image(1, "b", "1.2.840.10008.1.2.4.202");
    REQUIRE(*index->transcodings().supersede({version, digest_of("x"), std::move(record)}));
    auto const studies = testing::find_values(*index, testing::request_for(Level::study), "StudyDescription");
    CHECK(studies == "corrected");
}

TEST_CASE("a copy whose original is not current any more changes nothing") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    store(*index, image(1, "a"));
    auto const version = to_be_tried(*index).at(0).version;
    REQUIRE(index->transcodings().begin_attempt(version, htj2k));
    TranscodedRecord copy{version, digest_of("x"), image(1, "b", "1.2.840.10008.1.2.4.202")};
    SUBCASE("superseded") {
        store(*index, image(1, "other"));
        CHECK_FALSE(*index->transcodings().supersede(std::move(copy)));
        CHECK(located(*index).blob == digest_of("other"));
    }
    SUBCASE("deleted") {
        REQUIRE(index->removals().remove({study_uid(1), {}, {}}, {1, "test", ""}));
        CHECK_FALSE(*index->transcodings().supersede(std::move(copy)));
        CHECK(index->counts()->instances == 0);
    }
    CHECK_FALSE(*index->transcodings().is_named(instance_uid(1), digest_of("b")));
    CHECK_FALSE(*index->transcodings().is_original(instance_uid(1), digest_of("x")));
}

TEST_CASE("the data set of an original is known as long as what was made of it is current") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto const original = transcode(*index);
    CHECK(*index->transcodings().is_original(instance_uid(1), digest_of("a's data set")));
    CHECK_FALSE(*index->transcodings().is_original(instance_uid(2), digest_of("a's data set")));
    CHECK_FALSE(*index->transcodings().is_original(instance_uid(1), digest_of("another")));
    REQUIRE(index->transcodings().begin_freeing(original));
    REQUIRE(index->transcodings().end_freeing(original));
    CHECK(*index->transcodings().is_original(instance_uid(1), digest_of("a's data set")));
    store(*index, image(1, "other"));
    CHECK_FALSE(*index->transcodings().is_original(instance_uid(1), digest_of("a's data set")));
}

TEST_CASE("freeing an original ends its version and leaves the change feed whole") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto const original = transcode(*index);
    auto& transcodings = index->transcodings();
    CHECK(transcodings.originals(0, 10)->empty());
    auto const due = transcodings.originals(whenever, 10);
    REQUIRE(due);
    REQUIRE(due->size() == 1);
    CHECK((*due)[0].original == original);
    CHECK((*due)[0].successor == digest_of("b"));
    auto const freed = transcodings.begin_freeing(original);
    REQUIRE(freed);
    REQUIRE(*freed);
    CHECK((*freed)->instance == instance_uid(1));
    CHECK((*freed)->blob == digest_of("a"));
    // Interrupted here: nobody misses the blob, and the next round comes first to it.
    CHECK(versions_in(*index) == 1);
    CHECK(transcodings.originals(1, 10)->size() == 1);
    REQUIRE(transcodings.begin_freeing(original));
    REQUIRE(transcodings.end_freeing(original));
    CHECK(versions_in(*index) == 1);
    CHECK(index->counts()->versions == 1);
    CHECK(index->counts()->bytes == located(*index).size);
    CHECK(index->changes({0, 10})->size() == 2);
    CHECK(transcodings.originals(whenever, 10)->empty());
    CHECK(transcodings.counts(htj2k)->originals == 0);
}

TEST_CASE("a blob is named by the versions of its instance, also when that is deleted") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    store(*index, image(1, "a"));
    store(*index, image(1, "b"));
    auto const named = [&](int instance, char const* content) {
        return *index->transcodings().is_named(instance_uid(instance), digest_of(content));
    };
    CHECK(named(1, "a"));
    CHECK(named(1, "b"));
    CHECK_FALSE(named(1, "c"));
    CHECK_FALSE(named(2, "a"));
    REQUIRE(index->removals().remove({study_uid(1), {}, {}}, {1, "test", ""}));
    CHECK(named(1, "a"));
    REQUIRE(index->removals().begin_purge(instance_uid(1)));
    REQUIRE(index->removals().end_purge(instance_uid(1), 2));
    CHECK_FALSE(named(1, "a"));
}

TEST_CASE("an original that was purged meanwhile is not there to be freed") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto const original = transcode(*index);
    REQUIRE(index->removals().remove({study_uid(1), {}, {}}, {1, "test", ""}));
    REQUIRE(index->removals().begin_purge(instance_uid(1)));
    REQUIRE(index->removals().end_purge(instance_uid(1), 2));
    auto const freed = index->transcodings().begin_freeing(original);
    REQUIRE(freed);
    CHECK_FALSE(*freed);
}

TEST_CASE("an original that is current again keeps its blob") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    auto const original = transcode(*index);
    SUBCASE("current again") {
        store(*index, image(1, "a"));
        auto const freed = index->transcodings().begin_freeing(original);
        REQUIRE(freed);
        CHECK_FALSE(*freed);
        CHECK(versions_in(*index) == 2);
        CHECK(index->transcodings().originals(whenever, 10)->empty());
    }
    SUBCASE("deleted when it was current again") {
        store(*index, image(1, "a"));
        REQUIRE(index->removals().remove({study_uid(1), {}, {}}, {1, "test", ""}));
        CHECK_FALSE(*index->transcodings().begin_freeing(original));
    }
}

TEST_CASE("a purge takes everything that is told of transcoding along") {
    testing::TemporaryDirectory const folder;
    auto const index = open(folder);
    (void)transcode(*index);
    REQUIRE(index->removals().remove({study_uid(1), {}, {}}, {1, "test", ""}));
    REQUIRE(index->removals().begin_purge(instance_uid(1)));
    REQUIRE(index->removals().end_purge(instance_uid(1), 2));
    auto const counts = index->transcodings().counts(htj2k);
    REQUIRE(counts);
    CHECK(counts->transcoded == 0);
    CHECK(counts->originals == 0);
    CHECK(index->counts()->versions == 0);
}

}  // namespace cassette
