#include "tests/support/index_contract.h"
#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

using enum Level;

Committed commit(Index& index, SampleInstance const& sample, OnDuplicate policy = OnDuplicate::supersede) {
    auto const committed = index.commit(sample_record(sample), policy);
    REQUIRE(committed);
    return *committed;
}

FoundRow only_row(Index const& index, Level level) {
    auto rows = find_all(index, request_for(level));
    REQUIRE(rows.size() == 1);
    return rows.front();
}

// "patients studies series instances versions"
std::string counted(Index const& index) {
    auto const counts = index.counts();
    REQUIRE(counts);
    std::string text;
    for (auto const number : {counts->patients, counts->studies, counts->series, counts->instances, counts->versions})
        text += (text.empty() ? "" : " ") + std::to_string(number);
    // What is kept agrees with what is there.
    CHECK(find_all(index, request_for(patient)).size() == counts->patients);
    CHECK(find_all(index, request_for(study)).size() == counts->studies);
    CHECK(find_all(index, request_for(series)).size() == counts->series);
    CHECK(find_all(index, request_for(instance)).size() == counts->instances);
    return text;
}

std::size_t versions(Index const& index, int number) {
    auto const history = index.history(instance_uid(number));
    REQUIRE(history);
    return history->size();
}

void check_outcomes(Index& index) {
    SUBCASE("a new SOP Instance is added, with rows at every level") {
        CHECK(commit(index, {}) == Committed::added);
        CHECK(counted(index) == "1 1 1 1 1");
        auto const row = only_row(index, instance);
        CHECK(value(row, "PatientID") == "P1");
        CHECK(value(row, "StudyInstanceUID") == study_uid(1).str());
        CHECK(value(row, "SOPInstanceUID") == instance_uid(1).str());
        CHECK(value(row, "InstanceAvailability") == "ONLINE");
        CHECK(value(row, "AvailableTransferSyntaxUID") == "1.2.840.10008.1.2.1");
        CHECK(value(row, "NumberOfPatientRelatedInstances") == "1");
        CHECK(value(row, "NumberOfStudyRelatedSeries") == "1");
    }
    SUBCASE("the same blob again changes nothing, whatever the policy") {
        commit(index, {});
        for (auto const policy : {OnDuplicate::supersede, OnDuplicate::keep_first, OnDuplicate::reject})
            CHECK(commit(index, {.values = {{"PatientName", "Other"}}}, policy) == Committed::unchanged);
        CHECK(value(only_row(index, patient), "PatientName") == "Doe^Jane");
        CHECK(counted(index) == "1 1 1 1 1");
    }
    SUBCASE("supersede: another blob becomes current and replaces all values of the instance") {
        commit(index, {.values = {{"ImageComments", "blurred"}, {"StudyDescription", "HEAD"}}});
        CHECK(commit(index, {.content = "second"}) == Committed::superseded);
        CHECK(value(only_row(index, instance), "ImageComments").empty());
        CHECK(value(only_row(index, study), "StudyDescription") == "HEAD");
        CHECK(counted(index) == "1 1 1 1 2");
        auto const history = index.history(instance_uid(1));
        REQUIRE(history);
        REQUIRE(history->size() == 2);
        CHECK((*history)[0].blob == digest_of("first"));
        CHECK_FALSE((*history)[0].current);
        CHECK((*history)[1].current);
    }
    SUBCASE("supersede: an earlier blob sent again becomes current again") {
        commit(index, {.values = {{"ImageComments", "one"}}});
        commit(index, {.content = "second", .values = {{"ImageComments", "two"}}});
        CHECK(commit(index, {.values = {{"ImageComments", "one"}}}) == Committed::superseded);
        CHECK(value(only_row(index, instance), "ImageComments") == "one");
        CHECK(versions(index, 1) == 2);
        CHECK((*index.history(instance_uid(1)))[0].current);
    }
    SUBCASE("keep_first: another blob is recorded and nothing else changes") {
        commit(index, {});
        auto const kept =
            commit(index, {.content = "second", .values = {{"PatientName", "Other"}}}, OnDuplicate::keep_first);
        CHECK(kept == Committed::kept_first);
        CHECK(value(only_row(index, study), "PatientName") == "Doe^Jane");
        CHECK(counted(index) == "1 1 1 1 2");
        CHECK((*index.history(instance_uid(1)))[0].current);
        CHECK(commit(index, {.content = "second"}, OnDuplicate::keep_first) == Committed::unchanged);
    }
    SUBCASE("reject: another blob is a conflict and is not recorded") {
        commit(index, {});
        auto const rejected = index.commit(sample_record({.content = "second"}), OnDuplicate::reject);
        REQUIRE_FALSE(rejected);
        CHECK(rejected.error().code == ErrorCode::conflict);
        CHECK(counted(index) == "1 1 1 1 1");
    }
}

