#include "storage/sqlite_changes.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cassette {

namespace {

Failure damaged() {
    return fail(ErrorCode::internal, "the index is damaged: the change feed holds what was never written");
}

Result<Change> read_change(Statement const& row) {
    auto const kind = row.integer(1);
    auto study = StudyInstanceUID::received(row.text(3));
    auto series = SeriesInstanceUID::received(row.text(4));
    auto instance = SOPInstanceUID::received(row.text(5));
    bool const known = kind >= 0 && kind <= static_cast<std::int64_t>(ChangeKind::transcoded);
    if (!known || !study || !series || !instance) return damaged();
    return Change{row.integer(0),     static_cast<ChangeKind>(kind), row.integer(2), std::move(*study),
                  std::move(*series), std::move(*instance)};
}

}  // namespace

Result<void> note_version(SqliteConnection& db, ChangeKind kind, std::int64_t version, std::int64_t at) {
    auto statement = db.prepare("INSERT INTO change(kind, at, version_key) VALUES (?, ?, ?)");
    if (!statement) return fail(statement.error());
    return statement->bind(static_cast<std::int64_t>(kind)).bind(at).bind(version).run();
}

Result<void> note_change(SqliteConnection& db, Change const& change) {
    auto statement = db.prepare(
        "INSERT INTO change(kind, at, study_instance_uid, series_instance_uid, sop_instance_uid) VALUES (?, ?, ?, ?, "
        "?)");
    if (!statement) return fail(statement.error());
    statement->bind(static_cast<std::int64_t>(change.kind)).bind(change.at);
    return statement->bind(change.study.str()).bind(change.series.str()).bind(change.instance.str()).run();
}

Result<void> forget_versions_of(SqliteConnection& db, std::int64_t instance) {
    auto statement =
        db.prepare("DELETE FROM change WHERE version_key IN (SELECT id FROM version WHERE instance_key = ?)");
    if (!statement) return fail(statement.error());
    return statement->bind(instance).run();
}

Result<std::vector<Change>> read_changes(SqliteConnection& db, ChangeRange const& range) {
    // Left joins go from the entry to its one version and instance: each is a probe by key.
    constexpr std::string_view sql =
        "SELECT c.id, c.kind, c.at, coalesce(c.study_instance_uid, s.study_instance_uid, r.study_instance_uid),"
        " coalesce(c.series_instance_uid, e.series_instance_uid, r.series_instance_uid),"
        " coalesce(c.sop_instance_uid, i.sop_instance_uid, r.sop_instance_uid)"
        " FROM change c LEFT JOIN version v ON v.id = c.version_key LEFT JOIN instance i ON i.id = v.instance_key"
        " LEFT JOIN series e ON e.id = i.series_key LEFT JOIN study s ON s.id = e.study_key"
        " LEFT JOIN removed_instance r ON r.id = v.instance_key WHERE c.id > ? ORDER BY c.id LIMIT ?";
    constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();
    std::vector<Change> changes;
    auto const read = for_each_row(
        db, sql,
        [&](Statement& statement) {
            statement.bind(range.after).bind(static_cast<std::int64_t>(std::min(range.limit, all)));
        },
        [&](Statement& row) -> Result<void> {
            auto change = read_change(row);
            if (!change) return fail(change.error());
            changes.push_back(std::move(*change));
            return {};
        });
    if (!read) return fail(read.error());
    return changes;
}

}  // namespace cassette
