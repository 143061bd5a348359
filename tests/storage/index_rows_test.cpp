#include "storage/index_rows.h"

#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::string column(Level table, RowValues const& values, std::string_view name) {
    auto const columns = columns_of(table);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name) return values.at(i);
    FAIL("no such column");
    return {};
}

}  // namespace

TEST_CASE("the study's columns begin with the patient's") {
    auto const patient = columns_of(Level::patient);
    auto const study = columns_of(Level::study);
    REQUIRE(study.size() > patient.size());
    for (std::size_t i = 0; i < patient.size(); ++i) CHECK(study[i].name == patient[i].name);
}

TEST_CASE("an IS value is a whole number, the first of several (PS3.5 6.2)") {
    CHECK(parse_number("512") == 512);
    CHECK(parse_number(" +007 ") == 7);
    CHECK(parse_number("-3\\4") == -3);
    for (auto const* text : {"", " ", "1.5", "abc", "12a", "99999999999999999999"}) CHECK_FALSE(parse_number(text));
}

TEST_CASE("a record becomes rows: the record's own UIDs count, names are folded, numbers normalised") {
    auto const prepared = prepare_record(testing::sample_record({.values = {{"SOPInstanceUID", "9.9"},
                                                                            {"PatientName",
                                                                             "D\xC3\x96"
                                                                             "E^Jane^^"},
                                                                            {"Rows", "0512"}}}));
    CHECK(column(Level::instance, prepared.instance, "sop_instance_uid") == testing::instance_uid(1).str());
    CHECK(column(Level::study, prepared.study, "patient_name_fold") == "doe^jane");
    CHECK(column(Level::instance, prepared.instance, "rows") == "512");
}

TEST_CASE("a name without a letter is no name") {
    auto const prepared = prepare_record(testing::sample_record({.values = {{"PatientName", "^^"}}}));
    CHECK(column(Level::study, prepared.study, "patient_name").empty());
    CHECK(column(Level::study, prepared.study, "patient_name_fold").empty());
}

TEST_CASE("empty values bring no news and replace nothing") {
    RowValues stored{"a", "b", ""};
    CHECK_FALSE(brings_news(stored, RowValues{"a", "", ""}));
    CHECK(brings_news(stored, RowValues{"", "c", ""}));
    overlay(stored, RowValues{"", "c", "d"});
    CHECK(stored == RowValues{"a", "c", "d"});
}

TEST_CASE("a new Patient ID does not keep the issuer of the old one") {
    using testing::sample_record;
    auto stored = prepare_record(sample_record({.values = {{"IssuerOfPatientID", "NORTH"}}})).study;
    auto const same = prepare_record(sample_record({})).study;
    overlay_study(stored, same);
    CHECK(patient_identity(stored) == "P1\x1FNORTH");
    overlay_study(stored, prepare_record(sample_record({.values = {{"PatientID", "P2"}}})).study);
    CHECK(patient_identity(stored) == "P2\x1F");
}

}  // namespace cassette
