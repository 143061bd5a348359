#include "storage/newest_names.h"

#include "storage/name_driver.h"
#include "storage/sqlite_commit.h"
#include "storage/sqlite_schema.h"
#include "storage/transaction.h"
#include "tests/support/sample_record.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::between;
using testing::matches;
using testing::request_for;

constexpr int rare = 3;
constexpr int common = 400;

// Three studies of rare names among hundreds of common ones, on days that come again and again; some without a date.
std::unique_ptr<SqliteConnection> filled(testing::TemporaryDirectory const& folder) {
    auto opened = SqliteConnection::open(folder / "index.db", SqliteConnection::Access::read_write);
    REQUIRE(opened);
    auto db = std::move(*opened);
    REQUIRE(bring_up_to_date(*db));
    InstanceCommitter committer{*db};
    auto transaction = Transaction::begin(*db);
    REQUIRE(transaction);
    REQUIRE(committer.begin());
    for (int i = 1; i <= rare + common; ++i) {
        std::string const family = i <= rare ? "Zebra" : "Smi" + std::string(1 + i % 5, 'a') + "th Smile";
        std::string const date = i % 11 == 0 ? "" : "202001" + std::to_string(10 + i * 7 % 20);
        auto record = testing::sample_record(
            {.study = i,
             .series = i,
             .instance = i,
             .content = std::to_string(i),
             .values = {{"PatientID", std::to_string(i)}, {"PatientName", family + "^Jo"}, {"StudyDate", date}}});
        REQUIRE(committer.commit(prepare_record(std::move(record)), OnDuplicate::supersede));
    }
    REQUIRE(committer.finish());
    REQUIRE(transaction->commit());
    return db;
}

// All keys, as one statement sorts them.
std::vector<std::int64_t> sorted(SqliteConnection& db, FindRequest const& request, Driver const& driver) {
    auto const sql = name_keys_sql(request, driver);
    std::vector<std::int64_t> keys;
    REQUIRE(for_each_row(
        db, sql.text, [&](Statement& statement) { sql.bind_to(statement); },
        [&](Statement& row) {
            keys.push_back(row.integer(0));
            return Result<void>{};
        }));
    return keys;
}

}  // namespace

TEST_CASE(
    "the newest of a rare and of a common name, by beginnings, words and fragments, are those that sorting all gives") {
    testing::TemporaryDirectory const folder;
    auto const db = filled(folder);
    auto const name = *find_attribute("PatientName");
    std::vector<std::vector<Condition>> const searches{
        {matches("PatientName", "zeb*")},
        {matches("PatientName", "smi*")},
        {matches("PatientName", "*mi*")},
        {matches("PatientName", "*ebr*")},
        {matches("PatientName", "nobody*")},
        {matches("PatientName", "*^jo")},
        {{name, NameWords{"smi jo"}}},
        {matches("PatientName", "smi*"), between("StudyDate", "20200112", "20200115")},
        {matches("PatientName", "smi*"), {*find_attribute("StudyDate"), NoValue{}}},
    };
    for (auto const& conditions : searches)
        for (std::uint64_t const offset : {0, 1, 50}) {
            auto request = request_for(Level::study, conditions);
            request.limit = 20;
            request.offset = offset;
            auto const driver = drivers(request).at(0);
            CAPTURE(driver.words->part.text);
            CAPTURE(offset);
            auto wanted = sorted(*db, request, driver);
            wanted.resize(std::min<std::size_t>(wanted.size(), offset + 20));
            auto const newest = newest_names(*db, request, driver);
            REQUIRE(newest);
            REQUIRE(*newest);
            CHECK(**newest == wanted);
        }
}

TEST_CASE("of a common name no more is looked at than its newest; what takes longer is left to others") {
    testing::TemporaryDirectory const folder;
    auto const db = filled(folder);
    auto const finds = [&](char const* pattern, NewestNamesLimits const& limits) {
        auto request = request_for(Level::study, {matches("PatientName", pattern)});
        request.limit = 10;
        auto const newest = newest_names(*db, request, drivers(request).at(0), limits);
        REQUIRE(newest);
        return newest->has_value();
    };
    CHECK(finds("smi*", {.words = 10, .entries = 60}));  // of 800
    CHECK_FALSE(finds("smi*", {.words = 5, .entries = 60}));
    CHECK_FALSE(finds("smi*", {.words = 10, .entries = 10}));
    CHECK(finds("zeb*", {.words = 1, .entries = 4}));
    CHECK_FALSE(finds("smi*^no*", {.words = 10, .entries = 300}));  // nothing fits
}

}  // namespace cassette
