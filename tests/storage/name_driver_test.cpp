#include "storage/name_driver.h"

#include "storage/find_sql.h"
#include "tests/support/sample_record.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::between;
using testing::request_for;

bool contains(SqlText const& sql, std::string_view text) { return sql.text.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a name begins with each of its words, the longer ones first, whole ones by equality") {
    auto const ranges = [](Operand operand) {
        std::string text;
        auto const condition = Condition{*find_attribute("PatientName"), std::move(operand)};
        for (auto const& driver : drivers(request_for(Level::study, {condition}))) {
            if (!driver.words) continue;
            auto const& part = driver.words->part;
            bool const fragment = contains(part, "name_part");
            text += text.empty() ? "" : " ";
            text += (fragment ? "~" : "") + std::get<std::string>(part.parameters.at(fragment ? 2 : 1));
            if (!contains(part, "word = ")) text += '*';
        }
        return text;
    };
    CHECK(ranges(NameWords{"jo smith"}) == "smith* jo*");
    CHECK(ranges(NameWords{"=\xE5\xB1\xB1"}) == "\xE5\xB1\xB1*");
    CHECK(ranges(OneOf{{"smith^john"}}) == "smith john");
    CHECK(ranges(OneOf{{"smith^john", "doe^jane"}}).empty());
    CHECK(ranges(AllOf{{"smith^john", "doe"}}) == "smith john doe");
    CHECK(ranges(Wildcard{"smith^j*"}) == "smith j*");
    CHECK(ranges(Wildcard{"smi*^john"}) == "john smi*");
    CHECK(ranges(Wildcard{"*mith*"}) == "~mith*");
    CHECK(ranges(Wildcard{"*m*"}).empty());
    CHECK(ranges(Wildcard{"*^j?hn"}) == "j* ~hn*");
    CHECK(ranges(Wildcard{"*abcdefghijklmnopqrst"}) == "~abcdefghijklmnop*");
    CHECK(ranges(Wildcard{"*=tanaka"}) == "tanaka");
    CHECK(ranges(NameWords{"a bb ccc dddd eeeee"}) == "eeeee* dddd* ccc* bb*");
}

TEST_CASE("a fragment is found by the parts of words, each row once") {
    auto const driver = drivers(request_for(Level::study, {{*find_attribute("PatientName"), Wildcard{"*mit*"}}})).at(0);
    CHECK(
        driver.words->part.text ==
        "attribute = ? AND word IN (SELECT DISTINCT +word FROM name_part WHERE attribute = ? AND part >= ? AND part < "
        "?)");
    CHECK(driver.words->filter.text == "name_matches(name, ?) AND word = least_name_word_with(name, ?)");
}

TEST_CASE("names give the newest studies from their words alone") {
    auto request = request_for(
        Level::study, {{*find_attribute("PatientName"), NameWords{"jo smith"}}, between("StudyDate", "2020", "2021")});
    request.limit = 101;
    auto const driver = drivers(request).at(0);
    CHECK(
        keys_sql(request, &driver).text ==
        "SELECT w.row FROM study_name_word w WHERE attribute = ? AND word >= ? AND word < ? AND name_has_words(name, ?)"
        " AND word = least_name_word(name, ?) AND w.study_date >= ? AND w.study_date <= ?"
        " ORDER BY w.study_date DESC, w.study_time DESC, w.row DESC LIMIT ? OFFSET ?");
    request.ordering = Ordering::stable;
    CHECK(contains(keys_sql(request, &driver), "s.id IN (SELECT row FROM study_name_word"));
    request.ordering = Ordering::newest_first;
    request.order_by = {{*find_attribute("PatientID"), Direction::ascending}};
    CHECK(contains(keys_sql(request, &driver), "s.id IN (SELECT row FROM study_name_word"));
}

}  // namespace cassette
