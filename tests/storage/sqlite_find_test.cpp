#include "storage/sqlite_find.h"

#include "storage/find_sql.h"
#include "storage/sqlite_commit.h"
#include "storage/sqlite_schema.h"
#include "storage/transaction.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using enum Level;
using testing::between;
using testing::equals;
using testing::matches;
using testing::one_of;
using testing::request_for;

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder) {
    auto db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    return std::move(*db);
}

// Studies of one instance each, in one transaction.
void fill(SqliteConnection& db, int from, int count, testing::Values const& values) {
    InstanceCommitter committer{db};
    auto transaction = Transaction::begin(db);
    REQUIRE(transaction);
    REQUIRE(committer.begin());
    for (int i = from; i < from + count; ++i) {
        auto record = testing::sample_record(
            {.study = i, .series = i, .instance = i, .content = std::to_string(i), .values = values});
        REQUIRE(committer.commit(prepare_record(std::move(record)), OnDuplicate::supersede));
    }
    REQUIRE(committer.finish());
    REQUIRE(transaction->commit());
}

// The lines of EXPLAIN QUERY PLAN that go through a whole table or index.
std::vector<std::string> scans(SqliteConnection& db, SqlText const& sql) {
    std::vector<std::string> lines;
    REQUIRE(for_each_row(
        db, "EXPLAIN QUERY PLAN " + sql.text, [](Statement&) {},
        [&](Statement& row) {
            auto const line = row.text(3);
            bool const table = line.starts_with("SCAN ") && line.find("VIRTUAL TABLE") == std::string_view::npos &&
                line.find("subquery") == std::string_view::npos;
            if (table) lines.emplace_back(line);
            return Result<void>{};
        }));
    return lines;
}

// What people and programs ask for.
std::vector<std::vector<Condition>> catalogue() {
    return {
        {},
        {equals("PatientID", "P1")},
        {equals("PatientID", "P1"), equals("IssuerOfPatientID", "NORTH")},
        {equals("AccessionNumber", "A1")},
        {equals("StudyID", "1")},
        {equals("StudyInstanceUID", "1.2")},
        {one_of("StudyInstanceUID", {"1.2", "1.3"})},
        {equals("StudyInstanceUID", "1.2"), equals("SeriesInstanceUID", "1.3")},
        {equals("SeriesInstanceUID", "1.3")},
        {equals("SOPInstanceUID", "1.4")},
        {equals("StudyInstanceUID", "1.2"), one_of("SOPInstanceUID", {"1.4", "1.5"})},
        {matches("PatientName", "doe*")},
        {matches("PatientName", "*oe^*")},
        {matches("PatientName", "*e*")},
        {equals("PatientName", "doe^jane")},
        {{*find_attribute("PatientName"), NameWords{"doe ja"}}},
        {{*find_attribute("PatientName"), NameWords{"doe ja"}}, between("StudyDate", "2020", "2021")},
        {{*find_attribute("OtherPatientNames"), NameWords{"doe"}}},
        {{*find_attribute("ReferringPhysicianName"), NameWords{"house"}}, equals("PatientSex", "F")},
        {{*find_attribute("OperatorsName"), NameWords{"doe ja"}}},
        {matches("PerformingPhysicianName", "ho*")},
        {{*find_attribute("PhysiciansOfRecord"), AllOf{{"doe^jane", "roe^r"}}}},
        {{*find_attribute("AccessionNumber"), NoValue{}}},
        {{*find_attribute("StudyDate"), BetweenMoments{*find_attribute("StudyTime"), Moment{"20200101", "10"}, {}}}},
        {{*find_attribute("ModalitiesInStudy"), AllOf{{"CT", "PT"}}}},
        {matches("PatientID", "*123*")},
        {equals("PatientBirthDate", "19700101")},
        {between("PatientBirthDate", "1970", "1980")},
        {equals("StudyDate", "20200101")},
        {between("StudyDate", "20200101", std::nullopt)},
        {between("StudyDate", "20200101", "20201231"), equals("ModalitiesInStudy", "CT")},
        {between("StudyTime", "0800", "0900")},
        {one_of("ModalitiesInStudy", {"CT", "MR"})},
        {equals("SOPClassesInStudy", "1.2")},
        {equals("Modality", "CT")},
        {equals("PatientSex", "F")},
        {matches("StudyDescription", "HEAD*"), matches("ReferringPhysicianName", "*house*")},
        {matches("ReferringPhysicianName", "house*")},
        {equals("RequestedProcedureID", "R1")},
        {equals("PerformedProcedureStepID", "R1")},
        {equals("SeriesNumber", "1"), equals("BodyPartExamined", "KNEE")},
        {equals("SOPClassUID", "1.2")},
        {equals("InstanceNumber", "1")},
        {matches("PatientName", "doe*"), equals("Modality", "MR"), between("StudyDate", "2020", "2021")}};
}

