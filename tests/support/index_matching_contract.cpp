#include "tests/support/index_contract.h"
#include "tests/support/index_samples.h"

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

using enum Level;

void check_names(Index& index) {
    SUBCASE("a name matches by any of its component groups (PS3.4 C.2.2.2.1, C.2.2.2.4)") {
        fill_names(index);
        CHECK(patients(index, {equals("PatientName", "yamada^tarou")}) == "P1");
        CHECK(patients(index, {equals("PatientName", "山田^太郎")}) == "P1");
        CHECK(patients(index, {matches("PatientName", "山*")}) == "P1");
        CHECK(patients(index, {matches("PatientName", "*郎")}) == "P1");
        CHECK(patients(index, {matches("PatientName", "yamada*たろう")}).empty());
        CHECK(patients(index, {equals("PatientName", "yamada^tarou=山田^太郎")}) == "P1");
        CHECK(patients(index, {matches("PatientName", "=山田*")}) == "P1");
        CHECK(patients(index, {matches("PatientName", "山田*=*")}).empty());
        CHECK(patients(index, {matches("PatientName", "*ada*tar*=*太*")}) == "P1");
        CHECK(patients(index, {one_of("PatientName", {"tarou^yamada", "lee^lena lee"})}) == "P2 P3");
        CHECK(patients(index, {equals("ReferringPhysicianName", "李^敏")}) == "P2");
        CHECK(patients(index, {equals("OtherPatientNames", "yamada-ito^taro")}) == "P1");
        CHECK(patients(index, {matches("OperatorsName", "o'brien*")}) == "P1");
        CHECK(patients(index, {matches("OperatorsName", "o'brien*")}, series) == "P1");
        CHECK(patients(index, {matches("PatientName", "yam*")}, patient) == "P1");
    }
    SUBCASE("words begin words of one group, in any order") {
        fill_names(index);
        auto const words = [](std::string_view keyword, std::string key) {
            return asking(keyword, NameWords{std::move(key)});
        };
        CHECK(patients(index, {words("PatientName", "tar yam")}) == "P1 P2");
        CHECK(patients(index, {words("PatientName", "yamada tarou x")}).empty());
        CHECK(patients(index, {words("PatientName", "太")}) == "P1");
        CHECK(patients(index, {words("PatientName", "太 yamada")}).empty());
        CHECK(patients(index, {words("PatientName", "yam=太")}) == "P1");
        CHECK(patients(index, {words("PatientName", "=yam")}).empty());
        CHECK(patients(index, {words("PatientName", "le")}) == "P3");  // once, whatever the number of words that fit
        CHECK(patients(index, {words("PatientName", "l le lee")}) == "P3");
        CHECK(patients(index, {words("PatientName", "mada")}).empty());
        CHECK(patients(index, {words("OtherPatientNames", "ito t")}) == "P1");
        CHECK(patients(index, {words("OtherPatientNames", "ito suzuki")}).empty());
        CHECK(patients(index, {words("ReferringPhysicianName", "min lee")}) == "P2");
        CHECK(patients(index, {words("OperatorsName", "ann brien")}) == "P1");
        CHECK(patients(index, {words("OperatorsName", "ann brien")}, series) == "P1");
        CHECK(patients(index, {words("OperatorsName", "ann brien")}, instance) == "P1");
        CHECK(patients(index, {words("PatientName", "tar yam")}, patient) == "P1 P2");
        CHECK(patients(index, {words("PatientName", "tar yam")}, instance) == "P1 P2");
        CHECK(patients(index, {words("PatientName", "tar"), between("StudyDate", "20210101", std::nullopt)}) == "P2");
        CHECK(patients(index, {words("PatientName", "tar"), words("PatientName", "太")}) == "P1");
        CHECK(patients(index, {words("PatientName", "tar"), equals("OperatorsName", "roe^jan")}) == "P1");
    }
    SUBCASE("words come newest first, page by page, also after the date has changed") {
        fill_names(index);
        auto request = request_for(study, {asking("PatientName", NameWords{"yam"})});
        CHECK(find_values(index, request, "PatientID") == "P2 P1");
        request.limit = 1;
        request.offset = 1;
        CHECK(find_values(index, request, "PatientID") == "P1");
        commit(index,
               {.content = "later",
                .values = {{"PatientName", "Yamada^Tarou=山田^太郎=やまだ^たろう"}, {"StudyDate", "20230101"}}});
        CHECK(find_values(index, request, "PatientID") == "P2");
    }
    SUBCASE("the words are those of the name that is there") {
        fill_names(index);
        commit(index, {.content = "renamed", .values = {{"PatientName", "Doe^Jane"}}});
        CHECK(patients(index, {asking("PatientName", NameWords{"yam"})}) == "P2");
        CHECK(patients(index, {asking("PatientName", NameWords{"doe"})}) == "P1");
        CHECK(patients(index, {asking("PatientName", NameWords{"doe"})}, patient) == "P1");
        // The instance moves to another study: the one it leaves is empty and goes.
        commit(index, {.study = 9, .series = 9, .content = "moved", .values = {{"PatientName", "Roe^Jane"}}});
        CHECK(patients(index, {asking("PatientName", NameWords{"doe"})}).empty());
        CHECK(patients(index, {asking("PatientName", NameWords{"roe"})}) == "P1");
    }
}