void check_values(Index& index) {
    SUBCASE("the latest value that is not empty wins in the rows above") {
        commit(index, {.values = {{"StudyDescription", "HEAD"}, {"PatientSex", "F"}, {"SeriesDescription", "AXIAL"}}});
        commit(index, {.instance = 2, .content = "b", .values = {{"StudyDescription", "NECK"}, {"StudyID", "7"}}});
        auto const row = only_row(index, series);
        CHECK(value(row, "StudyDescription") == "NECK");
        CHECK(value(row, "StudyID") == "7");
        CHECK(value(row, "PatientSex") == "F");
        CHECK(value(row, "SeriesDescription") == "AXIAL");
        CHECK(find_all(index, request_for(study, {matches("StudyDescription", "*NEC*")})).size() == 1);
        CHECK(find_all(index, request_for(study, {matches("StudyDescription", "*HEA*")})).empty());
    }
    SUBCASE("numbers are kept as whole numbers, what is not one is absent") {
        commit(index, {.values = {{"Rows", "512"}, {"Columns", " 0640 "}, {"NumberOfFrames", "many"}}});
        auto const row = only_row(index, instance);
        CHECK(value(row, "Rows") == "512");
        CHECK(value(row, "Columns") == "640");
        CHECK(value(row, "NumberOfFrames").empty());
    }
    SUBCASE("two issuers of one Patient ID are two patients") {
        commit(index, {.values = {{"IssuerOfPatientID", "NORTH"}}});
        commit(index,
               {.study = 2, .series = 2, .instance = 2, .content = "b", .values = {{"IssuerOfPatientID", "SOUTH"}}});
        CHECK(counted(index) == "2 2 2 2 2");
    }
    SUBCASE("modalities and SOP classes of a study are sorted and each named once") {
        commit(index, {.values = {{"Modality", "SR"}}});
        commit(index, {.series = 2, .instance = 2, .content = "b", .sop_class = "1.2.840.10008.5.1.4.1.1.12"});
        commit(index, {.series = 2, .instance = 3, .content = "c"});
        auto const row = only_row(index, study);
        CHECK(value(row, "ModalitiesInStudy") == "CT\\SR");
        CHECK(value(row, "SOPClassesInStudy") == "1.2.840.10008.5.1.4.1.1.12\\1.2.840.10008.5.1.4.1.1.2");
        CHECK(value(row, "NumberOfStudyRelatedSeries") == "2");
        CHECK(value(row, "NumberOfStudyRelatedInstances") == "3");
    }
    SUBCASE("a series that changes its modality changes that of the study") {
        commit(index, {});
        commit(index, {.instance = 2, .content = "b", .values = {{"Modality", "MR"}}});
        CHECK(value(only_row(index, study), "ModalitiesInStudy") == "MR");
    }
    SUBCASE("a SOP class that no instance has any more leaves the study") {
        commit(index, {});
        commit(index, {.content = "second", .sop_class = "1.2.840.10008.5.1.4.1.1.4"});
        CHECK(value(only_row(index, study), "SOPClassesInStudy") == "1.2.840.10008.5.1.4.1.1.4");
    }
}

void check_moves(Index& index) {
    SUBCASE("an instance moves to another series; the empty one goes") {
        commit(index, {.values = {{"Modality", "CR"}}});
        commit(index, {.series = 2, .content = "second"});
        CHECK(counted(index) == "1 1 1 1 2");
        auto const row = only_row(index, instance);
        CHECK(value(row, "SeriesInstanceUID") == series_uid(2).str());
        CHECK(value(row, "ModalitiesInStudy") == "CT");
        CHECK(value(row, "NumberOfPatientRelatedSeries") == "1");
    }
    SUBCASE("an instance moves to another study of another patient; what is left stays counted") {
        commit(index, {.instance = 1, .content = "a", .values = {{"Modality", "CR"}}});
        commit(index, {.series = 2, .instance = 2, .content = "b"});
        commit(index, {.study = 2, .series = 3, .instance = 1, .content = "c", .values = {{"PatientID", "P2"}}});
        CHECK(counted(index) == "2 2 2 2 3");
        auto const left = find_all(index, request_for(study, {equals("PatientID", "P1")}));
        REQUIRE(left.size() == 1);
        CHECK(value(left[0], "ModalitiesInStudy") == "CT");
        CHECK(value(left[0], "NumberOfStudyRelatedSeries") == "1");
        CHECK(value(left[0], "NumberOfPatientRelatedInstances") == "1");
    }
    SUBCASE("the last instance of a patient moves away: patient, study and their text are gone") {
        commit(index, {.values = {{"AccessionNumber", "ACC123"}}});
        commit(index, {.study = 2, .content = "c", .values = {{"PatientID", "P2"}, {"PatientName", "Roe^Rick"}}});
        CHECK(counted(index) == "1 1 1 1 2");
        CHECK(value(only_row(index, patient), "PatientID") == "P2");
        CHECK(find_all(index, request_for(study, {matches("AccessionNumber", "*CC1*")})).empty());
        CHECK(find_all(index, request_for(patient, {matches("PatientName", "*doe*")})).empty());
        CHECK(find_all(index, request_for(patient, {matches("PatientName", "*roe*")})).size() == 1);
    }
    SUBCASE("a study whose Patient ID changes moves to that patient with all its instances") {
        commit(index, {.values = {{"IssuerOfPatientID", "NORTH"}}});
        commit(index, {.series = 2, .instance = 2, .content = "b", .values = {{"PatientID", "P2"}}});
        CHECK(counted(index) == "1 1 2 2 2");
        auto const row = only_row(index, patient);
        CHECK(value(row, "PatientID") == "P2");
        CHECK(value(row, "IssuerOfPatientID").empty());
        CHECK(value(row, "NumberOfPatientRelatedStudies") == "1");
        CHECK(value(row, "NumberOfPatientRelatedSeries") == "2");
        CHECK(value(row, "NumberOfPatientRelatedInstances") == "2");
    }
    SUBCASE("a series UID in two studies is two series") {
        commit(index, {});
        commit(index, {.study = 2, .instance = 2, .content = "b"});
        CHECK(counted(index) == "1 2 2 2 2");
    }
}

}  // namespace

void check_commit_contract(Index& index) {
    check_outcomes(index);
    check_values(index);
    check_moves(index);
}

}  // namespace cassette::testing
