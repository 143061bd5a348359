#include "tests/support/matching_samples.h"

#include "schema/attribute.h"
#include "tests/support/dataset_builder.h"

namespace cassette::testing {

namespace {

using enum Level;
using Elements = std::vector<MatchingKey>;

// One instance of a study and series with these numbers.
std::string object(std::string const& name, Elements const& elements) {
    auto const study = "1.2." + name.substr(0, 1);
    auto built = small_image({.study = study, .series = study + "." + name, .instance = study + "." + name + ".1"});
    built.text({0x0008, 0x0005}, "CS", "ISO_IR 192").text({0x0010, 0x0020}, "LO", "P" + name.substr(0, 1));
    for (auto const& [keyword, value] : elements) {
        auto const& attribute = attributes()[*find_attribute(keyword)];
        built.text(attribute.tag, attribute.vr, value);
    }
    return built.part10();
}

MatchingTable plain() {
    return {
        "matching without anything negotiated (PS3.4 C.2.2.2)",
        {},
        {{"C.2.2.2.1 single value", {{"PatientID", "P2"}}, "P2"},
         {"C.2.2.2.1 case counts", {{"PatientID", "p2"}}, ""},
         {"C.2.2.2.1 at each level: patient", {{"PatientID", "P2"}}, "P2", patient},
         {"C.2.2.2.1 at each level: series", {{"SeriesNumber", "12"}}, "P1", series},
         {"C.2.2.2.1 at each level: instance", {{"ImageType", "AXIAL"}}, "P1 P1", instance},
         {"C.2.2.2.1 numbers are numbers", {{"SeriesNumber", "7"}}, "P1", series},
         {"C.2.2.2.1 names: case and accents aside", {{"PatientName", "MULLER-LUDENSCHEIDT^JURGEN^^DR."}}, "P2"},
         {"C.2.2.2.1 names: alphabetic group", {{"PatientName", "Yamada^Tarou"}}, "P1"},
         {"C.2.2.2.1 names: ideographic group", {{"PatientName", "山田^太郎"}}, "P1"},
         {"C.2.2.2.1 names: phonetic group", {{"PatientName", "やまだ^たろう"}}, "P1"},
         {"C.2.2.2.1 names: group by group", {{"PatientName", "=山田^太郎"}}, "P1"},
         {"C.2.2.2.1 names: not in another group", {{"PatientName", "山田^太郎=*"}}, ""},
         {"C.2.2.2.1 names: one of several", {{"OperatorsName", "Lee^Min"}}, "P1 P1", series},
         {"C.2.2.2.1 two quotation marks are themselves", {{"AccessionNumber", "\"\""}}, ""},
         {"C.2.2.2.2 list of UIDs", {{"StudyInstanceUID", "1.2.1\\1.2.3\\9"}}, "P1 P3"},
         {"C.2.2.2.3 universal", {{"PatientName", ""}, {"StudyDate", "*"}}, "P1 P2 P3 P4"},
         {"C.2.2.2.4 wildcard", {{"PatientID", "?3"}}, "P3"},
         {"C.2.2.2.4 names: by prefix", {{"PatientName", "o'br*"}}, "P3"},
         {"C.2.2.2.4 names: in the middle", {{"PatientName", "*üdensch*"}}, "P2"},
         {"C.2.2.2.4 names: in any group", {{"PatientName", "山*"}}, "P1"},
         {"C.2.2.2.4 names: in each group", {{"PatientName", "Y*=*太*"}}, "P1"},
         {"C.2.2.2.4 names: within one group", {{"PatientName", "Y*郎"}}, ""},
         {"C.2.2.2.4 names of physicians", {{"ReferringPhysicianName", "ho*"}}, "P2 P3"},
         {"C.2.2.2.4 brackets and percent are literal", {{"StudyDescription", "50% [x]*"}}, "P4"},
         {"C.2.2.2.4 a code string below", {{"ModalitiesInStudy", "?T"}}, "P1 P3 P4"},
         {"C.2.2.2.4 an age string has none", {{"PatientAge", "03?Y"}}, ""},
         {"C.2.2.2.5 date", {{"StudyDate", "20240131"}}, "P1"},
         {"C.2.2.2.5 list of dates", {{"StudyDate", "20240131\\20240201\\20250101"}}, "P1 P2 P3"},
         {"C.2.2.2.5 dates between", {{"StudyDate", "20240101-20240131"}}, "P1"},
         {"C.2.2.2.5 dates until", {{"StudyDate", "-20240131"}}, "P1"},
         {"C.2.2.2.5 dates from", {{"StudyDate", "20240201-"}}, "P2 P3"},
         {"C.2.2.2.5 time with and without fraction", {{"StudyTime", "101500"}}, "P1"},
         {"C.2.2.2.5 time with more zeros", {{"StudyTime", "180000.000"}}, "P3"},
         {"C.2.2.2.5 time of less precision", {{"StudyTime", "091500"}}, "P2"},
         {"C.2.2.2.5 times between", {{"StudyTime", "09-101500.0"}}, "P1 P2"},
         {"C.2.2.2.5 times from", {{"StudyTime", "101500.000001-"}}, "P3"},
         {"C.2.2.2.5 times are not combined", {{"StudyDate", "20240131-20240201"}, {"StudyTime", "10-1900"}}, "P1 P3"},
         {"C.2.2.2.5 date-time", {{"AcquisitionDateTime", "20240131"}}, "P1 P1", instance},
         {"C.2.2.2.5 date-time with an offset", {{"AcquisitionDateTime", "20240131091500+0000"}}, "P1 P1", instance},
         {"C.2.2.2.5 date-time with a negative offset",
          {{"AcquisitionDateTime", "20240201091500-0500"}},
          "P2",
          instance},
         {"C.2.2.2.5 date-times until", {{"AcquisitionDateTime", "-20240201141500+0000"}}, "P1 P1 P2", instance},
         {"C.2.2.2.5 date-times between",
          {{"AcquisitionDateTime", "20240201091500-0500-20240201091500-0500"}},
          "P2",
          instance},
         {"C.2.2.2.8 a list is any of it", {{"ModalitiesInStudy", "PT\\MR"}}, "P1 P2"},
         {"C.2.2.2.8 a list of single values", {{"Modality", "PT\\MR"}}, "P1 P2", series}}};
}

MatchingTable fuzzy() {
    return {"fuzzy matching of names (PS3.4 C.2.2.2.1, docs/decisions/0007)",
            {.fuzzy_person_names = true},
            {{"words in any order", {{"PatientName", "john smith"}}, "P4"},
             {"beginnings of words", {{"PatientName", "jo smi"}}, "P4"},
             {"not their middles", {{"PatientName", "mith"}}, ""},
             {"every word", {{"PatientName", "john smith junior"}}, ""},
             {"any component", {{"PatientName", "dr jurgen"}}, "P2"},
             {"accents", {{"PatientName", "LÜDEN"}}, "P2"},
             {"hyphens and apostrophes separate", {{"PatientName", "brien, ann"}}, "P3"},
             {"ideographic group", {{"PatientName", "太郎 山田"}}, "P1"},
             {"phonetic group", {{"PatientName", "たろう"}}, "P1"},
             {"one and the same group", {{"PatientName", "yamada 太郎"}}, ""},
             {"group by group", {{"PatientName", "yamada=太郎"}}, "P1"},
             {"a wildcard that ends a word is meant anyway", {{"PatientName", "smi* jo*"}}, "P4"},
             {"C.2.2.2.4 other wildcards are wildcards", {{"PatientName", "*mith*"}}, "P4"},
             {"C.2.2.2.3 universal", {{"PatientName", "*"}}, "P1 P2 P3 P4"},
             {"names of the study", {{"ReferringPhysicianName", "greg"}}, "P2"},
             {"names of the series", {{"OperatorsName", "min lee"}}, "P1 P1", series},
             {"at the patient level", {{"PatientName", "ann o"}}, "P3", patient},
             {"at the instance level", {{"PatientName", "tarou"}}, "P1 P1", instance},
             {"below the level", {{"OperatorsName", "jan"}}, "P1"},
             {"with other keys", {{"PatientName", "m"}, {"StudyTime", "18"}}, "P3"},
             {"other attributes are not", {{"StudyDescription", "x"}}, ""}}};
}

MatchingTable empty_values() {
    return {"empty value matching (PS3.4 C.2.2.2.7)",
            {.empty_values = true},
            {{"C.2.2.2.7 date", {{"StudyDate", "\"\""}}, "P4"},
             {"C.2.2.2.7 time", {{"StudyTime", "\"\""}}, "P4"},
             {"C.2.2.2.7 text", {{"AccessionNumber", "\"\""}}, "P1"},
             {"C.2.2.2.7 absent", {{"StudyDescription", "\"\""}}, "P1 P2 P3"},
             {"C.2.2.2.7 name", {{"ReferringPhysicianName", "\"\""}}, "P1 P4"},
             {"C.2.2.2.7 at the patient level", {{"PatientBirthDate", "\"\""}}, "P2 P3 P4", patient},
             {"C.2.2.2.7 at the series level", {{"OperatorsName", "\"\""}}, "P2 P3 P4", series},
             {"C.2.2.2.7 at the instance level", {{"AcquisitionDateTime", "\"\""}}, "P4", instance},
             {"C.2.2.2.7 nothing is without", {{"ModalitiesInStudy", "\"\""}}, ""},
             {"C.2.2.2.7 with other keys", {{"StudyDescription", "\"\""}, {"StudyDate", "20240201"}}, "P2 P3"},
             {"C.2.2.2.1 one quotation mark", {{"AccessionNumber", "\""}}, ""}}};
}

MatchingTable multiple_values() {
    return {"multiple value matching (PS3.4 C.2.2.2.8)",
            {.multiple_values = true},
            {{"C.2.2.2.8 every value must be there", {{"ModalitiesInStudy", "PT\\CT"}}, "P1"},
             {"C.2.2.2.8 not some", {{"ModalitiesInStudy", "PT\\MR"}}, ""},
             {"C.2.2.2.8 in any order", {{"ImageType", "AXIAL\\ORIGINAL"}}, "P1 P1", instance},
             {"C.2.2.2.8 LO", {{"OtherPatientIDs", "X2\\X1"}}, "P3"},
             {"C.2.2.2.8 PN", {{"OperatorsName", "lee^min\\roe^jan"}}, "P1 P1", series},
             {"C.2.2.2.8 PN, not some", {{"OperatorsName", "lee^min\\roe^jane"}}, "", series},
             {"C.2.2.2.8 one value", {{"ModalitiesInStudy", "CT"}}, "P1 P3 P4"},
             {"C.2.2.2.2 UIDs are any of the list", {{"StudyInstanceUID", "1.2.1\\1.2.2"}}, "P1 P2"},
             {"C.2.2.2.8 an attribute of one value is not meant", {{"Modality", "PT\\MR"}}, "P1 P2", series}}};
}

MatchingTable combined_date_time() {
    return {
        "combined date and time matching (PS3.4 C.2.2.2.5)",
        {.combined_date_time = true},
        {{"C.2.2.2.5 between", {{"StudyDate", "20240131-20240201"}, {"StudyTime", "1000-1000"}}, "P1 P2"},
         {"C.2.2.2.5 both ends are included",
          {{"StudyDate", "20240131-20240201"}, {"StudyTime", "101500-091500"}},
          "P1 P2"},
         {"C.2.2.2.5 just after", {{"StudyDate", "20240131-20240201"}, {"StudyTime", "101501-1800"}}, "P2 P3"},
         {"C.2.2.2.5 from", {{"StudyDate", "20240201-"}, {"StudyTime", "1000-"}}, "P3"},
         {"C.2.2.2.5 until", {{"StudyDate", "-20240201"}, {"StudyTime", "-1000"}}, "P1 P2"},
         {"C.2.2.2.5 other forms are matched one by one", {{"StudyDate", "20240201-"}, {"StudyTime", "-1000"}}, "P2"},
         {"C.2.2.2.5 a single date is no range", {{"StudyDate", "20240201"}, {"StudyTime", "0900-1000"}}, "P2"},
         {"C.2.2.2.5 a date alone", {{"StudyDate", "20240201-"}}, "P2 P3"},
         {"C.2.2.2.5 with another key",
          {{"StudyDate", "20240131-20240201"}, {"StudyTime", "1000-1000"}, {"PatientName", "y*"}},
          "P1"},
         {"C.2.2.2.5 birth date without a time",
          {{"PatientBirthDate", "19900501-"}, {"PatientBirthTime", "1200-"}},
          "P1",
          patient}}};
}

}  // namespace

std::vector<std::string> matching_objects() {
    std::vector<std::string> objects;
    Elements const first{{"PatientName", "Yamada^Tarou=山田^太郎=やまだ^たろう"},
                         {"PatientAge", "030Y"},
                         {"PatientBirthDate", "19900501"},
                         {"StudyDate", "20240131"},
                         {"StudyTime", "101500.000000"},
                         {"AccessionNumber", ""},
                         {"ImageType", "ORIGINAL\\PRIMARY\\AXIAL"},
                         {"AcquisitionDateTime", "20240131101500+0100"},
                         {"OperatorsName", "Roe^Jan\\Lee^Min"},
                         {"SeriesNumber", "007"}};
    objects.push_back(object("1", first));
    auto positron = first;
    positron.insert(positron.end(), {{"Modality", "PT"}, {"SeriesNumber", "12"}});
    objects.push_back(object("11", positron));
    objects.push_back(object("2",
                             {{"PatientName", "Müller-Lüdenscheidt^Jürgen^^Dr."},
                              {"StudyDate", "20240201"},
                              {"StudyTime", "0915"},
                              {"Modality", "MR"},
                              {"ReferringPhysicianName", "House^Gregory"},
                              {"AcquisitionDateTime", "20240201091500-0500"},
                              {"ImageType", "DERIVED\\SECONDARY"}}));
    objects.push_back(object("3",
                             {{"PatientName", "O'Brien^Mary Ann"},
                              {"StudyDate", "20240201"},
                              {"StudyTime", "180000"},
                              {"OtherPatientIDs", "X1\\X2"},
                              {"ReferringPhysicianName", "Ho^Min"},
                              {"AcquisitionDateTime", "20240201180000"}}));
    objects.push_back(object("4",
                             {{"PatientName", "Smith^John"},
                              {"StudyDate", ""},
                              {"StudyTime", ""},
                              {"AccessionNumber", "*4"},
                              {"StudyDescription", "50% [x] 3*4"}}));
    return objects;
}

std::vector<MatchingTable> const& matching_tables() {
    static std::vector<MatchingTable> const tables{plain(), fuzzy(), empty_values(), multiple_values(),
                                                   combined_date_time()};
    return tables;
}

}  // namespace cassette::testing
