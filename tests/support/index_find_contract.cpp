#include "tests/support/index_contract.h"
#include "tests/support/index_samples.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

using enum Level;

void check_matching(Index& index) {
    SUBCASE("single value matching (PS3.4 C.2.2.2.1)") {
        fill(index);
        CHECK(patients(index, {equals("PatientID", "P2")}) == "P2");
        CHECK(patients(index, {equals("PatientID", "p2")}).empty());
        CHECK(patients(index, {equals("StudyDate", "20200101")}) == "P1");
        CHECK(patients(index, {equals("StudyDescription", "Knee left")}) == "P2");
        CHECK(patients(index, {equals("PatientSex", "M")}) == "P2");
        CHECK(patients(index, {equals("InstanceNumber", "3")}, instance) == "P2");
        CHECK(patients(index, {equals("InstanceNumber", "x")}, instance).empty());
    }
    SUBCASE("lists of UIDs (PS3.4 C.2.2.2.2)") {
        fill(index);
        CHECK(patients(index, {one_of("StudyInstanceUID", {study_uid(1).str(), study_uid(3).str()})}) == "P1 P3");
        CHECK(patients(index, {one_of("SOPInstanceUID", {instance_uid(2).str(), instance_uid(3).str()})}, series) ==
              "P2");
        CHECK(patients(index, {equals("SeriesInstanceUID", series_uid(3).str())}, instance) == "P2");
    }
    SUBCASE("a list of 5,000 UIDs") {
        fill(index);
        std::vector<std::string> uids;
        for (int i = 2; i < 5002; ++i) uids.push_back(study_uid(i).str());
        CHECK(patients(index, {one_of("StudyInstanceUID", uids)}) == "P2 P3");
    }
    SUBCASE("wildcards (PS3.4 C.2.2.2.4)") {
        fill(index);
        CHECK(patients(index, {matches("PatientName", "doe*")}) == "P1 P2");
        CHECK(patients(index, {matches("PatientName", "doe^j?ne")}) == "P1");
        CHECK(patients(index, {matches("PatientName", "doe^j?n")}).empty());
        CHECK(patients(index, {matches("PatientName", "*john")}) == "P2");
        CHECK(patients(index, {matches("PatientName", "*oe^*")}) == "P1 P2");
        CHECK(patients(index, {matches("PatientName", "*o*")}) == "P1 P2");
        CHECK(patients(index, {matches("PatientName", "?oe*")}) == "P1 P2");
        CHECK(patients(index, {matches("PatientName", "*")}) == "P1 P2 P3");
        CHECK(patients(index, {matches("PatientID", "P?")}) == "P1 P2 P3");
        CHECK(patients(index, {matches("StudyDescription", "*nee le*")}) == "P2");
        CHECK(patients(index, {matches("StudyDescription", "*NEE*")}).empty());
        CHECK(patients(index, {matches("PatientID", "P2")}) == "P2");
    }
    SUBCASE("characters that mean something to SQL, GLOB and FTS5 mean themselves") {
        fill(index);
        CHECK(patients(index, {matches("AccessionNumber", "A[*")}) == "P1");
        CHECK(patients(index, {matches("AccessionNumber", "*[1]*")}) == "P1");
        CHECK(patients(index, {matches("AccessionNumber", "[A]*")}).empty());
        for (auto const* text : {"*\"a\" OR \"b*", "*' OR 1=1 --*", "*NEAR(a b)*", "*\\*", "*{x}:y*", "*%%%*", "*]]]*"})
            CHECK(patients(index, {matches("PatientName", text)}).empty());
    }
    SUBCASE("person names match on their folded form, with accents and case aside") {
        fill(index);
        CHECK(patients(index, {equals("PatientName", "muller^jurgen")}) == "P3");
        CHECK(patients(index, {matches("PatientName", "mul*")}) == "P3");
        CHECK(patients(index, {matches("PatientName", "*rgen")}) == "P3");
        CHECK(value(find_all(index, request_for(study, {equals("PatientID", "P3")})).at(0), "PatientName") ==
              "M\xC3\xBCller^J\xC3\xBCrgen");
    }
    SUBCASE("ranges, open ones too (PS3.4 C.2.2.2.5)") {
        fill(index);
        CHECK(patients(index, {between("StudyDate", "20200101", "20201231")}) == "P1");
        CHECK(patients(index, {between("StudyDate", "20200102", std::nullopt)}) == "P2");
        CHECK(patients(index, {between("StudyDate", std::nullopt, "20210315")}) == "P1 P2");
        CHECK(patients(index, {between("StudyTime", "1000", "1300")}) == "P1");
        CHECK(patients(index, {between("StudyDate", std::nullopt, std::nullopt)}) == "P1 P2 P3");
    }
    SUBCASE("any of several values matches") {
        fill(index);
        CHECK(patients(index, {equals("ImageType", "PRIMARY")}, instance) == "P1");
        CHECK(patients(index, {matches("ImageType", "PRI*")}, instance) == "P1");
        CHECK(patients(index, {matches("ImageType", "ORIG*AXIAL")}, instance).empty());
    }
    SUBCASE("an attribute that is only returned cannot be matched on") {
        auto const refused = index.find(request_for(study, {equals("PatientWeight", "70")}),
                                        [](FoundRow const&) { return Result<void>{}; });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::nonconformant);
    }
}