// As if a few rows were many.
constexpr SearchCosts small{.max_against_index = 100,
                            .max_against_rows = 400,
                            .few = 10,
                            .walk_in_index_steps_thousands = 2,
                            .walk_steps_thousands = 2,
                            .walk_before_probes_steps_thousands = 1};

std::vector<std::string> delivered(SqliteConnection& db, FindRequest const& request, SearchCosts const& costs = small) {
    std::vector<std::string> uids;
    REQUIRE(find_rows(
        db, request,
        [&](FoundRow const& row) {
            uids.push_back(testing::value(row, "StudyInstanceUID"));
            return Result<void>{};
        },
        costs));
    return uids;
}

}  // namespace

TEST_CASE("no search that begins with an index goes through a table") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (auto const level : {patient, study, series, instance})
        for (auto const ordering : {Ordering::newest_first, Ordering::stable})
            for (auto const& conditions : catalogue()) {
                auto request = request_for(level, conditions);
                request.ordering = ordering;
                request.limit = 100;
                for (auto const& driver : drivers(request)) {
                    CAPTURE(keys_sql(request, &driver).text);
                    CHECK(scans(*db, keys_sql(request, &driver)).empty());
                    CHECK(scans(*db, rows_sql(request, &driver)).empty());
                    CHECK(scans(*db, count_sql(request, &driver)).empty());
                    CHECK(scans(*db, probe_sql(driver)).empty());
                }
            }
}

TEST_CASE("a search without a useful index walks the rows in their order, and only the outermost") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (auto const level : {patient, study, series, instance})
        for (auto const ordering : {Ordering::newest_first, Ordering::stable})
            for (auto const& conditions : catalogue()) {
                auto request = request_for(level, conditions);
                request.ordering = ordering;
                request.limit = 100;
                auto const keys = keys_sql(request, nullptr);
                CAPTURE(keys.text);
                auto const walked = scans(*db, keys);
                CHECK(walked.size() <= 1);
                bool const by_date = ordering == Ordering::newest_first && level != patient;
                for (auto const& line : walked)
                    if (by_date) CHECK(line.find("INDEX study_by_date") != std::string::npos);
                std::string plan;
                REQUIRE(for_each_row(
                    *db, "EXPLAIN QUERY PLAN " + keys.text, [](Statement&) {},
                    [&](Statement& row) {
                        plan += row.text(3);
                        return Result<void>{};
                    }));
                // Series looked up by their UID come in no particular number; there the sort is of a single study's.
                bool const by_series_uid = plan.find("series_in_study") != std::string::npos;
                if (!by_series_uid) CHECK(plan.find("TEMP B-TREE") == std::string::npos);
                CHECK(scans(*db, rows_sql(request, nullptr)).empty());
            }
}

TEST_CASE("the work list without conditions reads the index of dates alone") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    auto request =
        request_for(study,
                    {equals("ModalitiesInStudy", "CT"), equals("PatientSex", "F"), matches("PatientName", "*x*"),
                     matches("StudyDescription", "*y*"), between("StudyDate", "2020", "2021")});
    request.limit = 100;
    CHECK(scans(*db, keys_sql(request, nullptr)).empty());  // a search within the dates
    request.conditions.pop_back();
    auto const walked = scans(*db, keys_sql(request, nullptr));
    REQUIRE(walked.size() == 1);
    CHECK(walked[0] == "SCAN s USING COVERING INDEX study_by_date");
}

