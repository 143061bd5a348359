#include "storage/sqlite_transcodings.h"

#include "storage/sqlite_rows.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace cassette {

namespace {

constexpr std::int64_t attempts_max = 3;

Failure damaged() { return fail(ErrorCode::internal, "the index is damaged: a version has no place"); }

// Implicit and Explicit VR Little Endian, and Big Endian (PS3.5 A.1 to A.3): what is deflated is compressed already.
constexpr std::string_view to_be_tried =
    " v.transfer_syntax_uid IN ('1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2')"
    " AND i.rows IS NOT NULL AND NOT EXISTS (SELECT 1 FROM transcoding_attempt a WHERE a.version_key = v.id"
    " AND a.transfer_syntax_uid = ? AND (a.refusal IS NOT NULL OR a.attempts >= ?))";

std::int64_t bounded(std::uint64_t number) {
    constexpr std::uint64_t all = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::min(number, all));
}

// The greatest key of so many behind one, 0 where there is none.
Result<std::int64_t> end_of_stretch(SqliteConnection& db, Transcodings::Range const& range) {
    auto statement =
        db.prepare("SELECT max(id) FROM (SELECT id FROM version NOT INDEXED WHERE id > ? ORDER BY id LIMIT ?)");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(range.after).bind(bounded(range.versions_max)).step();
    if (!found) return fail(found.error());
    return *found ? statement->integer(0) : 0;
}

Result<NativePage> read_page(SqliteConnection& db, Transcodings::Range const& range, TransferSyntaxUID const& to) {
    auto const last = end_of_stretch(db, range);
    if (!last) return fail(last.error());
    if (*last == 0) return NativePage{};
    std::string const sql =
        "SELECT v.id, s.study_instance_uid, e.series_instance_uid, i.sop_instance_uid FROM version v NOT INDEXED"
        " CROSS JOIN instance i NOT INDEXED ON i.id = v.instance_key AND i.version_key = v.id"
        " CROSS JOIN series e NOT INDEXED ON e.id = i.series_key CROSS JOIN study s NOT INDEXED ON s.id = e.study_key"
        " WHERE v.id > ? AND v.id <= ? AND" +
        std::string{to_be_tried} + " ORDER BY v.id";
    NativePage page{{}, *last};
    auto const read = for_each_row(
        db, sql,
        [&](Statement& statement) { statement.bind(range.after).bind(*last).bind(to.str()).bind(attempts_max); },
        [&](Statement& row) -> Result<void> {
            auto study = StudyInstanceUID::received(row.text(1));
            auto series = SeriesInstanceUID::received(row.text(2));
            auto instance = SOPInstanceUID::received(row.text(3));
            if (!study || !series || !instance) return damaged();
            page.versions.push_back({row.integer(0), *std::move(study), *std::move(series), *std::move(instance)});
            return {};
        });
    if (!read) return fail(read.error());
    return page;
}

Result<void> note_attempt(SqliteConnection& db, std::int64_t version, std::string const& to) {
    auto statement = db.prepare(
        "INSERT INTO transcoding_attempt(version_key, transfer_syntax_uid, attempts) VALUES (?1, ?2, 1)"
        " ON CONFLICT(version_key) DO UPDATE SET refusal = NULL, transfer_syntax_uid = ?2,"
        " attempts = CASE transfer_syntax_uid WHEN ?2 THEN attempts + 1 ELSE 1 END");
    if (!statement) return fail(statement.error());
    return statement->bind(version).bind(to).run();
}

