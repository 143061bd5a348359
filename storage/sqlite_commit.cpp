#include "storage/sqlite_commit.h"

#include "storage/sqlite_rows.h"

namespace cassette {

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
    last_version_.reset();
    instances_added_ = versions_added_ = bytes_added_ = 0;
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

Result<Committed> InstanceCommitter::add(PreparedRecord const& prepared) {
    auto const place = parents_.place(prepared);
    if (!place) return fail(place.error());
    auto const version = next_version();
    if (!version) return fail(version.error());
    static std::string const sql = insert_sql(Level::instance, "series_key, version_key");
    auto statement = db_.prepare(sql);
    if (!statement) return fail(statement.error());
    statement->bind(place->series->id).bind(*version);
    bind_values(*statement, Level::instance, prepared.instance);
    if (auto done = statement->run(); !done) return fail(done.error());
    if (auto done = add_version(db_.last_insert_id(), prepared.record); !done) return fail(done.error());
    if (auto done = parents_.arrive(*place, prepared, 1); !done) return fail(done.error());
    ++instances_added_;
    return Committed::added;
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
    bool const moves = known.series != place->series->id;
    if (auto done = parents_.arrive(*place, prepared, moves ? 1 : 0); !done) return fail(done.error());
    if (moves) {
        if (auto done = parents_.leave(known.series, known.sop_class); !done) return fail(done.error());
    } else if (known.sop_class != prepared.record.sop_class.str()) {
        if (auto done = parents_.retire_class(*place->study, known.sop_class); !done) return fail(done.error());
    }
    return Committed::superseded;
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
    return known->has_value() ? recommit(**known, prepared, policy) : add(prepared);
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
