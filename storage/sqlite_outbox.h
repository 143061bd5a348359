#pragma once

#include "storage/arrivals.h"
#include "storage/outbox.h"
#include "storage/reader_pool.h"
#include "storage/sqlite_writer.h"

namespace cassette {

// Outbox in a table of the index. Borrows the writer and the readers.
class SqliteOutbox final : public Outbox {
public:
    SqliteOutbox(SqliteWriter& writer, ReaderPool& readers) : writer_{writer}, readers_{readers} {}

    Result<void> enqueue(NewTask const& task) override;
    Result<std::vector<OutboxTask>> claim(Claim const& claim) override;
    Result<bool> amend(OutboxTask const& task, std::string_view payload) override;
    Result<bool> complete(OutboxTask const& task) override;
    Result<bool> postpone(OutboxTask const& task, Postponement const& until) override;
    Result<std::uint64_t> release_all(std::string_view owner) override;
    Result<std::vector<OutboxTask>> list(TaskPage const& page) const override;
    Result<std::vector<TaskCount>> counts() const override;
    Result<std::uint64_t> hasten(TaskSelection const& selection, std::int64_t now) override;
    Result<std::vector<OutboxTask>> drop(TaskSelection const& selection) override;

private:
    SqliteWriter& writer_;
    ReaderPool& readers_;
};

// Arrivals in the change feed of the index. Borrows likewise.
class SqliteArrivals final : public Arrivals {
public:
    SqliteArrivals(SqliteWriter& writer, ReaderPool& readers) : writer_{writer}, readers_{readers} {}

    Result<std::optional<std::int64_t>> cursor() const override;
    Result<void> begin() override;
    Result<void> forget() override;
    Result<ArrivalPage> after(ChangeRange const& range) const override;
    Result<void> pass(std::span<NewTask const> tasks, std::int64_t cursor) override;

private:
    SqliteWriter& writer_;
    ReaderPool& readers_;
};

}  // namespace cassette
