#pragma once

#include "storage/reader_pool.h"
#include "storage/search_values.h"
#include "storage/sqlite_writer.h"

#include <mutex>

namespace cassette {

// SearchValues in the tables of the index. Borrows the writer and the readers.
class SqliteSearchValues final : public SearchValues {
public:
    SqliteSearchValues(SqliteWriter& writer, ReaderPool& readers, DeclaredAttributes declared)
        : writer_{writer},
          readers_{readers},
          declared_{std::make_shared<DeclaredAttributes const>(std::move(declared))} {}

    std::shared_ptr<DeclaredAttributes const> declared() const override;
    Result<void> declare(std::span<SearchAttribute const> custom) override;
    Result<UnfilledPage> unfilled(std::size_t count) const override;
    Result<void> fill(std::span<FilledVersion const> versions, std::int64_t next) override;
    Result<bool> delete_undeclared(std::size_t count) override;
    Result<FillProgress> progress() const override;

private:
    // Runs `work` in the writer's transaction, then tells everybody what is declared.
    Result<void> change(SqliteWriter::Work const& work);

    SqliteWriter& writer_;
    ReaderPool& readers_;
    mutable std::mutex mutex_;  // guards the pointer, whose list everybody who asked shares
    std::shared_ptr<DeclaredAttributes const> declared_;
};

}  // namespace cassette
