#include "tests/support/index_samples.h"

#include <doctest/doctest.h>

namespace cassette::testing {

void commit(Index& index, SampleInstance const& sample) {
    REQUIRE(index.commit(sample_record(sample), OnDuplicate::supersede));
}

void fill(Index& index) {
    commit(index,
           {.values = {{"AccessionNumber", "A[1]"}, {"ImageType", "ORIGINAL\\PRIMARY\\AXIAL"}, {"StudyTime", "1200"}}});
    Values const second{{"PatientName", "Doe^John"}, {"PatientID", "P2"},
                        {"StudyDate", "20210315"},   {"Modality", "MR"},
                        {"PatientSex", "M"},         {"StudyDescription", "Knee left"},
                        {"StudyTime", "0915"},       {"ReferringPhysicianName", "House^Greg"}};
    commit(index, {.study = 2, .series = 2, .instance = 2, .content = "b", .values = second});
    commit(index, {.study = 2, .series = 2, .instance = 3, .content = "c", .values = second});
    commit(index, {.study = 2, .series = 3, .instance = 4, .content = "d", .values = second});
    commit(index,
           {.study = 3,
            .series = 4,
            .instance = 5,
            .content = "e",
            .values = {{"PatientName", "M\xC3\xBCller^J\xC3\xBCrgen"}, {"PatientID", "P3"}, {"StudyDate", ""}}});
}

std::string patients(Index const& index, std::vector<Condition> conditions, Level level) {
    auto request = request_for(level, std::move(conditions));
    request.ordering = Ordering::stable;
    auto const found = find_values(index, request, "PatientID");
    auto const counted = index.count(request);
    REQUIRE(counted);
    CHECK(*counted == find_all(index, request).size());
    request.ordering = Ordering::newest_first;
    request.limit = 100;
    CHECK(find_all(index, request).size() == *counted);
    return found;
}

Condition asking(std::string_view keyword, Operand operand) {
    auto const attribute = find_attribute(keyword);
    REQUIRE(attribute);
    return {*attribute, std::move(operand)};
}

void fill_names(Index& index) {
    commit(index,
           {.values = {{"PatientName", "Yamada^Tarou=山田^太郎=やまだ^たろう"},
                       {"OtherPatientNames", "Suzuki^T\\Yamada-Ito^Taro"},
                       {"OperatorsName", "Roe^Jan\\O'Brien^Mary Ann"}}});
    commit(index,
           {.study = 2,
            .series = 2,
            .instance = 2,
            .content = "b",
            .values = {{"PatientName", "Tarou^Yamada"},
                       {"PatientID", "P2"},
                       {"StudyDate", "20210101"},
                       {"ReferringPhysicianName", "Lee^Min=李^敏"}}});
    commit(index,
           {.study = 3,
            .series = 3,
            .instance = 3,
            .content = "c",
            .values = {{"PatientName", "Lee^Lena Lee"}, {"PatientID", "P3"}, {"StudyDate", "20190101"}}});
}

}  // namespace cassette::testing