void check_levels(Index& index) {
    SUBCASE("conditions of the levels above and below hold at every level") {
        fill(index);
        CHECK(patients(index, {equals("ModalitiesInStudy", "MR")}) == "P2");
        CHECK(patients(index, {equals("ModalitiesInStudy", "MR")}, patient) == "P2");
        CHECK(patients(index, {equals("ModalitiesInStudy", "MR")}, series) == "P2 P2");
        CHECK(patients(index, {equals("ModalitiesInStudy", "MR")}, instance) == "P2 P2 P2");
        CHECK(patients(index, {equals("Modality", "CT")}) == "P1 P3");
        CHECK(patients(index, {equals("Modality", "CT")}, patient) == "P1 P3");
        CHECK(patients(index, {equals("SOPInstanceUID", instance_uid(4).str())}) == "P2");
        CHECK(patients(index, {equals("SOPInstanceUID", instance_uid(4).str())}, patient) == "P2");
        CHECK(patients(index, {equals("StudyDate", "20210315")}, patient) == "P2");
        CHECK(patients(index, {matches("ReferringPhysicianName", "*ouse*")}, patient) == "P2");
        CHECK(patients(index, {matches("PatientName", "*john*")}, instance) == "P2 P2 P2");
        CHECK(patients(index, {equals("SOPClassesInStudy", "1.2.840.10008.5.1.4.1.1.2")}) == "P1 P2 P3");
        CHECK(patients(index, {equals("InstanceNumber", "4"), equals("SeriesNumber", "3")}) == "P2");
    }
    SUBCASE("conditions below the level hold in one and the same row") {
        fill(index);
        CHECK(patients(index, {equals("InstanceNumber", "4"), equals("SeriesNumber", "2")}).empty());
    }
    SUBCASE("rows hold the values of their level and those above, and none below") {
        fill(index);
        auto const row = find_all(index, request_for(series, {equals("SeriesInstanceUID", series_uid(2).str())})).at(0);
        CHECK(value(row, "PatientName") == "Doe^John");
        CHECK(value(row, "StudyDate") == "20210315");
        CHECK(value(row, "NumberOfSeriesRelatedInstances") == "2");
        CHECK(value(row, "NumberOfStudyRelatedInstances") == "3");
        CHECK(value(row, "SOPInstanceUID").empty());
    }
}

