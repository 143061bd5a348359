#pragma once

#include "storage/index.h"
#include "storage/sqlite_parents.h"

#include <optional>

namespace cassette {

// The row work of one record: the writer's side of Index::commit. Call inside a transaction; after a rollback,
// `forget`.
class InstanceCommitter {
public:
    explicit InstanceCommitter(SqliteConnection& db) : db_{db}, parents_{db} {}

    // Once at the beginning of each transaction: drops what another connection may have made untrue.
    Result<void> begin();
    // As Index::commit. After ErrorCode::conflict nothing has changed; after other errors the transaction must roll
    // back.
    Result<Committed> commit(PreparedRecord const& prepared, OnDuplicate policy);
    // Once before each COMMIT: writes the totals.
    Result<void> finish();
    void forget();

private:
    struct Known {
        std::int64_t id;
        std::int64_t series;
        std::int64_t version;
        std::string sop_class;
    };
    Result<std::optional<Known>> find_instance(SOPInstanceUID const& uid);
    Result<std::optional<std::int64_t>> find_version(std::int64_t instance, Digest const& blob);
    Result<Committed> add(PreparedRecord const& prepared);
    Result<void> add_version(std::int64_t instance, InstanceRecord const& record);
    Result<Committed> recommit(Known const& known, PreparedRecord const& prepared, OnDuplicate policy);
    Result<Committed> supersede(Known const& known, PreparedRecord const& prepared, std::int64_t version);
    Result<std::int64_t> next_version();

    SqliteConnection& db_;
    ParentRows parents_;
    std::optional<std::int64_t> last_version_;  // the greatest version.id, once known
    std::int64_t data_version_ = -1;
    std::int64_t instances_added_ = 0, versions_added_ = 0, bytes_added_ = 0;
};

}  // namespace cassette
