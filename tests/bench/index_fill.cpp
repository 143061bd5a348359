// index_fill FILE STUDIES: an index of the first so many studies of population.h, without objects behind them.

#include "archive/part10/deflated_text.h"
#include "archive/part10/instance_layout.h"
#include "schema/attribute.h"
#include "storage/sha256.h"
#include "storage/sqlite_commit.h"
#include "storage/sqlite_index.h"
#include "storage/transaction.h"
#include "tests/bench/population.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string_view>

namespace cassette::bench {

namespace {

constexpr int together = 50'000;  // records in a transaction

InstanceRecord record_of(int number) {
    static DeflatedText const no_metadata = deflate_text("{}");
    static std::string const no_layout = encode_layout({});
    auto const made = made_study(number);
    InstanceRecord record{*StudyInstanceUID::parse(made.study),
                          *SeriesInstanceUID::parse(made.series),
                          *SOPInstanceUID::parse(made.instance),
                          *SOPClassUID::parse("1.2.840.10008.5.1.4.1.1.2"),
                          *TransferSyntaxUID::parse("1.2.840.10008.1.2.1"),
                          AttributeValues(attributes().size()),
                          sha256(std::as_bytes(std::span{made.instance})),
                          1000,
                          1'700'000'000'000'000'000,
                          "bench",
                          no_layout,
                          no_metadata};
    for (auto const& [keyword, value] : made.values) record.values[*find_attribute(keyword)] = value;
    return record;
}

// The rows as the node writes them, but nothing is synced before the end, and pages are written once for many records.
Result<void> fill_some(SqliteConnection& db, InstanceCommitter& committer, int from, int end) {
    auto transaction = Transaction::begin(db);
    if (!transaction) return fail(transaction.error());
    if (auto begun = committer.begin(); !begun) return begun;
    for (int number = from; number < end; ++number) {
        auto const committed = committer.commit(prepare_record(record_of(number)), OnDuplicate::supersede);
        if (!committed) return fail(committed.error());
    }
    if (auto finished = committer.finish(); !finished) return finished;
    if (auto committed = transaction->commit(); !committed) return committed;
    return db.checkpoint();
}

Result<void> fill(std::filesystem::path const& file, int studies) {
    if (auto const made = open_sqlite_index(file, {}); !made) return fail(made.error());
    auto const db = SqliteConnection::open(file, SqliteConnection::Access::read_write);
    if (!db) return fail(db.error());
    if (auto set = (*db)->exec("PRAGMA synchronous=OFF; PRAGMA cache_size=-2000000"); !set) return set;
    InstanceCommitter committer{**db};
    for (int from = 1; from <= studies; from += together)
        if (auto done = fill_some(**db, committer, from, std::min(from + together, studies + 1)); !done) return done;
    return {};
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    using namespace cassette;
    int studies = 0;
    if (argc == 3) (void)std::from_chars(argv[2], argv[2] + std::string_view{argv[2]}.size(), studies);
    if (studies < 1) {
        std::fputs("index_fill FILE STUDIES\n", stderr);
        return 2;
    }
    auto const filled = bench::fill(argv[1], studies);
    if (!filled) std::fprintf(stderr, "%s\n", filled.error().detail.c_str());
    return filled ? 0 : 1;
}