Result<void> forget_attempt(SqliteConnection& db, std::int64_t version) {
    auto statement = db.prepare("DELETE FROM transcoding_attempt WHERE version_key = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(version).run();
}

Result<void> note_refusal(SqliteConnection& db, std::int64_t version, std::string const& reason) {
    auto statement = db.prepare("UPDATE transcoding_attempt SET refusal = ? WHERE version_key = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(reason).bind(version).run();
}

struct Made {
    std::int64_t version;
    std::int64_t original;
    Digest const& original_dataset;
    std::int64_t at;
};

Result<void> note_transcoding(SqliteConnection& db, Made const& made) {
    auto statement = db.prepare(
        "INSERT INTO transcoding(version_key, original_dataset, original_key, transcoded_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET original_key = excluded.original_key, transcoded_at = excluded.transcoded_at,"
        " freeing = 0");
    if (!statement) return fail(statement.error());
    auto const& dataset = made.original_dataset.bytes();
    statement->bind(made.version).bind_blob(dataset.data(), dataset.size()).bind(made.original).bind(made.at);
    return statement->run();
}

// Whether a statement whose parameters are bound gives a row.
Result<bool> gives_row(Statement& statement) {
    auto const found = statement.step();
    return found ? Result<bool>{*found} : fail(found.error());
}

Result<bool> is_current(SqliteConnection& db, std::int64_t version) {
    auto statement = db.prepare(
        "SELECT 1 FROM version v LEFT JOIN instance i ON i.id = v.instance_key LEFT JOIN removed_instance r"
        " ON r.id = v.instance_key WHERE v.id = ? AND coalesce(i.version_key, r.version_key) = v.id");
    if (!statement) return fail(statement.error());
    statement->bind(version);
    return gives_row(*statement);
}

Result<void> mark_original(SqliteConnection& db, std::int64_t original, std::string_view change) {
    auto statement = db.prepare("UPDATE transcoding SET " + std::string{change} + " WHERE original_key = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(original).run();
}

// The blob of a version, which no other one of the instance has; nullopt when the version was purged meanwhile.
Result<std::optional<Transcodings::Freed>> blob_of(SqliteConnection& db, std::int64_t version) {
    auto statement = db.prepare(
        "SELECT coalesce(i.sop_instance_uid, r.sop_instance_uid), v.blob FROM version v LEFT JOIN instance i"
        " ON i.id = v.instance_key LEFT JOIN removed_instance r ON r.id = v.instance_key WHERE v.id = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(version).step();
    if (!found) return fail(found.error());
    if (!*found) return std::optional<Transcodings::Freed>{};
    auto instance = SOPInstanceUID::received(statement->text(0));
    if (!instance) return fail(ErrorCode::internal, "the index is damaged: an original has no instance");
    auto const blob = read_digest(*statement, 1);
    if (!blob) return fail(blob.error());
    return std::optional{Transcodings::Freed{*std::move(instance), *blob}};
}

Result<std::optional<Transcodings::Freed>> mark_for_freeing(SqliteConnection& db, std::int64_t original) {
    auto const current = is_current(db, original);
    if (!current) return fail(current.error());
    std::string_view const change =
        *current ? "original_key = NULL, freeing = 0" : "freeing = 1, transcoded_at = 0";  // next time it comes first
    if (auto marked = mark_original(db, original, change); !marked) return fail(marked.error());
    if (*current) return std::optional<Transcodings::Freed>{};
    return blob_of(db, original);
}

// What the change feed tells of the original is told of the version that has its content.
Result<void> hand_changes_on(SqliteConnection& db, std::int64_t original) {
    auto statement = db.prepare(
        "UPDATE change SET version_key = (SELECT max(version_key) FROM transcoding WHERE original_key = ?1)"
        " WHERE version_key = ?1");
    if (!statement) return fail(statement.error());
    return statement->bind(original).run();
}

Result<std::uint64_t> count(SqliteConnection& db, std::string_view sql, TransferSyntaxUID const& to) {
    auto statement = db.prepare(sql);
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(to.str()).bind(attempts_max).step();
    if (!found) return fail(found.error());
    return static_cast<std::uint64_t>(statement->integer(0));
}

Result<TranscodingCounts> read_counts(SqliteConnection& db, TransferSyntaxUID const& to) {
    auto const transcoded = db.integer("SELECT count(DISTINCT version_key) FROM transcoding");
    if (!transcoded) return fail(transcoded.error());
    auto const originals =
        db.integer("SELECT count(DISTINCT original_key) FROM transcoding WHERE original_key IS NOT NULL");
    if (!originals) return fail(originals.error());
    auto const waiting = count(db,
                               "SELECT count(*) FROM version v NOT INDEXED CROSS JOIN instance i NOT INDEXED"
                               " ON i.id = v.instance_key AND i.version_key = v.id WHERE" +
                                   std::string{to_be_tried},
                               to);
    if (!waiting) return fail(waiting.error());
    auto const refused = count(db,
                               "SELECT count(*) FROM transcoding_attempt WHERE transfer_syntax_uid = ?"
                               " AND (refusal IS NOT NULL OR attempts >= ?)",
                               to);
    if (!refused) return fail(refused.error());
    return TranscodingCounts{static_cast<std::uint64_t>(*transcoded), *waiting, *refused,
                             static_cast<std::uint64_t>(*originals)};
}

}  // namespace

Result<NativePage> SqliteTranscodings::native_versions(Range const& range, TransferSyntaxUID const& to) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    return read_page(**lease, range, to);
}

Result<void> SqliteTranscodings::begin_attempt(std::int64_t version, TransferSyntaxUID const& to) {
    return writer_.perform(
        [&](SqliteConnection& db, InstanceCommitter&) { return note_attempt(db, version, to.str()); });
}

Result<void> SqliteTranscodings::end_attempt(std::int64_t version, std::optional<std::string> const& refusal) {
    return writer_.perform([&](SqliteConnection& db, InstanceCommitter&) {
        return refusal ? note_refusal(db, version, *refusal) : forget_attempt(db, version);
    });
}

Result<bool> SqliteTranscodings::supersede(TranscodedRecord transcoded) {
    auto const at = transcoded.record.stored_at;
    auto const study = transcoded.record.study;
    auto const prepared = prepare_record(std::move(transcoded.record));
    bool superseded = false;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter& committer) -> Result<void> {
        auto const version = committer.replace(transcoded.original, prepared);
        if (!version) return fail(version.error());
        superseded = version->has_value();
        if (auto forgotten = forget_attempt(db, transcoded.original); !forgotten || !superseded) return forgotten;
        return note_transcoding(db, {**version, transcoded.original, transcoded.original_dataset, at});
    });
    stamps_.changed(study);
    return done ? Result<bool>{superseded} : fail(done.error());
}

