#pragma once

#include "storage/index.h"
#include "storage/item_values.h"
#include "storage/sqlite_parents.h"

#include <optional>

namespace cassette {

// The row work of one record: the writer's side of Index::commit. Call inside a transaction; after a rollback,
// `forget`.
class InstanceCommitter {
public:
    explicit InstanceCommitter(SqliteConnection& db) : db_{db}, parents_{db}, item_values_{db} {}

    // Once at the beginning of each transaction: drops what another connection may have made untrue.
    Result<void> begin();
    // As Index::commit. After ErrorCode::conflict nothing has changed; after other errors the transaction must roll
    // back.
    Result<Committed> commit(PreparedRecord const& prepared, OnDuplicate policy);
    // Once before each COMMIT: writes the totals.
    Result<void> finish();
    void forget();

    // An instance that is, or was before its removal, a row.
    struct InstanceRow {
        std::int64_t id;
        std::int64_t series;
        std::string sop_class;
    };
    // Takes the row of an instance out, and the rows above that lose their last one. Its versions stay.
    Result<void> take_out(InstanceRow const& instance);
    // Makes a removed instance visible again, with the record as its current version. ErrorCode::not_found.
    Result<void> restore(PreparedRecord const& prepared, std::int64_t at);
    // Ends a removed instance: its versions and what is told of them go. ErrorCode::not_found.
    Result<void> purge(SOPInstanceUID const& uid, std::int64_t at);
    // Makes the record, of the same content, the current version of its instance, if the one with that key still is; the
    // rows above are not touched. The new version's key, nullopt otherwise.
    Result<std::optional<std::int64_t>> replace(std::int64_t version, PreparedRecord const& prepared);
    // Ends one version, which is not current.
    Result<void> drop_version(std::int64_t version);
    // The values of search attributes, coherent with the rows.
    ItemValues& item_values();

private:
    struct Known {
        std::int64_t id;
        std::int64_t series;
        std::int64_t version;
        std::string sop_class;
    };
    Result<std::optional<Known>> find_instance(SOPInstanceUID const& uid);
    struct Removed {
        std::int64_t id;
        bool purging;
    };
    Result<std::optional<Removed>> find_removed(SOPInstanceUID const& uid);
    Result<void> drop_versions(std::int64_t instance);
    Result<void> bring_back(Removed const& removed, PreparedRecord const& prepared, std::int64_t at);
    Result<std::optional<std::int64_t>> find_version(std::int64_t instance, Digest const& blob);
    Result<Committed> add(PreparedRecord const& prepared);
    Result<void> add_version(std::int64_t instance, InstanceRecord const& record);
    Result<Committed> recommit(Known const& known, PreparedRecord const& prepared, OnDuplicate policy);
    Result<Committed> supersede(Known const& known, PreparedRecord const& prepared, std::int64_t version);
    Result<std::int64_t> next_version();
    Result<std::int64_t> next_instance();
    Result<void> insert_instance(std::int64_t id, PreparedRecord const& prepared, std::int64_t version);

    SqliteConnection& db_;
    ParentRows parents_;
    ItemValues item_values_;
    std::uint64_t rows_removed_ = 0;             // of parents_, when item_values_ was last used
    std::optional<std::int64_t> last_version_;   // the greatest version.id, once known
    std::optional<std::int64_t> last_instance_;  // the greatest id of an instance, removed ones too, once known
    std::int64_t data_version_ = -1;
    std::int64_t instances_added_ = 0, versions_added_ = 0, bytes_added_ = 0;
};

}  // namespace cassette
