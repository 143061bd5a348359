#pragma once

#include "dicomweb/http/asynchronous.h"
#include "dicomweb/http/connection_registry.h"
#include "dicomweb/http/request_reader.h"
#include "dicomweb/http/response_writer.h"
#include "dicomweb/http/router.h"
#include "dicomweb/http/server.h"
#include "dicomweb/http/worker_pool.h"

#include <functional>
#include <string>

namespace cassette::http {

// What all connections of a server share.
struct Service {
    ServerSettings const& settings;
    Router const& router;
    ExchangeObserver const& observer;
    WorkerPool& workers;
    ConnectionRegistry& registry;
};

// Serves the requests of one accepted connection, in order, until either side closes it. Throws nothing of its own; what
// third-party code throws ends the connection and is told to the observer.
[[nodiscard]] Awaitable<void> serve_connection(Service& service, Socket socket);
// Answers 503 to whatever comes and closes: for connections beyond the limit.
[[nodiscard]] Awaitable<void> turn_away(Service& service, Socket socket);

// One connection. Its coroutine is the only one to touch it, except for the one worker that the coroutine waits for.
class Connection {
public:
    Connection(Service& service, Socket socket);

    Awaitable<void> run();
    Awaitable<void> turn_away();
    // Tells the observer about an exchange that ended by an exception.
    void report_exception(std::string_view type);

private:
    using Step = Result<ResponseWriter::Progress>;
    using Produce = std::function<Response()>;

    Awaitable<void> answer();
    Awaitable<void> answer_misrouted(Routed const& routed);
    Awaitable<void> upload(UploadHandler const& open, PathValues const& values);
    Awaitable<std::optional<Response>> receive_body(std::shared_ptr<BodySink> sink);
    Awaitable<bool> send_continue();

    // Sends a response that is at hand, without a worker.
    Awaitable<void> send_now(Response response);
    // Makes a response on a worker and sends it.
    Awaitable<void> send_from_worker(WorkerPool::Admission admission, Produce produce);
    enum class Sender { io_thread, worker };
    // `sender` goes on with what is not in memory.
    Awaitable<void> finish_sending(Step step, Sender sender);
    Step begin(Response response);
    Framing framing() const;

    // Answers and closes; status 0 has nobody to answer.
    Awaitable<void> refuse(unsigned status, std::string_view detail);
    // Reads a small body that nobody wants, so that the connection can go on; otherwise decides to close it.
    Awaitable<std::optional<Refusal>> discard_body();
    // The response will be the last of this connection, and bytes of the request may still come.
    void close_unread();
    void cut(Error const& error);
    void begin_exchange();
    void report();

    Request& request() { return reader_.head().request; }

    Service& service_;
    Socket socket_;
    ConnectionRegistry::Entry entry_;
    RequestReader reader_;
    ResponseWriter writer_;
    std::string remote_;
    bool persists_ = false;
    bool unread_ = false;
    std::chrono::steady_clock::time_point begun_;
    std::string error_;  // of this exchange, for the observer
};

}  // namespace cassette::http
