#include "storage/removals.h"
#include "tests/support/index_contract.h"
#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <utility>

namespace cassette::testing {

namespace {

using enum Level;

void commit(Index& index, SampleInstance const& sample) {
    REQUIRE(index.commit(sample_record(sample), OnDuplicate::supersede));
}

// Two series in one study, sent in no order, and an instance of another study.
void fill(Index& index) {
    commit(index, {.series = 2, .instance = 20, .content = "20"});
    commit(index, {.series = 1, .instance = 12, .content = "12", .values = {{"NumberOfFrames", "30"}}});
    commit(index, {.series = 1, .instance = 11, .content = "11"});
    commit(index, {.study = 2, .series = 3, .instance = 30, .content = "30"});
}

std::string located(Index const& index, RetrieveScope const& scope) {
    std::string text;
    auto const done = index.locate(scope, [&](InstanceLocation const& location) {
        text += (text.empty() ? "" : " ") + location.instance.str().substr(8);
        return Result<void>{};
    });
    REQUIRE(done);
    return text;
}

// Where an index has stamps at all.
void check_stamps(Index& index) {
    SUBCASE("a stamp moves with whatever changes its study") {
        fill(index);
        auto const study = study_uid(1);
        auto before = index.stamp(study);
        auto const moved = [&] {
            auto const now = index.stamp(study);
            return std::exchange(before, now) != now || !now;
        };
        auto const still = [&] { return index.stamp(study) == before; };
        CHECK(still());
        commit(index, {.series = 1, .instance = 13, .content = "13"});
        CHECK(moved());
        commit(index, {.series = 1, .instance = 13, .content = "13 again"});
        CHECK(moved());
        // The instance goes to another study.
        commit(index, {.study = 2, .series = 3, .instance = 13, .content = "13 elsewhere"});
        CHECK(moved());
        CHECK(still());
        REQUIRE(index.removals().remove({study, series_uid(2), {}}, {.at = 1, .by = "test", .reason = ""}));
        CHECK(moved());
        REQUIRE(index.removals().restore(sample_record({.series = 2, .instance = 20, .content = "20"}), 2));
        CHECK(moved());
    }
}

void check_scopes(Index& index) {
    SUBCASE("a scope gives its current instances in the order of series and instance numbers") {
        fill(index);
        CHECK(located(index, {study_uid(1), {}, {}}) == "11 12 20");
        CHECK(located(index, {study_uid(1), series_uid(1), {}}) == "11 12");
        CHECK(located(index, {study_uid(1), series_uid(1), instance_uid(12)}) == "12");
        CHECK(located(index, {study_uid(1), {}, instance_uid(20)}) == "20");
    }
    SUBCASE("what does not belong together is not found, and that is no error") {
        fill(index);
        CHECK(located(index, {study_uid(9), {}, {}}).empty());
        CHECK(located(index, {study_uid(1), series_uid(3), {}}).empty());
        CHECK(located(index, {study_uid(1), series_uid(2), instance_uid(12)}).empty());
        CHECK(located(index, {study_uid(2), {}, instance_uid(12)}).empty());
    }
    SUBCASE("a location says all that moving the bytes needs") {
        fill(index);
        commit(index, {.series = 1, .instance = 12, .content = "12 again", .values = {{"NumberOfFrames", "30"}}});
        std::vector<InstanceLocation> found;
        REQUIRE(index.locate({study_uid(1), series_uid(1), instance_uid(12)}, [&](InstanceLocation const& location) {
            found.push_back(location);
            return Result<void>{};
        }));
        REQUIRE(found.size() == 1);
        CHECK(found[0].study == study_uid(1));
        CHECK(found[0].series == series_uid(1));
        CHECK(found[0].sop_class.str() == "1.2.840.10008.5.1.4.1.1.2");
        CHECK(found[0].transfer_syntax.str() == "1.2.840.10008.1.2.1");
        CHECK(found[0].blob == digest_of("12 again"));
        CHECK(found[0].size == 1000);
        CHECK(found[0].stored_at == 1'700'000'000'000'000'000);
        CHECK(found[0].frames == 30);
        auto const derived = index.derived(found[0].version_key);
        REQUIRE(derived);
        CHECK(derived->layout == "layout of 12 again");
    }
    SUBCASE("metadata comes in the same order, each with what was derived") {
        fill(index);
        std::string text;
        REQUIRE(index.metadata({study_uid(1), {}, {}}, [&](InstanceLocation const& at, DeflatedText const& metadata) {
            text += at.instance.str().substr(8) + ":" + metadata.deflated + ";";
            CHECK(metadata.crc32 == 7);
            CHECK(metadata.length == 77);
            return Result<void>{};
        }));
        CHECK(text == "11:metadata of 11;12:metadata of 12;20:metadata of 20;");
    }
    SUBCASE("an error of the sink is returned") {
        fill(index);
        auto const stop = [](auto const&...) -> Result<void> { return fail(ErrorCode::cancelled, "enough"); };
        CHECK(index.locate({study_uid(1), {}, {}}, stop).error().code == ErrorCode::cancelled);
        CHECK(index.metadata({study_uid(1), {}, {}}, stop).error().code == ErrorCode::cancelled);
        CHECK(index.for_each_version(stop).error().code == ErrorCode::cancelled);
    }
}

void check_derived(Index& index) {
    SUBCASE("a row of every level is represented by its first instance") {
        fill(index);
        for (auto const level : {patient, study, series, instance}) {
            CAPTURE(static_cast<int>(level));
            auto const row =
                find_all(index, request_for(level, {equals("SOPInstanceUID", instance_uid(11).str())})).at(0);
            auto const derived = index.representative(level, row.row);
            REQUIRE(derived);
            CHECK(derived->metadata.deflated == "metadata of 11");
        }
        CHECK(index.representative(study, 999).error().code == ErrorCode::not_found);
        CHECK(index.derived(999).error().code == ErrorCode::not_found);
    }
    SUBCASE("bytes of any value survive") {
        auto record = sample_record({});
        record.metadata.deflated = std::string("\0\xFF\0", 3);
        record.layout.clear();
        REQUIRE(index.commit(record, OnDuplicate::supersede));
        auto const row = find_all(index, request_for(instance)).at(0);
        auto const derived = index.representative(instance, row.row);
        REQUIRE(derived);
        CHECK(derived->metadata.deflated == std::string("\0\xFF\0", 3));
        CHECK(derived->layout.empty());
    }
    SUBCASE("every version is visited, superseded ones too") {
        fill(index);
        commit(index, {.series = 1, .instance = 12, .content = "12 again"});
        std::string text;
        REQUIRE(index.for_each_version([&](VersionInfo const& version) {
            text += version.instance.str().substr(8) + (version.current ? "+ " : "- ");
            return Result<void>{};
        }));
        CHECK(text == "20+ 12- 11+ 30+ 12+ ");
        CHECK(index.counts()->bytes == 5000);
    }
    SUBCASE("an unknown SOP Instance UID has no history") {
        auto const history = index.history(instance_uid(1));
        REQUIRE(history);
        CHECK(history->empty());
    }
}

}  // namespace

void check_retrieve_contract(Index& index) {
    check_scopes(index);
    check_stamps(index);
    check_derived(index);
}

void check_sharing_contract(Index& index) {
    SUBCASE("commits of many threads all arrive, and each thread reads what it wrote") {
        std::atomic<int> unseen = 0;
        std::atomic<int> failed = 0;
        auto const work = [&](int worker) {
            for (int i = 0; i < 40; ++i) {
                int const number = 1000 * worker + i;
                auto const committed = index.commit(
                    sample_record(
                        {.study = 1 + i % 3, .series = worker, .instance = number, .content = std::to_string(number)}),
                    OnDuplicate::supersede);
                if (!committed || *committed != Committed::added) ++failed;
                auto request = request_for(instance, {equals("SOPInstanceUID", instance_uid(number).str())});
                auto const seen = index.count(request);
                if (!seen || *seen != 1) ++unseen;
            }
        };
        std::vector<std::thread> threads;
        for (int worker = 1; worker <= 8; ++worker) threads.emplace_back(work, worker);
        for (auto& thread : threads) thread.join();
        CHECK(failed == 0);
        CHECK(unseen == 0);
        auto const counts = index.counts();
        REQUIRE(counts);
        CHECK(counts->instances == 320);
        CHECK(counts->series == 24);
        CHECK(find_values(index, request_for(patient), "NumberOfPatientRelatedInstances") == "320");
    }
    SUBCASE("the same instance from many threads is added once") {
        std::atomic<int> added = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                auto const committed = index.commit(sample_record({}), OnDuplicate::supersede);
                if (committed && *committed == Committed::added) ++added;
            });
        for (auto& thread : threads) thread.join();
        CHECK(added == 1);
        CHECK(index.counts()->versions == 1);
    }
    SUBCASE("a search may be made inside another's sink") {
        fill(index);
        int depth = 0;
        std::function<Result<void>(FoundRow const&)> const sink = [&](FoundRow const&) -> Result<void> {
            if (++depth > 6) return {};
            return index.find(request_for(study), sink);
        };
        CHECK(index.find(request_for(study), sink));
        CHECK(depth > 6);
    }
}

}  // namespace cassette::testing
