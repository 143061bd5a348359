#include "storage/arrival_rows.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cassette {

namespace {

Failure damaged() {
    return fail(ErrorCode::internal, "the index is damaged: the change feed names what is no instance");
}

Result<Arrival> read_arrival(Statement const& row) {
    auto study = StudyInstanceUID::received(row.text(1));
    auto series = SeriesInstanceUID::received(row.text(2));
    auto instance = SOPInstanceUID::received(row.text(3));
    if (!study || !series || !instance) return damaged();
    return Arrival{*std::move(study),        *std::move(series),       *std::move(instance),
                   std::string{row.text(4)}, std::string{row.text(5)}, std::string{row.text(6)},
                   std::string{row.text(7)}, std::string{row.text(8)}, row.integer(9)};
}

}  // namespace

Result<std::optional<std::int64_t>> read_cursor(SqliteConnection& db) {
    auto statement = db.prepare("SELECT change_key FROM arrivals_cursor");
    if (!statement) return fail(statement.error());
    auto const found = statement->step();
    if (!found) return fail(found.error());
    return *found ? std::optional{statement->integer(0)} : std::nullopt;
}

// The greatest number that was ever given counts: the last entries may be gone with what was purged.
Result<void> begin_cursor(SqliteConnection& db) {
    return db.exec(
        "INSERT INTO arrivals_cursor(id, change_key)"
        " VALUES (1, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)) ON CONFLICT DO NOTHING");
}

Result<void> forget_cursor(SqliteConnection& db) { return db.exec("DELETE FROM arrivals_cursor"); }

// Left joins go from the entry to its one version and instance: each is a probe by key. An instance that has been deleted
// since has no row.
Result<ArrivalPage> read_arrivals(SqliteConnection& db, ChangeRange const& range) {
    constexpr std::string_view sql =
        "SELECT c.id, s.study_instance_uid, e.series_instance_uid, i.sop_instance_uid, i.sop_class_uid, v.source,"
        " e.modality, e.station_name, e.institution_name, c.at, i.id IS NOT NULL AND c.kind IN (0, 1)"
        " FROM change c LEFT JOIN version v ON v.id = c.version_key LEFT JOIN instance i ON i.id = v.instance_key"
        " LEFT JOIN series e ON e.id = i.series_key LEFT JOIN study s ON s.id = e.study_key"
        " WHERE c.id > ? ORDER BY c.id LIMIT ?";
    constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();
    ArrivalPage page{{}, range.after};
    auto const read = for_each_row(
        db, sql,
        [&](Statement& statement) {
            statement.bind(range.after).bind(static_cast<std::int64_t>(std::min(range.limit, all)));
        },
        [&](Statement& row) -> Result<void> {
            page.last = row.integer(0);
            if (row.integer(10) == 0) return {};
            auto arrival = read_arrival(row);
            if (!arrival) return fail(arrival.error());
            page.arrivals.push_back(*std::move(arrival));
            return {};
        });
    if (!read) return fail(read.error());
    return page;
}

Result<void> move_cursor(SqliteConnection& db, std::int64_t cursor) {
    auto statement = db.prepare(
        "INSERT INTO arrivals_cursor(id, change_key) VALUES (1, ?)"
        " ON CONFLICT (id) DO UPDATE SET change_key = excluded.change_key");
    if (!statement) return fail(statement.error());
    return statement->bind(cursor).run();
}

}  // namespace cassette
