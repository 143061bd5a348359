#include "dicomweb/http/connection.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/http/run_blocking.h"

#include <algorithm>
#include <memory>
#include <span>

namespace cassette::http {

namespace {

constexpr std::size_t piece_bytes = 512 * 1024;

// Room for a piece of a body on its way to the sink.
class PieceBuffer {
public:
    explicit PieceBuffer(std::size_t size) : bytes_{std::make_unique_for_overwrite<std::byte[]>(size)}, size_{size} {}

    std::span<std::byte> free() { return {bytes_.get() + filled_, size_ - filled_}; }
    void fill(std::size_t bytes) { filled_ += bytes; }
    std::span<std::byte const> filled() const { return {bytes_.get(), filled_}; }
    bool worth_writing() const { return filled_ >= RequestReader::enough || filled_ == size_; }
    void clear() { filled_ = 0; }

private:
    std::unique_ptr<std::byte[]> bytes_;
    std::size_t size_;
    std::size_t filled_ = 0;
};

// A small body gets a small buffer.
std::size_t piece_size(RequestHead const& head) {
    if (head.chunked) return piece_bytes;
    return static_cast<std::size_t>(std::clamp<std::uint64_t>(head.content_length, 1, piece_bytes));
}

}  // namespace

Awaitable<void> Connection::upload(UploadHandler const& open, PathValues const& values) {
    auto work = [this, &open, &values] { return open(request(), values); };
    auto opened = co_await run_blocking(service_.workers, WorkerPool::Admission::request, std::move(work));
    if (!opened) {
        auto refusal = co_await discard_body();
        if (refusal) co_return co_await refuse(refusal->status, refusal->detail);
        co_return co_await send_now(problem(request(), opened.error()));
    }
    // The second owner is the job that writes to it.
    std::shared_ptr<BodySink> sink = std::move(*opened);
    bool told = co_await send_continue();
    if (!told) co_return co_await refuse(0, "the peer closed the connection");
    auto failed = co_await receive_body(sink);
    // A sink ends on a worker, as it lived: it may have a temporary file to remove.
    auto produce = [&sink, &failed] {
        auto response = failed ? std::move(*failed) : sink->finish();
        sink.reset();
        return response;
    };
    bool gone = failed && failed->status == 0;
    if (!gone) co_return co_await send_from_worker(WorkerPool::Admission::continuation, std::move(produce));
    error_ = failed->error;
    auto drop = [&sink]() -> Result<void> {
        sink.reset();
        return {};
    };
    auto dropped = co_await run_blocking(service_.workers, WorkerPool::Admission::continuation, std::move(drop));
    if (!dropped) error_ = dropped.error().detail;
}

// Reads one piece while a worker writes the one before. The answer to give when that fails, with status 0 when there is
// nobody to give it to; nullopt when the sink has it all.
Awaitable<std::optional<Response>> Connection::receive_body(std::shared_ptr<BodySink> sink) {
    using enum RequestReader::Patience;
    auto const size = piece_size(reader_.head());
    // The second owner is the job that writes from it.
    auto reading = std::make_shared<PieceBuffer>(size);
    auto spare = std::make_shared<PieceBuffer>(size > RequestReader::enough ? size : 1);
    SharedOutcome<Result<void>> writing;
    while (!reader_.body_done() || writing || !reading->filled().empty()) {
        // Never waits for the peer while the sink is busy: what the sink says comes first.
        auto read = co_await reader_.read_body(reading->free(), writing ? no_wait : wait);
        reading->fill(read.bytes);
        if (writing) {
            auto wrote = co_await wait_for(std::move(writing));
            writing = nullptr;
            if (!wrote) {
                if (!reader_.body_done()) close_unread();
                co_return problem(request(), wrote.error());
            }
        }
        if (read.refusal) {
            close_unread();
            co_return problem(request(), read.refusal->status, read.refusal->detail);
        }
        bool write = reading->worth_writing() || (reader_.body_done() && !reading->filled().empty());
        if (!write) continue;
        auto work = [sink, reading] { return sink->write(reading->filled()); };
        writing = start_blocking(service_.workers, WorkerPool::Admission::continuation, std::move(work));
        std::swap(reading, spare);
        reading->clear();
    }
    co_return std::nullopt;
}

}  // namespace cassette::http
