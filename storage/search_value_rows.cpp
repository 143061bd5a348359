#include "storage/search_value_rows.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cassette {

namespace {

Failure damaged() { return fail(ErrorCode::internal, "the index is damaged: a search attribute is none"); }

Result<DeclaredAttribute> attribute_in(Statement& row) {
    auto path = parse_path(row.text(2));
    std::string vr{row.text(4)};
    auto const matching = matching_of_vr(vr);
    auto const level = row.integer(5);
    if (!path || !matching || level < 0 || level > static_cast<int>(Level::instance)) return damaged();
    SearchAttribute attribute{std::string{row.text(1)},
                              std::move(path->sequences),
                              path->tag,
                              std::string{row.text(3)},
                              std::move(vr),
                              static_cast<Level>(level),
                              *matching};
    return DeclaredAttribute{row.integer(0), std::move(attribute), row.integer(6)};
}

bool is_built_in(SearchAttribute const& attribute) {
    return std::ranges::any_of(built_in_search_attributes(),
                               [&](SearchAttribute const& known) { return same_attribute(known, attribute); });
}

// Nothing is stored yet: nothing is to be filled.
Result<void> add_attribute(SqliteConnection& db, SearchAttribute const& attribute) {
    auto statement = db.prepare(
        "INSERT INTO search_attribute(name, path, private_creator, vr, level, unfilled_from, unfilled_at_first)"
        " SELECT ?, ?, ?, ?, ?, greatest, greatest FROM (SELECT coalesce(max(id), 0) AS greatest FROM version)");
    if (!statement) return fail(statement.error());
    auto const path = path_text(attribute.sequences, attribute.tag);
    statement->bind(attribute.name).bind(path).bind(attribute.private_creator).bind(attribute.vr);
    return statement->bind(static_cast<std::int64_t>(attribute.level)).run();
}

Result<void> name_attribute(SqliteConnection& db, std::int64_t id, std::string const& name) {
    auto statement = db.prepare("UPDATE search_attribute SET name = ? WHERE id = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(name).bind(id).run();
}

Result<void> remove_attribute(SqliteConnection& db, std::int64_t id) {
    auto statement = db.prepare("UPDATE search_attribute SET removed = 1, unfilled_from = 0 WHERE id = ?");
    if (!statement) return fail(statement.error());
    return statement->bind(id).run();
}

Result<void> add_missing(SqliteConnection& db, DeclaredAttributes const& declared,
                         std::span<SearchAttribute const> wanted) {
    for (auto const& attribute : wanted) {
        auto const there = std::ranges::find_if(
            declared, [&](DeclaredAttribute const& known) { return same_attribute(known.attribute, attribute); });
        bool const is_new = there == declared.end();
        bool const renamed = !is_new && there->attribute.name != attribute.name;
        if (is_new)
            if (auto done = add_attribute(db, attribute); !done) return done;
        if (renamed)
            if (auto done = name_attribute(db, there->id, attribute.name); !done) return done;
    }
    return {};
}

// The rows of the instance whose current version this is; nullopt when it is nobody's any more.
Result<std::optional<RowKeys>> rows_of(SqliteConnection& db, std::int64_t version) {
    auto statement = db.prepare(
        "SELECT s.patient_key, s.id, e.id, i.id FROM version v CROSS JOIN instance i ON i.id = v.instance_key"
        " CROSS JOIN series e ON e.id = i.series_key CROSS JOIN study s ON s.id = e.study_key"
        " WHERE v.id = ? AND i.version_key = v.id");
    if (!statement) return fail(statement.error());
    auto const found = statement->bind(version).step();
    if (!found) return fail(found.error());
    if (!*found) return std::optional<RowKeys>{};
    return std::optional{
        RowKeys{statement->integer(0), statement->integer(1), statement->integer(2), statement->integer(3)}};
}

}  // namespace

Result<DeclaredAttributes> read_declared(SqliteConnection& db) {
    DeclaredAttributes declared;
    auto const read = for_each_row(
        db,
        "SELECT id, name, path, private_creator, vr, level, unfilled_from FROM search_attribute WHERE removed = 0"
        " ORDER BY id",
        [](Statement&) {},
        [&](Statement& row) -> Result<void> {
            auto attribute = attribute_in(row);
            if (!attribute) return fail(attribute.error());
            declared.push_back(std::move(*attribute));
            return {};
        });
    if (!read) return fail(read.error());
    return declared;
}

Result<void> declare_attributes(SqliteConnection& db, std::optional<std::span<SearchAttribute const>> custom) {
    auto const declared = read_declared(db);
    if (!declared) return fail(declared.error());
    if (auto done = add_missing(db, *declared, built_in_search_attributes()); !done) return done;
    if (!custom) return {};
    if (auto done = add_missing(db, *declared, *custom); !done) return done;
    for (auto const& known : *declared) {
        auto const same = [&](SearchAttribute const& wanted) { return same_attribute(wanted, known.attribute); };
        if (is_built_in(known.attribute) || std::ranges::any_of(*custom, same)) continue;
        if (auto done = remove_attribute(db, known.id); !done) return done;
    }
    return {};
}

Result<UnfilledPage> read_unfilled(SqliteConnection& db, std::size_t count) {
    auto const from = db.integer("SELECT coalesce(max(unfilled_from), 0) FROM search_attribute WHERE removed = 0");
    if (!from) return fail(from.error());
    UnfilledPage page;
    auto const read = for_each_row(
        db,
        "SELECT v.id, d.metadata, d.metadata_crc32, d.metadata_length FROM version v NOT INDEXED"
        " CROSS JOIN instance i NOT INDEXED ON i.id = v.instance_key CROSS JOIN derived d ON d.version_key = v.id"
        " WHERE v.id <= ? AND i.version_key = v.id ORDER BY v.id DESC LIMIT ?",
        [&](Statement& statement) { statement.bind(*from).bind(static_cast<std::int64_t>(count)); },
        [&](Statement& row) {
            DeflatedText metadata{std::string{row.blob(1)}, static_cast<std::uint32_t>(row.integer(2)),
                                  static_cast<std::uint64_t>(row.integer(3))};
            page.versions.push_back({row.integer(0), std::move(metadata)});
            return Result<void>{};
        });
    if (!read) return fail(read.error());
    page.next = page.versions.size() < count ? 0 : page.versions.back().version - 1;
    return page;
}

Result<void> fill_versions(SqliteConnection& db, ItemValues& values, std::span<FilledVersion const> versions) {
    for (auto const& filled : versions) {
        if (filled.values.empty()) continue;
        auto const rows = rows_of(db, filled.version);
        if (!rows) return fail(rows.error());
        if (!rows->has_value()) continue;
        if (auto done = values.fill(**rows, filled.values); !done) return done;
    }
    return {};
}

Result<void> note_filled(SqliteConnection& db, std::int64_t next) {
    auto statement =
        db.prepare("UPDATE search_attribute SET unfilled_from = ? WHERE unfilled_from > ? AND removed = 0");
    if (!statement) return fail(statement.error());
    return statement->bind(next).bind(next).run();
}

Result<bool> delete_undeclared_values(SqliteConnection& db, std::size_t count) {
    auto const limit = static_cast<std::int64_t>(count);
    auto const attribute = db.integer("SELECT coalesce(min(id), 0) FROM search_attribute WHERE removed = 1");
    if (!attribute) return fail(attribute.error());
    if (*attribute == 0) return false;
    auto values = db.prepare(
        "DELETE FROM search_value WHERE (attribute, row, item, value) IN"
        " (SELECT attribute, row, item, value FROM search_value WHERE attribute = ? LIMIT ?)");
    if (!values) return fail(values.error());
    if (auto done = values->bind(*attribute).bind(limit).run(); !done) return fail(done.error());
    auto gone = db.prepare(
        "DELETE FROM search_attribute WHERE id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM search_value WHERE attribute = ?1)");
    if (!gone) return fail(gone.error());
    if (auto done = gone->bind(*attribute).run(); !done) return fail(done.error());
    return true;
}

Result<FillProgress> read_fill_progress(SqliteConnection& db) {
    auto statement = db.prepare(
        "SELECT count(*) FILTER (WHERE unfilled_from > 0),"
        " coalesce(max(unfilled_from), 0), coalesce(max(unfilled_at_first) FILTER (WHERE unfilled_from > 0), 0),"
        " count(*) FILTER (WHERE removed = 1) FROM search_attribute");
    if (!statement) return fail(statement.error());
    auto const found = statement->step();
    if (!found) return fail(found.error());
    auto const number = [&](int column) { return static_cast<std::uint64_t>(statement->integer(column)); };
    return FillProgress{number(0), number(1), number(2), number(3)};
}

}  // namespace cassette
