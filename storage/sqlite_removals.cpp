#include "storage/sqlite_removals.h"

#include "storage/sqlite_changes.h"
#include "storage/sqlite_rows.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace cassette {

namespace {

Failure damaged() { return fail(ErrorCode::internal, "the index is damaged: a deleted instance is not one"); }

void bind_scope(Statement& statement, RetrieveScope const& scope) {
    statement.bind(scope.study.str());
    if (scope.series) statement.bind(scope.series->str());
    if (scope.instance) statement.bind(scope.instance->str());
}

// What removing an instance needs to know of it.
struct Leaving {
    InstanceCommitter::InstanceRow row;
    Change change;
    std::int64_t version;
};

Result<std::vector<Leaving>> instances_in(SqliteConnection& db, RetrieveScope const& scope, std::int64_t at) {
    std::string sql =
        "SELECT i.id, e.id, i.sop_class_uid, i.version_key, s.study_instance_uid, e.series_instance_uid,"
        " i.sop_instance_uid FROM study s INDEXED BY study_by_uid CROSS JOIN series e ON e.study_key = s.id"
        " CROSS JOIN instance i ON i.series_key = e.id WHERE s.study_instance_uid = ?";
    if (scope.series) sql += " AND e.series_instance_uid = ?";
    if (scope.instance) sql += " AND i.sop_instance_uid = ?";
    std::vector<Leaving> all;
    auto const read = for_each_row(
        db, sql, [&](Statement& statement) { bind_scope(statement, scope); },
        [&](Statement& row) -> Result<void> {
            auto study = StudyInstanceUID::received(row.text(4));
            auto series = SeriesInstanceUID::received(row.text(5));
            auto instance = SOPInstanceUID::received(row.text(6));
            if (!study || !series || !instance) return damaged();
            all.push_back({{row.integer(0), row.integer(1), std::string{row.text(2)}},
                           {0, ChangeKind::removed, at, *std::move(study), *std::move(series), *std::move(instance)},
                           row.integer(3)});
            return {};
        });
    if (!read) return fail(read.error());
    return all;
}

Result<void> remember(SqliteConnection& db, Leaving const& leaving, Removal const& removal) {
    auto statement = db.prepare(
        "INSERT INTO removed_instance(id, study_instance_uid, series_instance_uid, sop_instance_uid, sop_class_uid,"
        " version_key, removed_at, removed_by, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement) return fail(statement.error());
    auto const& change = leaving.change;
    statement->bind(leaving.row.id).bind(change.study.str()).bind(change.series.str()).bind(change.instance.str());
    statement->bind(leaving.row.sop_class).bind(leaving.version);
    return statement->bind(removal.at).bind(removal.by).bind(removal.reason).run();
}

constexpr std::string_view removed_columns =
    "SELECT r.study_instance_uid, r.series_instance_uid, r.sop_instance_uid, v.blob, v.size, v.stored_at, r.removed_at,"
    " r.removed_by, r.reason FROM removed_instance r ";

Result<RemovedInstance> read_removed(Statement const& row) {
    auto study = StudyInstanceUID::received(row.text(0));
    auto series = SeriesInstanceUID::received(row.text(1));
    auto instance = SOPInstanceUID::received(row.text(2));
    auto const blob = read_digest(row, 3);
    if (!study || !series || !instance || !blob) return damaged();
    VersionInfo version{*std::move(instance), *blob, static_cast<std::uint64_t>(row.integer(4)), row.integer(5), true};
    return RemovedInstance{*std::move(study),
                           *std::move(series),
                           std::move(version),
                           {row.integer(6), std::string{row.text(7)}, std::string{row.text(8)}}};
}

template <class Bind>
Result<std::vector<RemovedInstance>> select_removed(SqliteConnection& db, std::string_view rest, Bind const& bind) {
    std::vector<RemovedInstance> all;
    auto const read =
        for_each_row(db, std::string{removed_columns}.append(rest), bind, [&](Statement& row) -> Result<void> {
            auto removed = read_removed(row);
            if (!removed) return fail(removed.error());
            all.push_back(*std::move(removed));
            return {};
        });
    if (!read) return fail(read.error());
    return all;
}

}  // namespace

Result<std::uint64_t> remove_instances(SqliteConnection& db, InstanceCommitter& committer, RetrieveScope const& scope,
                                       Removal const& removal) {
    auto const leaving = instances_in(db, scope, removal.at);
    if (!leaving) return fail(leaving.error());
    for (auto const& each : *leaving) {
        if (auto done = remember(db, each, removal); !done) return fail(done.error());
        if (auto done = committer.take_out(each.row); !done) return fail(done.error());
        if (auto done = note_change(db, each.change); !done) return fail(done.error());
    }
    return leaving->size();
}

Result<std::vector<Digest>> mark_for_purge(SqliteConnection& db, SOPInstanceUID const& instance) {
    auto statement = db.prepare("UPDATE removed_instance SET purging = 1 WHERE sop_instance_uid = ? RETURNING id");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(instance.str()).step();
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::not_found, "the instance is not deleted");
    auto const id = statement->integer(0);
    if (auto done = statement->run(); !done) return fail(done.error());
    std::vector<Digest> blobs;
    auto const read = for_each_row(
        db, "SELECT blob FROM version WHERE instance_key = ? ORDER BY id", [&](Statement& each) { each.bind(id); },
        [&](Statement& row) -> Result<void> {
            auto const blob = read_digest(row, 0);
            if (!blob) return fail(blob.error());
            blobs.push_back(*blob);
            return {};
        });
    if (!read) return fail(read.error());
    return blobs;
}

Result<std::vector<RemovedInstance>> removed_in_scope(SqliteConnection& db, RetrieveScope const& scope) {
    std::string rest = "JOIN version v ON v.id = r.version_key WHERE r.purging = 0 AND r.study_instance_uid = ?";
    if (scope.series) rest += " AND r.series_instance_uid = ?";
    if (scope.instance) rest += " AND r.sop_instance_uid = ?";
    return select_removed(db, rest + " ORDER BY r.id", [&](Statement& statement) { bind_scope(statement, scope); });
}

Result<std::vector<RemovedInstance>> list_removed(SqliteConnection& db, Removals::Page const& page) {
    constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();
    constexpr std::string_view rest =
        "JOIN version v ON v.id = r.version_key WHERE r.purging = 0 AND r.removed_at < ? ORDER BY r.removed_at, r.id"
        " LIMIT ? OFFSET ?";
    return select_removed(db, rest, [&](Statement& statement) {
        statement.bind(page.before);
        statement.bind(static_cast<std::int64_t>(std::min(page.limit, all)));
        statement.bind(static_cast<std::int64_t>(std::min(page.offset, all)));
    });
}

Result<std::vector<SOPInstanceUID>> marked_for_purge(SqliteConnection& db) {
    std::vector<SOPInstanceUID> all;
    auto const read = for_each_row(
        db, "SELECT sop_instance_uid FROM removed_instance WHERE purging = 1", [](Statement&) {},
        [&](Statement& row) -> Result<void> {
            auto instance = SOPInstanceUID::received(row.text(0));
            if (!instance) return damaged();
            all.push_back(*std::move(instance));
            return {};
        });
    if (!read) return fail(read.error());
    return all;
}

}  // namespace cassette
