#include "archive/query/condition.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Attribute const& attribute(std::string_view keyword) {
    auto const position = find_attribute(keyword);
    REQUIRE(position);
    return attributes()[*position];
}

// The operand in a form to compare: "=a|b", "~pattern", "[first..last]", "*" for universal, "nothing", "malformed".
std::string asked(std::string_view keyword, std::string_view value) {
    auto const matched = match_of(attribute(keyword), value);
    if (!matched) {
        CHECK(matched.error().code == ErrorCode::malformed);
        // The detail names the tag and not the value, which may be a patient's.
        CHECK(matched.error().detail.find(to_hex(attribute(keyword).tag)) != std::string::npos);
        CHECK((matched.error().detail.find(value) == std::string::npos || value.size() < 3));
        return "malformed";
    }
    if (matched->nothing) return "nothing";
    if (!matched->operand) return "*";
    if (auto const* list = std::get_if<OneOf>(&*matched->operand)) {
        std::string text;
        for (auto const& one : list->values) text += (text.empty() ? "=" : "|") + one;
        return text;
    }
    if (auto const* wildcard = std::get_if<Wildcard>(&*matched->operand)) return "~" + wildcard->pattern;
    auto const& between = std::get<Between>(*matched->operand);
    return "[" + between.first.value_or("") + ".." + between.last.value_or("") + "]";
}

struct Sample {
    std::string_view keyword, value, asked;
};

void check(std::initializer_list<Sample> samples) {
    for (auto const& sample : samples) {
        CAPTURE(sample.keyword);
        CAPTURE(sample.value);
        CHECK(asked(sample.keyword, sample.value) == sample.asked);
    }
}

}  // namespace

TEST_CASE("single value matching (PS3.4 C.2.2.2.1)") {
    check({{"PatientID", "P1", "=P1"},
           {"PatientID", " P1 ", "=P1"},
           {"PatientID", "p1", "=p1"},  // case counts but in names
           {"Modality", "CT", "=CT"},
           {"StudyDate", "20240131", "=20240131"},
           {"StudyDate", "2024.01.31", "=20240131"},
           {"InstanceNumber", "007", "=7"},
           {"Rows", "512", "=512"}});
}

TEST_CASE("a list of UIDs matches any, what is no UID matches nothing (PS3.4 C.2.2.2.2)") {
    check({{"StudyInstanceUID", "1.2.3", "=1.2.3"},
           {"StudyInstanceUID", "1.2.3\\1.2.4", "=1.2.3|1.2.4"},
           {"StudyInstanceUID", "1.2.3\\\\ 1.2.4 ", "=1.2.3|1.2.4"},
           {"StudyInstanceUID", "1.2.3\\not a uid", "=1.2.3"},
           {"StudyInstanceUID", "1.2.*", "nothing"},
           {"StudyInstanceUID", "; DROP TABLE study", "nothing"},
           {"SOPInstanceUID", "..", "nothing"}});
}

TEST_CASE("universal matching asks nothing (PS3.4 C.2.2.2.3, C.2.2.2.4)") {
    for (std::string_view const keyword : {"PatientID", "PatientName", "StudyDate", "StudyTime", "StudyInstanceUID",
                                           "InstanceNumber", "ModalitiesInStudy", "AcquisitionDateTime"}) {
        CAPTURE(keyword);
        for (std::string_view const value : {"", "  ", "*", "**", "\\", " \\ "}) {
            CAPTURE(value);
            CHECK(asked(keyword, value) == "*");
        }
    }
    check({{"PatientName", "^^=^", "*"}, {"PatientName", "*^^", "*"}, {"StudyDescription", "?", "~?"}});
}

TEST_CASE("wildcard matching of text (PS3.4 C.2.2.2.4)") {
    check({{"PatientID", "P*", "~P*"},
           {"PatientID", "P?1", "~P?1"},
           {"PatientID", "*[x]*", "~*[x]*"},
           {"StudyDescription", "CT head*", "~CT head*"},
           {"Modality", "C?", "~C?"},
           {"PatientID", "A*\\B", "malformed"}});  // a list of patterns
}

TEST_CASE("a list of texts is an extension of ours") {
    check({{"Modality", "CT\\MR", "=CT|MR"},
           {"Modality", "CT\\\\ MR ", "=CT|MR"},
           {"ModalitiesInStudy", "CT\\MR", "=CT|MR"}});
}

TEST_CASE("names are folded, component by component (PS3.4 C.2.2.2.1, PS3.5 6.2.1)") {
    check({{"PatientName", "Müller^Jürgen", "=muller^jurgen"},
           {"PatientName", "DOE^JANE^^^", "=doe^jane"},
           {"PatientName", "Do*^J?ne", "~do*^j?ne"},
           {"PatientName", "Yamada*=*", "~yamada*=*"},
           {"PatientName", "  Doe ^ Jane ", "=doe^jane"},
           {"ReferringPhysicianName", "*ßmann*", "~*ssmann*"}});
}

TEST_CASE("range matching of dates (PS3.4 C.2.2.2.5)") {
    check({{"StudyDate", "20240101-20240131", "[20240101..20240131]"},
           {"StudyDate", "20240101 - 20240131", "[20240101..20240131]"},
           {"StudyDate", "20240101-", "[20240101..]"},
           {"StudyDate", "-20240131", "[..20240131]"},
           {"StudyDate", "-", "malformed"},
           {"StudyDate", "2024", "malformed"},
           {"StudyDate", "202401*", "malformed"},
           {"StudyDate", "20241301", "malformed"},
           {"StudyDate", "20240101-x", "malformed"},
           {"StudyDate", "20240101-20240102-20240103", "malformed"},
           {"StudyDate", "20240101\\20240102", "malformed"}});
}

TEST_CASE("a time stands for all that it leaves open (PS3.4 C.2.2.2.5)") {
    check({{"StudyTime", "10", "[10..10~]"},
           {"StudyTime", "101530", "[101530..101530~]"},
           {"StudyTime", "10:15", "[1015..1015~]"},
           {"StudyTime", "1000-1200", "[1000..1200~]"},
           {"StudyTime", "-1200", "[..1200~]"},
           {"StudyTime", "1000-", "[1000..]"},
           {"StudyTime", "25", "malformed"},
           {"StudyTime", "noon", "malformed"},
           {"AcquisitionDateTime", "20240131", "[20240131..20240131~]"},
           {"AcquisitionDateTime", "2024-202402", "[2024..202402~]"},
           {"AcquisitionDateTime", "20240131101500.5", "[20240131101500.5..20240131101500.5~]"},
           {"AcquisitionDateTime", "20240131-", "[20240131..]"},
           {"AcquisitionDateTime", "yesterday", "malformed"}});
}

TEST_CASE("numbers are compared as numbers") {
    check({{"SeriesNumber", "3", "=3"},
           {"SeriesNumber", "-3", "=-3"},
           {"SeriesNumber", "3\\4", "=3|4"},
           {"SeriesNumber", "3*", "malformed"},
           {"SeriesNumber", "three", "malformed"},
           {"SeriesNumber", "99999999999999999999", "malformed"}});
}

TEST_CASE("what is never matched asks nothing") {
    check({{"NumberOfStudyRelatedInstances", "5", "*"}, {"PatientWeight", "70", "*"}});
}

}  // namespace cassette