TEST_CASE("the approach depends on how many rows an index lists") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    fill(*db, 1, 120, {{"PatientName", "Many^A"}, {"PatientID", "MANY"}, {"StudyDate", "20200101"}});
    fill(*db, 501, 3, {{"PatientName", "Few^A"}, {"PatientID", "FEW"}, {"StudyDate", "20210101"}, {"Modality", "MR"}});
    auto const chosen = [&](std::vector<Condition> conditions, std::optional<std::uint64_t> limit) {
        auto request = request_for(study, std::move(conditions));
        request.limit = limit;
        auto const approach = choose_approach(*db, request, drivers(request), small);
        REQUIRE(approach);
        auto const name = [](Driver const& driver) {
            return driver.words ? "words" : driver.index.empty() ? "text" : std::string{driver.index};
        };
        std::string const text = approach->driver ? name(*approach->driver) : "walk";
        return approach->fallback ? text + ", then " + name(*approach->fallback) : text;
    };
    CHECK(chosen({}, 100) == "walk");
    CHECK(chosen({equals("PatientID", "FEW")}, 100) == "study_by_patient_id");
    CHECK(chosen({equals("PatientID", "MANY")}, 100) == "walk, then study_by_patient_id");
    CHECK(chosen({equals("PatientID", "MANY")}, std::nullopt) == "study_by_patient_id");
    CHECK(chosen({equals("PatientID", "MANY"), equals("ModalitiesInStudy", "MR")}, 100) == "series_by_modality");
    CHECK(chosen({equals("ModalitiesInStudy", "CT")}, 100) == "walk");
    CHECK(chosen({matches("PatientName", "many*")}, 100) == "walk, then words");
    CHECK(chosen({matches("PatientName", "many*"), equals("PatientID", "MANY")}, 100) == "words");
    CHECK(chosen({matches("PatientName", "*few*")}, 100) == "words");
    CHECK(chosen({matches("PatientName", "*many*")}, 100) == "walk, then words");
    CHECK(chosen({matches("PatientID", "*FEW*")}, 100) == "text");
    CHECK(chosen({matches("PatientID", "*MANY*")}, 100) == "walk, then text");
    CHECK(chosen({equals("PatientID", "MANY"), equals("StudyInstanceUID", "1.2")}, 100) == "study_by_uid");
}

TEST_CASE("a walk that takes too long goes on with an index and repeats nothing") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    // Matches at the new end of the dates, then many others, then matches again.
    fill(*db, 1, 60, {{"PatientID", "P1"}, {"StudyDate", "20220101"}, {"IssuerOfPatientID", "I"}});
    fill(*db, 1001, 600, {{"PatientID", "P2"}, {"StudyDate", "20210101"}});
    fill(*db, 2001, 200, {{"PatientID", "P1"}, {"StudyDate", "20200101"}, {"IssuerOfPatientID", "I"}});
    auto request = request_for(study, {equals("PatientID", "P1"), equals("IssuerOfPatientID", "I")});
    auto const everything = delivered(*db, request);
    REQUIRE(everything.size() == 260);
    for (int const offset : {0, 30, 60, 100}) {
        CAPTURE(offset);
        request.limit = 100;
        request.offset = static_cast<std::uint64_t>(offset);
        auto const approach = choose_approach(*db, request, drivers(request), small);
        REQUIRE(approach);
        CHECK(approach->fallback);
        auto const first = everything.begin() + offset;
        CHECK(delivered(*db, request) == std::vector<std::string>(first, first + 100));
        SearchCosts patient_walk = small;
        patient_walk.walk_steps_thousands = 1'000'000;
        CHECK(delivered(*db, request, patient_walk) == std::vector<std::string>(first, first + 100));
    }
}

TEST_CASE("every approach gives the same rows in the same order") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    for (int i = 0; i < 60; ++i)
        fill(*db, 1 + i, 1,
             {{"PatientName", i % 2 == 0 ? "Doe^A" : "Roe^B"},
              {"PatientID", "P" + std::to_string(i % 7)},
              {"StudyDate", "202001" + std::to_string(10 + i % 5)},
              {"Modality", i % 3 == 0 ? "CT" : "MR"}});
    auto const keys_of = [&](FindRequest const& request, Driver const* driver) {
        auto const keys = keys_sql(request, driver);
        auto const row = rows_sql(request, driver);
        std::vector<std::int64_t> found;
        REQUIRE(for_each_row(
            *db, keys.text, [&](Statement& statement) { keys.bind_to(statement); },
            [&](Statement& statement) {
                auto check = db->prepare(row.text);
                REQUIRE(check);
                auto const listed = "[" + std::to_string(statement.integer(0)) + "]";
                check->bind(listed);
                row.bind_to(*check);
                if (*check->step()) found.push_back(statement.integer(0));
                return Result<void>{};
            }));
        return found;
    };
    for (auto const level : {patient, study, series, instance}) {
        auto const request = request_for(level,
                                         {matches("PatientName", "doe*"), equals("Modality", "CT"),
                                          between("StudyDate", "20200111", "20200113"), matches("PatientID", "P*")});
        auto const walked = keys_of(request, nullptr);
        CHECK_FALSE(walked.empty());
        for (auto const& driver : drivers(request)) {
            CAPTURE(driver.index);
            CHECK(keys_of(request, &driver) == walked);
        }
    }
}

