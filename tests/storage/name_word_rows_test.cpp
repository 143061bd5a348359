#include "storage/name_word_rows.h"

#include "schema/migrations.h"
#include "storage/sqlite_commit.h"
#include "storage/sqlite_schema.h"
#include "storage/transaction.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

std::unique_ptr<SqliteConnection> open(testing::TemporaryDirectory const& folder) {
    auto db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    REQUIRE(bring_up_to_date(**db));
    return std::move(*db);
}

void commit(SqliteConnection& db, testing::SampleInstance const& sample) {
    InstanceCommitter committer{db};
    auto transaction = Transaction::begin(db);
    REQUIRE(transaction);
    REQUIRE(committer.begin());
    REQUIRE(committer.commit(prepare_record(testing::sample_record(sample)), OnDuplicate::supersede));
    REQUIRE(committer.finish());
    REQUIRE(transaction->commit());
}

// Every word with its row, and the date beside it where there is one.
std::string words(SqliteConnection& db, Level table) {
    std::string text;
    std::string const date = table == Level::study ? "coalesce(study_date, '-')" : "''";
    REQUIRE(for_each_row(
        db,
        "SELECT word, row, " + date + " FROM " + std::string{name_word_table(table)} + " ORDER BY row, attribute, word",
        [](Statement&) {},
        [&](Statement& row) {
            text += (text.empty() ? "" : " ") + std::string{row.text(0)} + ":" + std::string{row.text(1)};
            if (!row.text(2).empty()) text += "@" + std::string{row.text(2)};
            return Result<void>{};
        }));
    return text;
}

}  // namespace

TEST_CASE("each word of each name is a row, once") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    commit(*db, {.values = {{"PatientName", "Lee^Lena Lee"}, {"OperatorsName", "Roe^Jan\\Doe"}}});
    CHECK(words(*db, Level::patient) == "lee:1 lena:1");
    CHECK(words(*db, Level::study) == "lee:1@20200101 lena:1@20200101");
    CHECK(words(*db, Level::series) == "doe:1 jan:1 roe:1");
}

TEST_CASE("the parts of words are there as long as somebody has the word") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    auto const parts = [&](std::string const& word) {
        return *db->integer("SELECT count(*) FROM name_part WHERE word = '" + word + "'");
    };
    commit(*db, {.values = {{"PatientName", "Lee^Lena"}, {"OperatorsName", "Roe^Jan"}}});
    commit(*db,
           {.study = 2,
            .series = 2,
            .instance = 2,
            .content = "b",
            .values = {{"PatientID", "2"}, {"PatientName", "Lee^Anna"}}});
    CHECK(parts("lee") == 3);
    CHECK(parts("lena") == 4);
    CHECK(parts("roe") == 0);  // nobody looks for fragments of an operator's name
    REQUIRE(db->exec("PRAGMA foreign_keys=OFF; DELETE FROM study WHERE id = 1; DELETE FROM patient WHERE id = 1"));
    CHECK(parts("lee") == 3);
    CHECK(parts("lena") == 0);
    CHECK(parts("anna") == 4);
}

TEST_CASE("a database of version 7 gets the parts of what it holds") {
    testing::TemporaryDirectory const folder;
    auto const db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    for (auto const& migration : migrations())
        if (migration.version <= 7) REQUIRE((*db)->exec(std::string{migration.sql}.c_str()));
    REQUIRE(
        (*db)->exec("INSERT INTO study_name_word(attribute, word, row, name, study_date, study_time)"
                    " VALUES (1048592, 'doe', 7, 'doe^abcdefghijklmnopqrst', '20200101', NULL),"
                    " (1048592, 'abcdefghijklmnopqrst', 7, 'doe^abcdefghijklmnopqrst', '20200101', NULL);"
                    "INSERT INTO patient_name_word(attribute, word, row, name) VALUES (1048592, 'doe', 1, 'doe');"
                    "PRAGMA user_version=7"));
    REQUIRE(bring_up_to_date(**db));
    CHECK(words(**db, Level::study) == "abcdefghijklmnopqrst:7@20200101 doe:7@20200101");
    CHECK(*(*db)->integer("SELECT count(*) FROM name_part") == 3 + 20);
    CHECK(*(*db)->integer("SELECT count(*) FROM name_part WHERE part = 'cdefghijklmnopqr'") == 1);
}

