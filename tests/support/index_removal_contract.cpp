#include "storage/removals.h"
#include "tests/support/index_contract.h"
#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

using enum Level;

Removal const by_anna{5000, "anna", "wrong patient"};

void store(Index& index, SampleInstance const& sample) {
    REQUIRE(index.commit(sample_record(sample), OnDuplicate::supersede));
}

// Two studies of two patients: 1 has series 1 (instances 11, 12) and 2 (instance 20, MR); 3 has series 3 (instance 30).
void fill(Index& index) {
    store(index, {.study = 1, .series = 1, .instance = 11, .content = "11"});
    store(index, {.study = 1, .series = 1, .instance = 12, .content = "12"});
    store(index,
          {.study = 1,
           .series = 2,
           .instance = 20,
           .content = "20",
           .sop_class = "1.2.840.10008.5.1.4.1.1.4",
           .values = {{"Modality", "MR"}}});
    store(index,
          {.study = 3,
           .series = 3,
           .instance = 30,
           .content = "30",
           .values = {{"PatientID", "P3"}, {"PatientName", "Roe^Jim"}, {"StudyDate", "20210101"}}});
}

// "patients studies series instances versions removed", after checking that the rows agree.
std::string counted(Index const& index) {
    auto const counts = index.counts();
    REQUIRE(counts);
    CHECK(find_all(index, request_for(patient)).size() == counts->patients);
    CHECK(find_all(index, request_for(study)).size() == counts->studies);
    CHECK(find_all(index, request_for(series)).size() == counts->series);
    CHECK(find_all(index, request_for(instance)).size() == counts->instances);
    std::string text;
    for (auto const number :
         {counts->patients, counts->studies, counts->series, counts->instances, counts->versions, counts->removed})
        text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

std::string feed(Index const& index, std::int64_t after = 0) {
    auto const changes = index.changes({after, 100});
    REQUIRE(changes);
    std::string text;
    std::int64_t last = after;
    for (auto const& change : *changes) {
        CHECK(change.sequence > last);
        last = change.sequence;
        constexpr std::string_view signs = "+^-*x";
        text += signs[static_cast<std::size_t>(change.kind)] + change.instance.str().substr(8) + ' ';
    }
    return text;
}

std::size_t removed_in(Index& index, RetrieveScope const& scope) {
    std::size_t count = 0;
    REQUIRE(index.removals().in_scope(scope, [&](RemovedInstance const&) {
        ++count;
        return Result<void>{};
    }));
    return count;
}

void check_removing(Index& index) {
    fill(index);
    auto& removals = index.removals();
    SUBCASE("a removed instance is hidden, and what is above it is counted anew") {
        CHECK(*removals.remove({study_uid(1), series_uid(2), instance_uid(20)}, by_anna) == 1);
        CHECK(counted(index) == "2 2 2 3 4 1");
        auto const row = find_all(index, request_for(study, {equals("StudyInstanceUID", study_uid(1).str())})).at(0);
        CHECK(value(row, "ModalitiesInStudy") == "CT");
        CHECK(value(row, "SOPClassesInStudy") == "1.2.840.10008.5.1.4.1.1.2");
        CHECK(value(row, "NumberOfStudyRelatedInstances") == "2");
        CHECK(removed_in(index, {study_uid(1), {}, {}}) == 1);
    }
    SUBCASE("a removed study takes its patient along when it was the last one") {
        CHECK(*removals.remove({study_uid(3), {}, {}}, by_anna) == 1);
        CHECK(counted(index) == "1 1 2 3 4 1");
        CHECK(find_values(index, request_for(patient), "PatientID") == "P1");
        CHECK(index.history(instance_uid(30))->empty());
    }
    SUBCASE("a scope that holds nothing removes nothing") {
        CHECK(*removals.remove({study_uid(9), {}, {}}, by_anna) == 0);
        CHECK(*removals.remove({study_uid(1), series_uid(3), {}}, by_anna) == 0);
        CHECK(counted(index) == "2 2 3 4 4 0");
    }
    SUBCASE("the list tells who, when and why, longest removed first, in pages") {
        CHECK(*removals.remove({study_uid(3), {}, {}}, {6000, "ben", ""}) == 1);
        CHECK(*removals.remove({study_uid(1), series_uid(1), {}}, by_anna) == 2);
        auto const all = removals.list({10'000, 0, 10});
        REQUIRE(all);
        REQUIRE(all->size() == 3);
        CHECK((*all)[0].version.instance == instance_uid(11));
        CHECK((*all)[0].removal.by == "anna");
        CHECK((*all)[0].removal.reason == "wrong patient");
        CHECK((*all)[0].version.blob == digest_of("11"));
        CHECK((*all)[2].version.instance == instance_uid(30));
        CHECK(removals.list({10'000, 1, 1})->at(0).version.instance == instance_uid(12));
        CHECK(removals.list({6000, 0, 10})->size() == 2);
    }
    SUBCASE("every version of a removed instance still stands in the list of versions") {
        CHECK(*removals.remove({study_uid(1), {}, {}}, by_anna) == 3);
        std::size_t versions = 0;
        REQUIRE(index.for_each_version([&](VersionInfo const& version) {
            CHECK(version.current);
            ++versions;
            return Result<void>{};
        }));
        CHECK(versions == 4);
    }
}

void check_coming_back(Index& index) {
    fill(index);
    auto& removals = index.removals();
    auto const rows_before = find_values(index, request_for(instance), "SOPInstanceUID");
    CHECK(*removals.remove({study_uid(1), {}, {}}, by_anna) == 3);
    SUBCASE("restoring brings rows, counts and lists back") {
        for (auto const& sample : {SampleInstance{.series = 1, .instance = 11, .content = "11"},
                                   SampleInstance{.series = 1, .instance = 12, .content = "12"},
                                   SampleInstance{.series = 2,
                                   .instance = 20,
                                   .content = "20",
                                   .sop_class = "1.2.840.10008.5.1.4.1.1.4",
                                   .values = {{"Modality", "MR"}}}})
            CHECK(removals.restore(sample_record(sample), 7000));
        CHECK(counted(index) == "2 2 3 4 4 0");
        CHECK(find_values(index, request_for(instance), "SOPInstanceUID") == rows_before);
        auto const row = find_all(index, request_for(study, {equals("StudyInstanceUID", study_uid(1).str())})).at(0);
        CHECK(value(row, "ModalitiesInStudy") == "CT\\MR");
        CHECK(feed(index) == "+11 +12 +20 +30 -11 -12 -20 *11 *12 *20 ");
    }
    SUBCASE("what is not removed cannot be restored") {
        CHECK(removals.restore(sample_record({.study = 3, .series = 3, .instance = 30, .content = "30"}), 1)
                  .error()
                  .code == ErrorCode::not_found);
    }
    SUBCASE("storing the same blob again brings the instance back with its history") {
        CHECK(*index.commit(sample_record({.series = 1, .instance = 11, .content = "11"}), OnDuplicate::reject) ==
              Committed::added);
        CHECK(index.history(instance_uid(11))->size() == 1);
        CHECK(counted(index) == "2 2 2 2 4 2");
    }
    SUBCASE("storing another blob makes it current, and the history stays") {
        CHECK(*index.commit(sample_record({.series = 1, .instance = 11, .content = "new"}), OnDuplicate::keep_first) ==
              Committed::added);
        auto const history = index.history(instance_uid(11));
        REQUIRE(history);
        REQUIRE(history->size() == 2);
        CHECK(history->back().blob == digest_of("new"));
        CHECK(history->back().current);
        CHECK(feed(index, 7) == "+11 ");
    }
    SUBCASE("a new instance does not take the place of a removed one") {
        store(index, {.study = 3, .series = 3, .instance = 31, .content = "31"});
        CHECK(removals.restore(sample_record({.series = 1, .instance = 12, .content = "12"}), 7000));
        CHECK(index.history(instance_uid(31))->size() == 1);
        CHECK(index.history(instance_uid(12))->size() == 1);
    }
}

void check_purging(Index& index) {
    fill(index);
    auto& removals = index.removals();
    store(index, {.study = 3, .series = 3, .instance = 33, .content = "33", .values = {{"PatientID", "P3"}}});
    store(index, {.study = 1, .series = 1, .instance = 11, .content = "11 again"});
    CHECK(*removals.remove({study_uid(1), series_uid(1), {}}, by_anna) == 2);
    SUBCASE("the blobs of all versions are given to be freed, oldest first") {
        auto const blobs = removals.begin_purge(instance_uid(11));
        REQUIRE(blobs);
        CHECK(*blobs == std::vector{digest_of("11"), digest_of("11 again")});
        CHECK(removals.unfinished_purges()->size() == 1);
        CHECK(removals.end_purge(instance_uid(11), 9000));
        CHECK(removals.unfinished_purges()->empty());
        CHECK(counted(index) == "2 2 2 3 4 1");
        CHECK(index.counts()->bytes == 4000);
        CHECK(feed(index) == "+12 +20 +30 +33 -11 -12 x11 ");
        CHECK(removals.end_purge(instance_uid(11), 9000).error().code == ErrorCode::not_found);
    }
    SUBCASE("what is being purged is neither told nor restored, and stored anew it is new") {
        REQUIRE(removals.begin_purge(instance_uid(12)));
        CHECK(removed_in(index, {study_uid(1), {}, {}}) == 1);
        auto const again = sample_record({.series = 1, .instance = 12, .content = "12"});
        CHECK(removals.restore(again, 1).error().code == ErrorCode::not_found);
        CHECK(*index.commit(again, OnDuplicate::supersede) == Committed::added);
        CHECK(index.history(instance_uid(12))->size() == 1);
        CHECK(removals.unfinished_purges()->empty());
    }
    SUBCASE("what is not removed is not purged") {
        CHECK(removals.begin_purge(instance_uid(30)).error().code == ErrorCode::not_found);
        CHECK(removals.begin_purge(instance_uid(999)).error().code == ErrorCode::not_found);
    }
}

void check_feed(Index& index) {
    SUBCASE("the feed is resumed from any entry and never tells one twice") {
        fill(index);
        store(index, {.study = 1, .series = 1, .instance = 11, .content = "new"});
        CHECK(feed(index) == "+11 +12 +20 +30 ^11 ");
        CHECK(feed(index, 3) == "+30 ^11 ");
        CHECK(feed(index, 5).empty());
        CHECK(index.changes({0, 2})->size() == 2);
    }
    SUBCASE("what changes nothing is not told") {
        fill(index);
        store(index, {.study = 1, .series = 1, .instance = 11, .content = "11"});
        CHECK(feed(index, 4).empty());
    }
}

}  // namespace

void check_removal_contract(Index& index) {
    SUBCASE("removing") { check_removing(index); }
    SUBCASE("coming back") { check_coming_back(index); }
    SUBCASE("purging") { check_purging(index); }
    SUBCASE("feed") { check_feed(index); }
}

}  // namespace cassette::testing
