#include "storage/sqlite_commit.h"

#include "storage/sqlite_changes.h"
#include "storage/sqlite_rows.h"

#include <utility>

namespace cassette {

namespace {

RowKeys rows_of(Place const& place, std::int64_t instance) {
    return {place.study->patient, place.study->id, place.series->id, instance};
}

}  // namespace

Result<void> InstanceCommitter::begin() {
    // SQLite changes this number when another connection has written.
    auto const data_version = db_.integer("PRAGMA data_version");
    if (!data_version) return fail(data_version.error());
    if (*data_version != data_version_) forget();
    data_version_ = *data_version;
    parents_.forget_if_many();
    return {};
}

void InstanceCommitter::forget() {
    parents_.forget();
    parents_.forget_changes();
    item_values_.forget();
    last_version_.reset();
    last_instance_.reset();
    instances_added_ = versions_added_ = bytes_added_ = 0;
}

ItemValues& InstanceCommitter::item_values() {
    if (std::exchange(rows_removed_, parents_.rows_removed()) != parents_.rows_removed()) item_values_.forget_rows();
    return item_values_;
}

Result<std::optional<InstanceCommitter::Known>> InstanceCommitter::find_instance(SOPInstanceUID const& uid) {
    auto statement =
        db_.prepare("SELECT id, series_key, version_key, sop_class_uid FROM instance WHERE sop_instance_uid = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(uid.str()).step();
    if (!found) return fail(found.error());
    if (!*found) return std::optional<Known>{};
    return std::optional{
        Known{statement->integer(0), statement->integer(1), statement->integer(2), std::string{statement->text(3)}}};
}

Result<std::optional<std::int64_t>> InstanceCommitter::find_version(std::int64_t instance, Digest const& blob) {
    auto statement = db_.prepare("SELECT id FROM version WHERE instance_key = ? AND blob = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(instance).bind_blob(blob.bytes().data(), blob.bytes().size()).step();
    if (!found) return fail(found.error());
    if (!*found) return std::optional<std::int64_t>{};
    return std::optional{statement->integer(0)};
}

Result<std::int64_t> InstanceCommitter::next_version() {
    if (!last_version_) {
        auto const greatest = db_.integer("SELECT max(id) FROM version");
        if (!greatest) return fail(greatest.error());
        last_version_ = *greatest;
    }
    return *last_version_ + 1;
}

Result<void> InstanceCommitter::add_version(std::int64_t instance, InstanceRecord const& record) {
    auto const id = next_version();
    if (!id) return fail(id.error());
    auto version = db_.prepare(
        "INSERT INTO version(id, instance_key, blob, size, transfer_syntax_uid, stored_at, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!version) return fail(version.error());
    auto const size = static_cast<std::int64_t>(record.size);
    version->bind(*id).bind(instance).bind_blob(record.blob.bytes().data(), record.blob.bytes().size()).bind(size);
    version->bind(record.transfer_syntax.str()).bind(record.stored_at).bind(record.source);
    if (auto done = version->run(); !done) return done;
    auto derived = db_.prepare(
        "INSERT INTO derived(version_key, layout, metadata, metadata_crc32, metadata_length) VALUES (?, ?, ?, ?, ?)");
    if (!derived) return fail(derived.error());
    auto const& metadata = record.metadata;
    derived->bind(*id).bind_blob(record.layout.data(), record.layout.size());
    derived->bind_blob(metadata.deflated.data(), metadata.deflated.size());
    derived->bind(std::int64_t{metadata.crc32}).bind(static_cast<std::int64_t>(metadata.length));
    if (auto done = derived->run(); !done) return done;
    last_version_ = *id;
    ++versions_added_;
    bytes_added_ += size;
    return {};
}

// The id of a removed instance still names its versions, so it is never given again.
Result<std::int64_t> InstanceCommitter::next_instance() {
    if (!last_instance_) {
        auto const greatest = db_.integer(
            "SELECT max(coalesce((SELECT max(id) FROM instance), 0), coalesce((SELECT max(id) FROM removed_instance), "
            "0))");
        if (!greatest) return fail(greatest.error());
        last_instance_ = *greatest;
    }
    return *last_instance_ + 1;
}

Result<void> InstanceCommitter::insert_instance(std::int64_t id, PreparedRecord const& prepared, std::int64_t version) {
    auto const place = parents_.place(prepared);
    if (!place) return fail(place.error());
    static std::string const sql = insert_sql(Level::instance, "id, series_key, version_key");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(id).bind(place->series->id).bind(version);
    bind_values(*statement, Level::instance, prepared.instance);
    if (auto done = statement->run(); !done) return done;
    ++instances_added_;
    auto const values = item_values().arrive(rows_of(*place, id), prepared.record.searched);
    return values ? parents_.arrive(*place, prepared, 1) : values;
}

Result<Committed> InstanceCommitter::add(PreparedRecord const& prepared) {
    auto const version = next_version();
    if (!version) return fail(version.error());
    auto const id = next_instance();
    if (!id) return fail(id.error());
    if (auto done = insert_instance(*id, prepared, *version); !done) return fail(done.error());
    last_instance_ = *id;
    if (auto done = add_version(*id, prepared.record); !done) return fail(done.error());
    auto const noted = note_version(db_, ChangeKind::stored, *version, prepared.record.stored_at);
    return noted ? Result<Committed>{Committed::added} : fail(noted.error());
}

// The instance row takes all values of the record, absent ones too, and follows it to its series.
Result<Committed> InstanceCommitter::supersede(Known const& known, PreparedRecord const& prepared,
                                               std::int64_t version) {
    auto const place = parents_.place(prepared);
    if (!place) return fail(place.error());
    static std::string const sql = update_sql(Level::instance, "series_key, version_key");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(place->series->id).bind(version);
    bind_values(*statement, Level::instance, prepared.instance);
    statement->bind(known.id);
    if (auto done = statement->run(); !done) return fail(done.error());
    auto const values = item_values().replace(rows_of(*place, known.id), prepared.record.searched);
    if (!values) return fail(values.error());
    bool const moves = known.series != place->series->id;
    if (auto done = parents_.arrive(*place, prepared, moves ? 1 : 0); !done) return fail(done.error());
    if (moves) {
        if (auto done = parents_.leave(known.series, known.sop_class); !done) return fail(done.error());
    } else if (known.sop_class != prepared.record.sop_class.str()) {
        if (auto done = parents_.retire_class(*place->study, known.sop_class); !done) return fail(done.error());
    }
    auto const noted = note_version(db_, ChangeKind::superseded, version, prepared.record.stored_at);
    return noted ? Result<Committed>{Committed::superseded} : fail(noted.error());
}

Result<Committed> InstanceCommitter::recommit(Known const& known, PreparedRecord const& prepared, OnDuplicate policy) {
    auto const& record = prepared.record;
    auto const recorded = find_version(known.id, record.blob);
    if (!recorded) return fail(recorded.error());
    if (recorded->has_value()) {
        bool const bring_back = policy == OnDuplicate::supersede && **recorded != known.version;
        return bring_back ? supersede(known, prepared, **recorded) : Committed::unchanged;
    }
    if (policy == OnDuplicate::reject)
        return fail(ErrorCode::conflict, "other content is stored under SOP Instance UID " + record.instance.str());
    auto const version = next_version();
    if (!version) return fail(version.error());
    if (auto done = add_version(known.id, record); !done) return fail(done.error());
    if (policy == OnDuplicate::keep_first) return Committed::kept_first;
    return supersede(known, prepared, *version);
}

Result<Committed> InstanceCommitter::commit(PreparedRecord const& prepared, OnDuplicate policy) {
    auto const known = find_instance(prepared.record.instance);
    if (!known) return fail(known.error());
    if (known->has_value()) return recommit(**known, prepared, policy);
    auto const removed = find_removed(prepared.record.instance);
    if (!removed) return fail(removed.error());
    if (!removed->has_value()) return add(prepared);
    // Storing what was deleted brings it back; what was about to be purged is gone and begins anew.
    auto const ended = (*removed)->purging ? purge(prepared.record.instance, prepared.record.stored_at)
                                           : bring_back(**removed, prepared, prepared.record.stored_at);
    if (!ended) return fail(ended.error());
    return (*removed)->purging ? add(prepared) : Result<Committed>{Committed::added};
}

// ---- versions ---------------------------------------------------------------------------------------------------------

Result<std::optional<std::int64_t>> InstanceCommitter::replace(std::int64_t version, PreparedRecord const& prepared) {
    auto const& record = prepared.record;
    auto const known = find_instance(record.instance);
    if (!known) return fail(known.error());
    if (!*known || (*known)->version != version) return std::optional<std::int64_t>{};
    auto const recorded = find_version((*known)->id, record.blob);
    if (!recorded) return fail(recorded.error());
    auto const next = *recorded ? Result<std::int64_t>{**recorded} : next_version();
    if (!next) return fail(next.error());
    if (!*recorded)
        if (auto done = add_version((*known)->id, record); !done) return fail(done.error());
    static std::string const sql = update_sql(Level::instance, "version_key");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(*next);
    bind_values(*statement, Level::instance, prepared.instance);
    if (auto done = statement->bind((*known)->id).run(); !done) return fail(done.error());
    auto const noted = note_version(db_, ChangeKind::transcoded, *next, record.stored_at);
    return noted ? Result<std::optional<std::int64_t>>{*next} : fail(noted.error());
}

Result<void> InstanceCommitter::drop_version(std::int64_t version) {
    auto derived = db_.prepare("DELETE FROM derived WHERE version_key = ?");
    if (!derived) return fail(derived.error());
    if (auto done = derived->bind(version).run(); !done) return done;
    auto dropped = db_.prepare("DELETE FROM version WHERE id = ? RETURNING size");
    if (!dropped) return fail(dropped.error());
    auto const row = dropped->bind(version).step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    --versions_added_;
    bytes_added_ -= dropped->integer(0);
    return dropped->run();
}

// ---- removed instances ----------------------------------------------------------------------------------------------

Result<std::optional<InstanceCommitter::Removed>> InstanceCommitter::find_removed(SOPInstanceUID const& uid) {
    auto statement = db_.prepare("SELECT id, purging FROM removed_instance WHERE sop_instance_uid = ?");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(uid.str()).step();
    if (!found) return fail(found.error());
    if (!*found) return std::optional<Removed>{};
    return std::optional{Removed{statement->integer(0), statement->integer(1) != 0}};
}

Result<void> InstanceCommitter::take_out(InstanceRow const& instance) {
    {
        auto statement = db_.prepare("DELETE FROM instance WHERE id = ?");
        if (!statement) return fail(statement.error());
        if (auto done = statement->bind(instance.id).run(); !done) return done;
    }
    --instances_added_;
    return parents_.leave(instance.series, instance.sop_class);
}

Result<void> InstanceCommitter::bring_back(Removed const& removed, PreparedRecord const& prepared, std::int64_t at) {
    auto const& record = prepared.record;
    auto const recorded = find_version(removed.id, record.blob);
    if (!recorded) return fail(recorded.error());
    auto const version = *recorded ? Result<std::int64_t>{**recorded} : next_version();
    if (!version) return fail(version.error());
    if (!*recorded)
        if (auto done = add_version(removed.id, record); !done) return done;
    auto statement = db_.prepare("DELETE FROM removed_instance WHERE id = ?");
    if (!statement) return fail(statement.error());
    if (auto done = statement->bind(removed.id).run(); !done) return done;
    if (auto done = insert_instance(removed.id, prepared, *version); !done) return done;
    if (!*recorded) return note_version(db_, ChangeKind::stored, *version, at);
    return note_change(db_, {0, ChangeKind::restored, at, record.study, record.series, record.instance});
}

Result<void> InstanceCommitter::restore(PreparedRecord const& prepared, std::int64_t at) {
    auto const removed = find_removed(prepared.record.instance);
    if (!removed) return fail(removed.error());
    if (!*removed || (*removed)->purging) return fail(ErrorCode::not_found, "the instance is not deleted");
    return bring_back(**removed, prepared, at);
}

Result<void> InstanceCommitter::purge(SOPInstanceUID const& uid, std::int64_t at) {
    auto statement = db_.prepare(
        "DELETE FROM removed_instance WHERE sop_instance_uid = ? RETURNING id, study_instance_uid, "
        "series_instance_uid");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(uid.str()).step();
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::not_found, "the instance is not deleted");
    auto const id = statement->integer(0);
    auto study = StudyInstanceUID::received(statement->text(1));
    auto series = SeriesInstanceUID::received(statement->text(2));
    if (auto done = statement->run(); !done) return done;
    if (!study || !series) return fail(ErrorCode::internal, "the index is damaged: a removed instance has no place");
    if (auto done = drop_versions(id); !done) return done;
    return note_change(db_, {0, ChangeKind::purged, at, *std::move(study), *std::move(series), uid});
}

Result<void> InstanceCommitter::drop_versions(std::int64_t instance) {
    if (auto done = forget_versions_of(db_, instance); !done) return done;
    auto derived =
        db_.prepare("DELETE FROM derived WHERE version_key IN (SELECT id FROM version WHERE instance_key = ?)");
    if (!derived) return fail(derived.error());
    if (auto done = derived->bind(instance).run(); !done) return done;
    auto dropped = db_.prepare("DELETE FROM version WHERE instance_key = ? RETURNING size");
    if (!dropped) return fail(dropped.error());
    dropped->bind(instance);
    for (auto row = dropped->step();; row = dropped->step()) {
        if (!row) return fail(row.error());
        if (!*row) return {};
        --versions_added_;
        bytes_added_ -= dropped->integer(0);
    }
}

Result<void> InstanceCommitter::finish() {
    auto const& changes = parents_.changes();
    auto statement = db_.prepare(
        "UPDATE total SET patients = patients + ?, studies = studies + ?, series = series + ?,"
        " instances = instances + ?, versions = versions + ?, bytes = bytes + ?");
    if (!statement) return fail(statement.error());
    statement->bind(changes.patients).bind(changes.studies).bind(changes.series);
    statement->bind(instances_added_).bind(versions_added_).bind(bytes_added_);
    if (auto done = statement->run(); !done) return done;
    parents_.forget_changes();
    instances_added_ = versions_added_ = bytes_added_ = 0;
    return {};
}

}  // namespace cassette