TEST_CASE("a further instance of a known series writes no words") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    commit(*db, {});
    REQUIRE(db->exec("DELETE FROM study_name_word; DELETE FROM patient_name_word"));
    commit(*db, {.instance = 2, .content = "b"});
    CHECK(words(*db, Level::study).empty());
    CHECK(words(*db, Level::patient).empty());
}

TEST_CASE("words follow the study's date and time, and go with their row") {
    testing::TemporaryDirectory const folder;
    auto const db = open(folder);
    commit(*db, {.values = {{"StudyDate", ""}}});
    CHECK(words(*db, Level::study) == "doe:1@- jane:1@-");
    commit(*db, {.instance = 2, .content = "b", .values = {{"StudyDate", "20230405"}}});
    CHECK(words(*db, Level::study) == "doe:1@20230405 jane:1@20230405");
    REQUIRE(db->exec("PRAGMA foreign_keys=OFF; DELETE FROM series; DELETE FROM study; DELETE FROM patient"));
    for (auto const table : {Level::patient, Level::study, Level::series}) CHECK(words(*db, table).empty());
}

TEST_CASE("a database of version 1 gets the words of what it holds when it is opened") {
    testing::TemporaryDirectory const folder;
    std::string patients;
    std::string studies;
    std::string series;
    {
        auto const db = open(folder);
        for (int i = 1; i <= 5; ++i)
            commit(*db,
                   {.study = i,
                    .series = i,
                    .instance = i,
                    .content = std::to_string(i),
                    .values = {{"PatientID", std::to_string(i)}, {"OperatorsName", "Roe^Jan"}}});
        patients = words(*db, Level::patient);
        studies = words(*db, Level::study);
        series = words(*db, Level::series);
        // As an interrupted backfill leaves it: some studies done, nothing else.
        REQUIRE(
            db->exec("DELETE FROM patient_name_word; DELETE FROM series_name_word;"
                     "DELETE FROM study_name_word WHERE row > 2;"
                     "INSERT INTO name_word_backfill VALUES (0, 0), (1, 2), (2, 0)"));
    }
    auto const db = open(folder);
    CHECK(words(*db, Level::patient) == patients);
    CHECK(words(*db, Level::study) == studies);
    CHECK(words(*db, Level::series) == series);
    CHECK(*db->integer("SELECT count(*) FROM name_word_backfill") == 0);
}

TEST_CASE("migrating a filled database of version 1 asks for its words") {
    testing::TemporaryDirectory const folder;
    auto const db = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    std::string const first{migrations().front().sql};
    REQUIRE((*db)->exec(first.c_str()));
    REQUIRE((*db)->exec(
        "INSERT INTO patient(identity, patient_name, patient_name_fold) VALUES ('1', 'Doe', 'doe');"
        "INSERT INTO study(patient_key, study_instance_uid, patient_name_fold, study_date, created_at, updated_at)"
        " VALUES (1, '1.2', 'doe^jane', '20200101', 0, 0);"
        "PRAGMA user_version=1"));
    REQUIRE(bring_up_to_date(**db));
    CHECK(words(**db, Level::patient) == "doe:1");
    CHECK(words(**db, Level::study) == "doe:1@20200101 jane:1@20200101");
}

TEST_CASE("states of a row differ in their names or not") {
    auto const columns = columns_of(Level::series);
    RowValues const before(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        CAPTURE(columns[i].name);
        RowValues after = before;
        after[i] = "x";
        CHECK(names_differ(Level::series, before, after) == (columns[i].holds == Holds::folded));
    }
}

}  // namespace cassette
