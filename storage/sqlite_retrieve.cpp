#include "storage/sqlite_retrieve.h"

#include "storage/sqlite_rows.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace cassette {

namespace {

Failure damaged() { return fail(ErrorCode::internal, "the index is damaged: a row holds what was never written"); }

constexpr std::string_view location_columns =
    "s.study_instance_uid, e.series_instance_uid, i.sop_instance_uid, i.sop_class_uid, v.transfer_syntax_uid, v.blob,"
    " v.size, v.stored_at, coalesce(i.number_of_frames, 1), v.id";

Result<InstanceLocation> read_location(Statement const& row) {
    auto study = StudyInstanceUID::received(row.text(0));
    auto series = SeriesInstanceUID::received(row.text(1));
    auto instance = SOPInstanceUID::received(row.text(2));
    auto sop_class = SOPClassUID::received(row.text(3));
    auto syntax = TransferSyntaxUID::parse(row.text(4));
    auto blob = read_digest(row, 5);
    if (!study || !series || !instance || !sop_class || !syntax || !blob) return damaged();
    auto const frames = static_cast<std::uint32_t>(std::clamp<std::int64_t>(row.integer(8), 1, UINT32_MAX));
    return InstanceLocation{std::move(*study),
                            std::move(*series),
                            std::move(*instance),
                            std::move(*sop_class),
                            std::move(*syntax),
                            *blob,
                            static_cast<std::uint64_t>(row.integer(6)),
                            row.integer(7),
                            frames,
                            row.integer(9)};
}

DeflatedText read_deflated(Statement const& row, int column) {
    return {std::string{row.blob(column)}, static_cast<std::uint32_t>(row.integer(column + 1)),
            static_cast<std::uint64_t>(row.integer(column + 2))};
}

Derived read_derived_row(Statement const& row) { return {std::string{row.blob(0)}, read_deflated(row, 1)}; }

// A single instance is found by its UID; series and studies are gone through in the order of retrieval.
std::string scope_sql(RetrieveScope const& scope, std::string_view more_columns, std::string_view more_joins) {
    std::string sql = "SELECT " + std::string{location_columns} + std::string{more_columns};
    if (scope.instance)
        sql +=
            " FROM instance i INDEXED BY instance_by_uid CROSS JOIN series e NOT INDEXED ON e.id = i.series_key"
            " CROSS JOIN study s NOT INDEXED ON s.id = e.study_key";
    else
        sql += " FROM study s INDEXED BY study_by_uid CROSS JOIN series e INDEXED BY " +
            std::string{scope.series ? "series_in_study" : "series_by_study"} +
            " ON e.study_key = s.id CROSS JOIN instance i INDEXED BY instance_by_series ON i.series_key = e.id";
    sql += " CROSS JOIN version v NOT INDEXED ON v.id = i.version_key" + std::string{more_joins};
    sql += " WHERE s.study_instance_uid = ?";
    if (scope.series) sql += " AND e.series_instance_uid = ?";
    if (scope.instance) sql += " AND i.sop_instance_uid = ?";
    return sql + " ORDER BY e.series_number, e.id, i.instance_number, i.id";
}

void bind_scope(Statement& statement, RetrieveScope const& scope) {
    statement.bind(scope.study.str());
    if (scope.series) statement.bind(scope.series->str());
    if (scope.instance) statement.bind(scope.instance->str());
}

// The way from a row to the first instance below it.
std::string_view representative_sql(Level level) {
    switch (level) {
        case Level::patient:
            return "SELECT i.version_key FROM study s INDEXED BY study_by_patient"
                   " CROSS JOIN series e INDEXED BY series_by_study ON e.study_key = s.id"
                   " CROSS JOIN instance i INDEXED BY instance_by_series ON i.series_key = e.id"
                   " WHERE s.patient_key = ? ORDER BY s.id, e.series_number, e.id, i.instance_number, i.id LIMIT 1";
        case Level::study:
            return "SELECT i.version_key FROM series e INDEXED BY series_by_study"
                   " CROSS JOIN instance i INDEXED BY instance_by_series ON i.series_key = e.id"
                   " WHERE e.study_key = ? ORDER BY e.series_number, e.id, i.instance_number, i.id LIMIT 1";
        case Level::series:
            return "SELECT version_key FROM instance INDEXED BY instance_by_series WHERE series_key = ?"
                   " ORDER BY instance_number, id LIMIT 1";
        case Level::instance: return "SELECT version_key FROM instance WHERE id = ?";
    }
    return {};
}

Result<VersionInfo> read_version(Statement const& row) {
    auto instance = SOPInstanceUID::received(row.text(0));
    auto blob = read_digest(row, 1);
    if (!instance || !blob) return damaged();
    return VersionInfo{std::move(*instance), *blob, static_cast<std::uint64_t>(row.integer(2)), row.integer(3),
                       row.integer(4) != 0};
}

}  // namespace