void check_order(Index& index) {
    SUBCASE("newest first: by study date, those without one last; then by number") {
        fill(index);
        CHECK(find_values(index, request_for(study), "PatientID") == "P2 P1 P3");
        CHECK(find_values(index, request_for(series), "SeriesNumber") == "2 3 1 4");
        CHECK(find_values(index, request_for(instance), "InstanceNumber") == "2 3 4 1 5");
        auto const scoped = request_for(instance, {equals("StudyInstanceUID", study_uid(2).str())});
        CHECK(find_values(index, scoped, "InstanceNumber") == "2 3 4");
        CHECK(find_values(index, request_for(study, {matches("PatientName", "doe*")}), "PatientID") == "P2 P1");
    }
    SUBCASE("on one day the later study comes first") {
        commit(index, {.values = {{"StudyTime", "0800"}}});
        commit(index, {.study = 2, .series = 2, .instance = 2, .content = "b", .values = {{"StudyTime", "1700"}}});
        commit(index, {.study = 3, .series = 3, .instance = 3, .content = "c", .values = {{"StudyTime", "0900"}}});
        CHECK(find_values(index, request_for(series), "SeriesNumber") == "2 3 1");
    }
    SUBCASE("stable: by insertion") {
        fill(index);
        auto request = request_for(study);
        request.ordering = Ordering::stable;
        CHECK(find_values(index, request, "PatientID") == "P1 P2 P3");
    }
    SUBCASE("limit and offset cut the order into pages") {
        fill(index);
        for (auto const& conditions :
             {std::vector<Condition>{}, {matches("PatientID", "P*")}, {matches("PatientName", "*")}}) {
            auto request = request_for(study, conditions);
            request.limit = 1;
            request.offset = 1;
            CHECK(find_values(index, request, "PatientID") == "P1");
            request.limit = 5;
            CHECK(find_values(index, request, "PatientID") == "P1 P3");
            request.offset = 3;
            CHECK(find_values(index, request, "PatientID").empty());
            request = request_for(study, conditions);
            request.limit = 0;
            CHECK(find_values(index, request, "PatientID").empty());
        }
    }
    SUBCASE("pages of a search by name and something else") {
        fill(index);
        auto request =
            request_for(study, {matches("PatientName", "*e*"), matches("PatientID", "P*"), equals("Modality", "CT")});
        request.limit = 1;
        CHECK(find_values(index, request, "PatientID") == "P1");
        request.offset = 1;
        CHECK(find_values(index, request, "PatientID") == "P3");
        request = request_for(study, {matches("PatientName", "doe^j*"), equals("Modality", "CT")});
        request.limit = 1;
        CHECK(find_values(index, request, "PatientID") == "P1");
        request.offset = 1;
        CHECK(find_values(index, request, "PatientID").empty());
    }
    SUBCASE("an order of the caller's: names folded, numbers as such, what has no value last") {
        fill_names(index);
        commit(index,
               {.study = 4,
                .series = 10,
                .instance = 12,
                .content = "d",
                .values = {{"PatientID", "P4"}, {"PatientName", ""}}});
        auto const ordered = [&](Level level, std::vector<std::pair<std::string_view, Direction>> keys) {
            auto request = request_for(level);
            for (auto const& [keyword, direction] : keys)
                request.order_by.push_back({*find_attribute(keyword), direction});
            auto const whole = find_values(index, request, "PatientID");
            request.limit = 100;
            CHECK(find_values(index, request, "PatientID") == whole);
            request.limit = 2;
            request.offset = 1;
            CHECK(whole.find(find_values(index, request, "PatientID")) == 3);
            return whole;
        };
        using enum Direction;
        CHECK(ordered(study, {{"PatientName", ascending}}) == "P3 P2 P1 P4");
        CHECK(ordered(study, {{"PatientName", descending}}) == "P1 P2 P3 P4");
        CHECK(ordered(study, {{"StudyDate", ascending}}) == "P3 P4 P1 P2");
        CHECK(ordered(study, {{"ReferringPhysicianName", ascending}}) == "P2 P4 P1 P3");
        CHECK(ordered(series, {{"SeriesNumber", descending}}) == "P4 P3 P2 P1");
        CHECK(ordered(instance, {{"PatientName", ascending}, {"InstanceNumber", descending}}) == "P3 P2 P1 P4");
        CHECK(ordered(patient, {{"PatientName", descending}}) == "P1 P2 P3 P4");
        CHECK(ordered(patient, {{"PatientSex", descending}}) == "P4 P3 P2 P1");
    }
    SUBCASE("what is only returned, or below the level, orders nothing") {
        for (std::string_view const keyword : {"PatientWeight", "NumberOfStudyRelatedInstances", "Modality"}) {
            CAPTURE(keyword);
            auto request = request_for(study);
            request.order_by = {{*find_attribute(keyword), Direction::ascending}};
            auto const refused = index.find(request, [](FoundRow const&) { return Result<void>{}; });
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::nonconformant);
        }
    }
    SUBCASE("an error of the sink ends the search and is returned") {
        fill(index);
        int rows = 0;
        auto const stopped = index.find(request_for(study), [&](FoundRow const&) -> Result<void> {
            ++rows;
            return fail(ErrorCode::cancelled, "enough");
        });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::cancelled);
        CHECK(rows == 1);
    }
}

}  // namespace

void check_find_contract(Index& index) {
    check_matching(index);
    check_levels(index);
    check_order(index);
}

}  // namespace cassette::testing
