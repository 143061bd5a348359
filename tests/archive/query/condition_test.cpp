#include "archive/query/condition.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Attribute const& attribute(std::string_view keyword) {
    auto const position = find_attribute(keyword);
    REQUIRE(position);
    return attributes()[*position];
}

std::string joined(char sign, std::vector<std::string> const& values) {
    std::string text;
    for (auto const& one : values) text += (text.empty() ? sign : '|') + one;
    return text;
}

std::string form_of(Operand const& operand) {
    if (auto const* list = std::get_if<OneOf>(&operand)) return joined('=', list->values);
    if (auto const* list = std::get_if<AllOf>(&operand)) return joined('&', list->values);
    if (auto const* wildcard = std::get_if<Wildcard>(&operand)) return "~" + wildcard->pattern;
    if (auto const* words = std::get_if<NameWords>(&operand)) return "words " + words->key;
    if (std::holds_alternative<NoValue>(operand)) return "no value";
    if (auto const* range = std::get_if<BetweenDateTimes>(&operand))
        return "[" + range->first + ".." + range->last + "]";
    auto const& between = std::get<Between>(operand);
    return "[" + between.first.value_or("") + ".." + between.last.value_or("") + "]";
}

// The operand in a form to compare: "=a|b" for any of, "&a|b" for all of, "~pattern", "[first..last]", "*" for
// universal, "nothing", "malformed".
std::string asked(std::string_view keyword, std::string_view value, MatchingOptions const& options = {}) {
    auto const matched = match_of(attribute(keyword), value, options);
    if (!matched) {
        CHECK(matched.error().code == ErrorCode::malformed);
        // The detail names the tag and not the value, which may be a patient's.
        CHECK(matched.error().detail.find(to_hex(attribute(keyword).tag)) != std::string::npos);
        CHECK((matched.error().detail.find(value) == std::string::npos || value.size() < 3));
        return "malformed";
    }
    if (matched->nothing) return "nothing";
    if (!matched->operand) return "*";
    return form_of(*matched->operand);
}

struct Sample {
    std::string_view keyword, value, asked;
};

void check(std::initializer_list<Sample> samples, MatchingOptions const& options = {}) {
    for (auto const& sample : samples) {
        CAPTURE(sample.keyword);
        CAPTURE(sample.value);
        CHECK(asked(sample.keyword, sample.value, options) == sample.asked);
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
           {"ModalitiesInStudy", "M*", "~M*"},
           {"PatientComments", "a\\b?", "~a\\b?"},  // a backslash is a character of LT
           {"PatientAge", "03?Y", "=03?Y"},         // AS has no wildcards
           {"PatientID", "A*\\B", "malformed"}});   // a list of patterns
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
           {"StudyDate", "20240101\\20240102", "=20240101|20240102"},
           {"StudyDate", "20240101\\20240102-", "malformed"}});
}

TEST_CASE("a time stands for all that it leaves open (PS3.4 C.2.2.2.5)") {
    check({{"StudyTime", "10", "[10..10~]"},
           {"StudyTime", "101530", "[101530..101530~]"},
           {"StudyTime", "10:15", "[1015..1015~]"},
           {"StudyTime", "1000-1200", "[10..1200~]"},
           {"StudyTime", "-1200", "[..1200~]"},
           {"StudyTime", "1000-", "[10..]"},
           {"StudyTime", "101500.000000", "[1015..101500.000000~]"},
           {"StudyTime", "25", "malformed"},
           {"StudyTime", "noon", "malformed"},
           {"AcquisitionDateTime", "20240131", "[20240131..20240131]"},
           {"AcquisitionDateTime", "2024-202402", "[2024..202402]"},
           {"AcquisitionDateTime", "20240131101500.5", "[20240131101500.5..20240131101500.5]"},
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

TEST_CASE("two quotation marks ask for no value when that was negotiated (PS3.4 C.2.2.2.7)") {
    MatchingOptions const options{.empty_values = true};
    check({{"PatientID", "\"\"", "no value"},
           {"StudyDate", " \"\" ", "no value"},
           {"SeriesNumber", "\"\"", "no value"},
           {"PatientName", "\"\"", "no value"},
           {"PatientID", "\"\"x", "=\"\"x"},
           {"PatientWeight", "\"\"", "*"}},
          options);
    check({{"PatientID", "\"\"", "=\"\""}, {"StudyDate", "\"\"", "malformed"}});
}

TEST_CASE("every value of a list must be there when that was negotiated (PS3.4 C.2.2.2.8)") {
    check({{"ModalitiesInStudy", "CT\\PT", "&CT|PT"},
           {"OperatorsName", "Roe^Jan\\Lee", "&roe^jan|lee"},
           {"ImageType", "ORIGINAL\\PRIM*", "malformed"},  // key values shall not include wildcards
           {"ModalitiesInStudy", "CT", "=CT"},
           {"Modality", "CT\\PT", "=CT|PT"},
           {"StudyInstanceUID", "1.2\\1.3", "=1.2|1.3"},
           {"SOPClassesInStudy", "1.2\\1.3", "=1.2|1.3"}},
          {.multiple_values = true});
}

TEST_CASE("names are asked for by their words when that was negotiated") {
    check({{"PatientName", "Jürgen Müller", "words jurgen muller"},
           {"PatientName", "mull* j*", "words mull j"},
           {"PatientName", "*mull*", "~*mull*"},
           {"PatientName", "Yamada=山田", "words yamada=山田"},
           {"PatientName", "-", "=-"},
           {"PatientName", "*", "*"},
           {"OperatorsName", "Roe\\Lee", "=roe|lee"},
           {"StudyDescription", "head", "=head"}},
          {.fuzzy_person_names = true});
}

}  // namespace cassette
