#include "storage/find_sql.h"

#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::between;
using testing::equals;
using testing::matches;
using testing::one_of;
using testing::request_for;

bool contains(SqlText const& sql, std::string_view text) { return sql.text.find(text) != std::string::npos; }

std::size_t question_marks(SqlText const& sql) {
    return static_cast<std::size_t>(std::count(sql.text.begin(), sql.text.end(), '?'));
}

// The indexes that could begin the search, strongest first.
std::string indexes(FindRequest const& request) {
    std::string text;
    for (auto const& driver : drivers(request)) {
        if (!text.empty()) text += ' ';
        text += driver.words ? "words" : driver.index.empty() ? "text" : driver.index;
    }
    return text;
}

}  // namespace

TEST_CASE("the newest studies are a walk along the date") {
    auto request = request_for(Level::study);
    request.limit = 100;
    auto const sql = keys_sql(request, nullptr);
    CHECK(sql.text ==
          "SELECT s.id FROM study s INDEXED BY study_by_date WHERE true"
          " ORDER BY s.study_date DESC, s.study_time DESC, s.id DESC LIMIT ? OFFSET ?");
    CHECK(sql.parameters == std::vector<SqlText::Value>{std::int64_t{100}, std::int64_t{0}});
}

TEST_CASE("a search without limit and offset has neither in its text") {
    CHECK_FALSE(contains(keys_sql(request_for(Level::study), nullptr), "LIMIT"));
}

TEST_CASE("no operand is part of the text") {
    auto const request = request_for(
        Level::instance,
        {equals("PatientID", "OPERAND"), matches("PatientName", "OPERAND*"), one_of("Modality", {"OPERAND", "x"}),
         between("StudyDate", "OPERAND", "OPERAND"), matches("ImageType", "*OPERAND*")});
    auto const found = drivers(request);
    for (auto const& driver : found) {
        auto const sql = keys_sql(request, &driver);
        CHECK_FALSE(contains(sql, "OPERAND"));
        CHECK(question_marks(sql) == sql.parameters.size());
        auto const row = rows_sql(request, &driver);
        CHECK_FALSE(contains(row, "OPERAND"));
        CHECK(question_marks(row) == row.parameters.size() + 1);
    }
}

TEST_CASE("indexes are tried in the order of how well they narrow") {
    CHECK(
        indexes(request_for(Level::study,
                            {equals("Modality", "CT"), equals("StudyDate", "20200101"), matches("PatientName", "doe*"),
                             equals("PatientID", "1"), equals("StudyInstanceUID", "1.2")})) ==
        "study_by_uid study_by_patient_id words study_by_date series_by_modality");
    CHECK(indexes(request_for(Level::patient, {equals("PatientID", "1"), matches("PatientName", "*doe*")})) ==
          "patient_by_id words");
    CHECK(indexes(request_for(Level::study, {matches("StudyDescription", "*head*")})) == "text");
    CHECK(indexes(request_for(Level::study,
                              {matches("PatientName", "*"), matches("PatientName", "*d*"), equals("PatientSex", "M")}))
              .empty());
}

TEST_CASE("an index that holds the dates leaves the other conditions to the rows") {
    auto request = request_for(Level::study,
                               {matches("StudyDescription", "head*"), between("StudyDate", "20200101", std::nullopt),
                                equals("PatientSex", "M")});
    for (std::string_view const index : {"study_by_description", "words"}) {
        CAPTURE(index);
        if (index == "words") request.conditions[0] = matches("PatientName", "doe*");
        request.limit = 10;
        auto const first = drivers(request).at(0);
        REQUIRE(indexes(request).starts_with(index));
        CHECK(row_decides(request, &first));
        auto const keys = keys_sql(request, &first);
        CHECK(contains(keys, "study_date >="));
        CHECK_FALSE(contains(keys, "patient_sex"));
        CHECK_FALSE(contains(keys, "LIMIT"));
        CHECK(contains(rows_sql(request, &first), "patient_sex = ?"));
        auto without_sex = request;
        without_sex.conditions.pop_back();
        CHECK_FALSE(row_decides(without_sex, &first));
        CHECK(contains(keys_sql(without_sex, &first), "LIMIT"));
    }
}

TEST_CASE("an order of the caller's comes before the usual one") {
    auto request = request_for(Level::series);
    request.order_by = {{*find_attribute("PatientName"), Direction::descending},
                        {*find_attribute("SeriesNumber"), Direction::ascending}};
    auto const sql = keys_sql(request, nullptr);
    CHECK(contains(sql, "INDEXED BY study_by_patient_name"));
    CHECK(
        sql.text.ends_with(" ORDER BY s.patient_name_fold DESC NULLS LAST, e.series_number ASC NULLS LAST,"
                           " s.study_date DESC, s.study_time DESC, s.id DESC, e.series_number, e.id"));
    CHECK(walk_gives_order(request));
    request.order_by = {{*find_attribute("SeriesNumber"), Direction::ascending}};
    CHECK_FALSE(walk_gives_order(request));
}

TEST_CASE("a membership selects whole studies, also for their series") {
    auto const request = request_for(Level::series, {equals("ModalitiesInStudy", "MR")});
    auto const driver = drivers(request).at(0);
    CHECK(driver.table == Level::series);
    CHECK(driver.target == Level::study);
    CHECK(contains(keys_sql(request, &driver), "s.id IN (SELECT study_key FROM series INDEXED BY series_by_modality"));
}

TEST_CASE("conditions below the level become one EXISTS") {
    auto const request = request_for(Level::study, {equals("SeriesNumber", "1"), equals("InstanceNumber", "2")});
    auto const sql = keys_sql(request, nullptr);
    auto const first = sql.text.find("EXISTS");
    REQUIRE(first != std::string::npos);
    CHECK(sql.text.find("EXISTS", first + 1) == std::string::npos);
    CHECK(contains(sql, "e.study_key = s.id AND e.series_number = ? AND i.instance_number = ?"));
}

TEST_CASE("a pattern's literal beginning becomes a range that ends before its successor") {
    auto const part = indexable_part(matches("StudyDescription", "d\xC3\xB6*"), "c");
    REQUIRE(part);
    CHECK(part->text == "c >= ? AND c < ?");
    CHECK(part->parameters == std::vector<SqlText::Value>{"d\xC3\xB6", "d\xC3\xB7"});
    CHECK(indexable_part(matches("StudyDescription", "\xFF*"), "c")->text == "c >= ?");
    CHECK_FALSE(indexable_part(matches("StudyDescription", "*x"), "c"));
}

TEST_CASE("brackets of a pattern are literal (PS3.4 C.2.2.2.4)") {
    auto const sql = predicate(matches("AccessionNumber", "*[a]*"), "s");
    CHECK(sql.parameters == std::vector<SqlText::Value>{"*[[]a]*"});
}

TEST_CASE("a list of values is one parameter, whatever they contain") {
    auto const sql = predicate(one_of("AccessionNumber", {"a\"b", "c\\d", "e\nf"}), "s");
    CHECK(sql.text == "s.accession_number IN (SELECT value FROM json_each(?))");
    CHECK(sql.parameters == std::vector<SqlText::Value>{R"(["a\"b","c\\d","e\u000af"])"});
    CHECK(predicate(one_of("InstanceNumber", {"1", "x", "002"}), "i").parameters ==
          std::vector<SqlText::Value>{"[1,2]"});
}

}  // namespace cassette