Result<bool> SqliteTranscodings::is_original(SOPInstanceUID const& instance, Digest const& dataset) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    auto statement = (**lease).prepare(
        "SELECT 1 FROM instance i INDEXED BY instance_by_uid CROSS JOIN transcoding t ON t.version_key = i.version_key"
        " WHERE i.sop_instance_uid = ? AND t.original_dataset = ?");
    if (!statement) return fail(statement.error());
    statement->bind(instance.str()).bind_blob(dataset.bytes().data(), dataset.bytes().size());
    return gives_row(*statement);
}

Result<bool> SqliteTranscodings::is_named(SOPInstanceUID const& instance, Digest const& blob) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    auto statement = (**lease).prepare(
        "SELECT 1 FROM version WHERE blob = ?1 AND instance_key IN (SELECT id FROM instance WHERE sop_instance_uid = ?2"
        " UNION ALL SELECT id FROM removed_instance WHERE sop_instance_uid = ?2)");
    if (!statement) return fail(statement.error());
    statement->bind_blob(blob.bytes().data(), blob.bytes().size()).bind(instance.str());
    return gives_row(*statement);
}

Result<std::vector<SupersededOriginal>> SqliteTranscodings::originals(std::int64_t before, std::uint64_t limit) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    std::vector<SupersededOriginal> all;
    auto const read = for_each_row(
        **lease,
        "SELECT t.original_key, v.blob FROM transcoding t INDEXED BY transcoding_by_time CROSS JOIN version v"
        " ON v.id = t.version_key WHERE t.original_key IS NOT NULL AND t.transcoded_at < ?"
        " ORDER BY t.transcoded_at LIMIT ?",
        [&](Statement& statement) { statement.bind(before).bind(bounded(limit)); },
        [&](Statement& row) -> Result<void> {
            auto const blob = read_digest(row, 1);
            if (!blob) return fail(blob.error());
            all.push_back({row.integer(0), *blob});
            return {};
        });
    if (!read) return fail(read.error());
    return all;
}

Result<std::optional<Transcodings::Freed>> SqliteTranscodings::begin_freeing(std::int64_t original) {
    std::optional<Freed> freed;
    auto const done = writer_.perform([&](SqliteConnection& db, InstanceCommitter&) -> Result<void> {
        auto const marked = mark_for_freeing(db, original);
        if (!marked) return fail(marked.error());
        freed = *marked;
        return {};
    });
    return done ? Result<std::optional<Freed>>{freed} : fail(done.error());
}

Result<void> SqliteTranscodings::end_freeing(std::int64_t original) {
    return writer_.perform([&](SqliteConnection& db, InstanceCommitter& committer) -> Result<void> {
        if (auto handed = hand_changes_on(db, original); !handed) return handed;
        return committer.drop_version(original);
    });
}

Result<TranscodingCounts> SqliteTranscodings::counts(TransferSyntaxUID const& to) const {
    auto lease = readers_.lease();
    if (!lease) return fail(lease.error());
    return read_counts(**lease, to);
}

}  // namespace cassette