Result<void> locate_instances(SqliteConnection& db, RetrieveScope const& scope, Index::LocationSink const& sink) {
    return for_each_row(
        db, scope_sql(scope, "", ""), [&](Statement& statement) { bind_scope(statement, scope); },
        [&](Statement& row) -> Result<void> {
            auto const location = read_location(row);
            if (!location) return fail(location.error());
            return sink(*location);
        });
}

Result<void> read_metadata(SqliteConnection& db, RetrieveScope const& scope, Index::MetadataSink const& sink) {
    auto const sql = scope_sql(scope, ", d.metadata, d.metadata_crc32, d.metadata_length",
                               " CROSS JOIN derived d NOT INDEXED ON d.version_key = v.id");
    return for_each_row(
        db, sql, [&](Statement& statement) { bind_scope(statement, scope); },
        [&](Statement& row) -> Result<void> {
            auto const location = read_location(row);
            if (!location) return fail(location.error());
            return sink(*location, read_deflated(row, 10));
        });
}

Result<Derived> read_derived(SqliteConnection& db, std::int64_t version_key) {
    auto statement =
        db.prepare("SELECT layout, metadata, metadata_crc32, metadata_length FROM derived WHERE version_key = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(version_key).step();
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::not_found, "no such version");
    return read_derived_row(*statement);
}

Result<Derived> read_representative(SqliteConnection& db, Level level, std::int64_t row) {
    auto statement = db.prepare(representative_sql(level));
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(row).step();
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::not_found, "no instance below this row");
    return read_derived(db, statement->integer(0));
}

Result<std::vector<VersionInfo>> read_history(SqliteConnection& db, SOPInstanceUID const& instance) {
    std::vector<VersionInfo> versions;
    auto const read = for_each_row(
        db,
        "SELECT i.sop_instance_uid, v.blob, v.size, v.stored_at, v.id = i.version_key FROM instance i INDEXED BY"
        " instance_by_uid CROSS JOIN version v INDEXED BY version_by_instance ON v.instance_key = i.id"
        " WHERE i.sop_instance_uid = ? ORDER BY v.id",
        [&](Statement& statement) { statement.bind(instance.str()); },
        [&](Statement& row) -> Result<void> {
            auto version = read_version(row);
            if (!version) return fail(version.error());
            versions.push_back(std::move(*version));
            return {};
        });
    if (!read) return fail(read.error());
    return versions;
}

Result<VersionPage> read_versions(SqliteConnection& db, std::int64_t after, std::int64_t limit) {
    VersionPage page;
    auto const read = for_each_row(
        db,
        "SELECT coalesce(i.sop_instance_uid, r.sop_instance_uid), v.blob, v.size, v.stored_at,"
        " v.id = coalesce(i.version_key, r.version_key), v.id FROM version v NOT INDEXED"
        " LEFT JOIN instance i ON i.id = v.instance_key LEFT JOIN removed_instance r ON r.id = v.instance_key"
        " WHERE v.id > ? AND coalesce(r.purging, 0) = 0 AND NOT EXISTS (SELECT 1 FROM transcoding t INDEXED BY"
        " transcoding_by_original WHERE t.original_key = v.id AND t.freeing = 1) ORDER BY v.id LIMIT ?",
        [&](Statement& statement) { statement.bind(after).bind(limit); },
        [&](Statement& row) -> Result<void> {
            auto version = read_version(row);
            if (!version) return fail(version.error());
            page.versions.push_back(std::move(*version));
            page.last = row.integer(5);
            return {};
        });
    if (!read) return fail(read.error());
    return page;
}

Result<IndexCounts> read_counts(SqliteConnection& db) {
    IndexCounts counts;
    auto const read = for_each_row(
        db,
        "SELECT patients, studies, series, instances, versions, bytes, (SELECT count(*) FROM removed_instance) FROM "
        "total",
        [](Statement&) {},
        [&](Statement& row) {
            auto const number = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
            counts = {number(0), number(1), number(2), number(3), number(4), number(5), number(6)};
            return Result<void>{};
        });
    if (!read) return fail(read.error());
    return counts;
}

}  // namespace cassette