void check_kinds(Index& index) {
    SUBCASE("no value: absent or empty (PS3.4 C.2.2.2.7)") {
        fill(index);
        CHECK(patients(index, {asking("StudyDate", NoValue{})}) == "P3");
        CHECK(patients(index, {asking("AccessionNumber", NoValue{})}) == "P2 P3");
        CHECK(patients(index, {asking("ReferringPhysicianName", NoValue{})}) == "P1 P3");
        CHECK(patients(index, {asking("PatientName", NoValue{})}).empty());
        CHECK(patients(index, {asking("ModalitiesInStudy", NoValue{})}).empty());
        CHECK(patients(index, {asking("ImageType", NoValue{})}, instance) == "P2 P2 P2 P3");
        commit(index,
               {.study = 4,
                .series = 6,
                .instance = 6,
                .content = "f",
                .values = {{"PatientID", "P4"}, {"Modality", ""}}});
        CHECK(patients(index, {asking("ModalitiesInStudy", NoValue{})}) == "P4");
    }
    SUBCASE("all of several values, in any order (PS3.4 C.2.2.2.8)") {
        fill(index);
        commit(index,
               {.series = 7, .instance = 7, .content = "g", .values = {{"Modality", "PT"}, {"SeriesNumber", "7"}}});
        CHECK(patients(index, {asking("ModalitiesInStudy", AllOf{{"PT", "CT"}})}) == "P1");
        CHECK(patients(index, {asking("ModalitiesInStudy", AllOf{{"PT", "CT"}})}, series) == "P1 P1");
        CHECK(patients(index, {asking("ModalitiesInStudy", AllOf{{"PT", "MR"}})}).empty());
        CHECK(patients(index, {one_of("ModalitiesInStudy", {"PT", "MR"})}) == "P1 P2");
        CHECK(patients(index, {asking("ImageType", AllOf{{"AXIAL", "ORIGINAL"}})}, instance) == "P1");
        CHECK(patients(index, {asking("ImageType", AllOf{{"AXIAL", "DERIVED"}})}, instance).empty());
        CHECK(patients(index, {asking("OtherPatientIDs", AllOf{{"X"}})}).empty());
    }
    SUBCASE("a wildcard on a list that the index keeps") {
        fill(index);
        CHECK(patients(index, {matches("ModalitiesInStudy", "M*")}) == "P2");
        CHECK(patients(index, {matches("ModalitiesInStudy", "?T")}) == "P1 P3");
    }
    SUBCASE("a date and its time as one (PS3.4 C.2.2.2.5)") {
        fill(index);
        auto const time = *find_attribute("StudyTime");
        auto const from = [&](std::string date, std::string clock) {
            return asking("StudyDate", BetweenMoments{time, Moment{std::move(date), std::move(clock)}, {}});
        };
        auto const until = [&](std::string date, std::string clock) {
            return asking("StudyDate", BetweenMoments{time, {}, Moment{std::move(date), std::move(clock)}});
        };
        CHECK(patients(index, {from("20200101", "12")}) == "P1 P2");
        CHECK(patients(index, {from("20200101", "1201")}) == "P2");
        CHECK(patients(index, {from("20191231", "2359")}) == "P1 P2");
        CHECK(patients(index, {until("20210315", "0915~")}) == "P1 P2");
        CHECK(patients(index, {until("20210315", "0914~")}) == "P1");
        auto const both = BetweenMoments{time, Moment{"20200101", "13"}, Moment{"20210315", "0915~"}};
        CHECK(patients(index, {asking("StudyDate", both)}) == "P2");
        commit(index, {.study = 4, .series = 6, .instance = 6, .content = "f", .values = {{"PatientID", "P4"}}});
        CHECK(patients(index, {from("20200101", "1201")}) == "P2 P4");  // a day without a time is all of it
    }
    SUBCASE("date-times are compared as instants when both ends know their offset (PS3.4 C.2.2.2.5)") {
        commit(index, {.values = {{"AcquisitionDateTime", "20240131101500+0100"}}});
        auto const found = [&](std::string first, std::string last) {
            return patients(index, {asking("AcquisitionDateTime", BetweenDateTimes{std::move(first), std::move(last)})},
                            instance);
        };
        CHECK(found("20240131091500+0000", "20240131091500+0000") == "P1");
        CHECK(found("20240131101500", "20240131101500") == "P1");
        CHECK(found("20240131101500+0000", "").empty());
        CHECK(found("", "2024") == "P1");
        CHECK(found("", "2023").empty());
    }
}

}  // namespace

void check_matching_contract(Index& index) {
    check_names(index);
    check_kinds(index);
}

}  // namespace cassette::testing
