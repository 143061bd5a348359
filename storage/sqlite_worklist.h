#pragma once

#include "storage/reader_pool.h"
#include "storage/sqlite_writer.h"
#include "storage/worklist.h"

namespace cassette {

// Worklist in the tables of the index. Borrows the writer and the readers.
class SqliteWorklist final : public Worklist {
public:
    SqliteWorklist(SqliteWriter& writer, ReaderPool& readers) : writer_{writer}, readers_{readers} {}

    Result<std::vector<Scheduled>> schedule(std::span<ScheduledStep const> steps) override;
    Result<std::uint64_t> unschedule(ScheduledStepKey const& key) override;
    Result<void> find(std::span<StepCondition const> conditions, StepSink const& sink) const override;
    Result<std::uint64_t> begin_performing(PerformedStep const& step, std::span<PerformedOf const> of) override;
    Result<void> change_performed(std::string const& sop_instance_uid, Change const& change) override;
    Result<PerformedStep> performed(std::string const& sop_instance_uid) const override;

private:
    SqliteWriter& writer_;
    ReaderPool& readers_;
};

}  // namespace cassette
