#pragma once

#include "storage/reader_pool.h"
#include "storage/sqlite_writer.h"
#include "storage/study_stamps.h"
#include "storage/transcodings.h"

namespace cassette {

// Transcodings in the tables of the index. Borrows the writer, the readers and the stamps.
class SqliteTranscodings final : public Transcodings {
public:
    SqliteTranscodings(SqliteWriter& writer, ReaderPool& readers, StudyStamps& stamps)
        : writer_{writer}, readers_{readers}, stamps_{stamps} {}

    Result<NativePage> native_versions(Range const& range, TransferSyntaxUID const& to) const override;
    Result<void> begin_attempt(std::int64_t version, TransferSyntaxUID const& to) override;
    Result<void> end_attempt(std::int64_t version, std::optional<std::string> const& refusal) override;
    Result<bool> supersede(TranscodedRecord transcoded) override;
    Result<bool> is_original(SOPInstanceUID const& instance, Digest const& dataset) const override;
    Result<bool> is_named(SOPInstanceUID const& instance, Digest const& blob) const override;
    Result<std::vector<SupersededOriginal>> originals(std::int64_t before, std::uint64_t limit) const override;
    Result<std::optional<Freed>> begin_freeing(std::int64_t original) override;
    Result<void> end_freeing(std::int64_t original) override;
    Result<TranscodingCounts> counts(TransferSyntaxUID const& to) const override;

private:
    SqliteWriter& writer_;
    ReaderPool& readers_;
    StudyStamps& stamps_;
};

}  // namespace cassette