// Every page is that part of all matches.
void check_pages(SqliteConnection& db, FindRequest request, SearchCosts const& costs,
                 std::initializer_list<std::pair<std::uint64_t, std::uint64_t>> pages) {
    request.limit.reset();
    request.offset = 0;
    auto const everything = delivered(db, request, costs);
    for (auto const& [offset, limit] : pages) {
        CAPTURE(offset);
        CAPTURE(limit);
        request.offset = offset;
        request.limit = limit;
        auto const first = std::min<std::size_t>(offset, everything.size());
        auto const end = std::min<std::size_t>(first + limit, everything.size());
        auto const at = [&](std::size_t position) {
            return everything.begin() + static_cast<std::ptrdiff_t>(position);
        };
        CHECK(delivered(db, request, costs) == std::vector<std::string>(at(first), at(end)));
    }
}

TEST_CASE("pages of what few or many rows an index lists end where they should, rows read many at a time or not") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    fill(*db, 1, 300, {{"PatientID", "P1"}, {"PatientName", "Smith^A"}, {"StudyDescription", "HEAD"}});
    fill(*db, 1001, 200, {{"PatientID", "P2"}, {"StudyDescription", "HEAD"}, {"PatientSex", "F"}});
    fill(*db, 2001, 60, {{"PatientID", "P1"}, {"StudyDescription", "KNEE"}, {"PatientSex", "F"}});
    auto const pages = {std::pair<std::uint64_t, std::uint64_t>{0, 0},
                        {0, 1},
                        {0, 130},
                        {127, 2},
                        {128, 128},
                        {129, 300},
                        {299, 100},
                        {360, 5},
                        {1000, 10}};
    for (auto const& conditions : std::vector<std::vector<Condition>>{
             {equals("PatientID", "P1")},
             {equals("StudyDescription", "HEAD"), equals("PatientSex", "F")},  // the rows decide
             {matches("PatientName", "smi*")},
             {}})
        for (auto const& costs : {SearchCosts{}, small}) check_pages(*db, request_for(study, conditions), costs, pages);
}

TEST_CASE("what is skipped of one study's instances is not read") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    InstanceCommitter committer{*db};
    auto transaction = Transaction::begin(*db);
    REQUIRE(transaction);
    REQUIRE(committer.begin());
    for (int i = 1; i <= 300; ++i)
        REQUIRE(committer.commit(prepare_record(testing::sample_record(
                                     {.study = 1, .series = 1, .instance = i, .content = std::to_string(i)})),
                                 OnDuplicate::supersede));
    REQUIRE(committer.finish());
    REQUIRE(transaction->commit());
    auto const uid = [&] {
        auto request = request_for(study);
        request.limit = 1;
        return delivered(*db, request).at(0);
    }();
    auto request = request_for(instance, {equals("StudyInstanceUID", uid)});
    for (std::uint64_t const offset : {0, 127, 128, 290}) {
        request.offset = offset;
        request.limit = 10;
        CHECK(delivered(*db, request).size() == 10);
        auto const approach = choose_approach(*db, request, drivers(request), small);
        REQUIRE(approach);
        CHECK_FALSE(approach->lists_few);  // of studies, not of instances
    }
}

TEST_CASE("a walk before any probe that finds too little goes on with an index and repeats nothing") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    fill(*db, 1, 5, {{"StudyDate", "20220101"}, {"Modality", "MR"}});
    fill(*db, 1001, 600, {{"StudyDate", "20210101"}, {"Modality", "CT"}});
    fill(*db, 2001, 5, {{"StudyDate", "20200101"}, {"Modality", "MR"}});
    auto const request =
        request_for(study, {between("StudyDate", "20190101", std::nullopt), equals("ModalitiesInStudy", "MR")});
    check_pages(*db, request, small, {{0, 3}, {0, 8}, {3, 4}, {6, 8}, {10, 1}});
}

TEST_CASE("a search that its caller ends goes no further, and the connection serves the next") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    fill(*db, 1, 300, {{"PatientID", "P1"}});
    auto const request = request_for(study, {equals("PatientID", "P1")});
    int rows = 0;
    auto const ended = find_rows(*db, request, [&](FoundRow const&) -> Result<void> {
        if (++rows == 130) return fail(ErrorCode::cancelled, "enough");
        return {};
    });
    CHECK_FALSE(ended);
    CHECK(rows == 130);
    CHECK(delivered(*db, request).size() == 300);
}

}  // namespace cassette
