#include "dicomweb/http/server.h"

#include "dicomweb/http/asynchronous.h"
#include "dicomweb/http/block_sigpipe.h"
#include "dicomweb/http/connection.h"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace cassette::http {

namespace {

namespace asio = boost::asio;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

// Connections beyond the limit that are being told so; more than these are closed without a word.
constexpr std::size_t turned_away_max = 64;
// Out of descriptors or memory: accepting again at once would spin.
constexpr auto accept_pause = std::chrono::milliseconds{50};

int threads_or(int configured, unsigned otherwise) {
    return configured > 0 ? configured : static_cast<int>(std::max(1U, otherwise));
}

Failure unavailable(ServerSettings const& settings, std::string const& reason) {
    return fail(ErrorCode::unavailable,
                "HTTP " + settings.host + " port " + std::to_string(settings.port) + ": " + reason);
}

// A reactor with the one thread that runs it. A connection stays with its loop, so that going on costs no other thread.
struct Loop {
    asio::io_context io{1};
    asio::executor_work_guard<Executor> work{io.get_executor()};
    std::atomic<std::size_t> connections{0};
    std::thread thread;
};
using Loops = std::vector<std::unique_ptr<Loop>>;

Loops make_loops(int count) {
    Loops loops;
    for (int i = 0; i < count; ++i) loops.push_back(std::make_unique<Loop>());
    return loops;
}

class ListeningServer final : public Server {
public:
    ListeningServer(ServerSettings settings, Router const& router, ExchangeObserver observer)
        : settings_{std::move(settings)},
          router_{router},
          observer_{std::move(observer)},
          workers_{threads_or(settings_.worker_threads, 2 * std::thread::hardware_concurrency()),
                   settings_.worker_queue_max},
          loops_{make_loops(threads_or(settings_.io_threads, std::thread::hardware_concurrency()))} {}

    ~ListeningServer() override { stop(std::chrono::seconds{0}); }

    Result<void> listen();
    void start();
    std::uint16_t port() const override { return port_; }
    void stop(std::chrono::seconds grace) override;

private:
    Result<asio::ip::tcp::endpoint> endpoint();
    Awaitable<void> accept();
    void serve(Socket socket, Loop& loop);
    Loop& least_busy();
    void tell(std::exception_ptr const& failure);

    ServerSettings const settings_;
    Router const& router_;
    ExchangeObserver const observer_;
    WorkerPool workers_;
    ConnectionRegistry registry_;
    Service service_{settings_, router_, observer_, workers_, registry_};
    Loops loops_;
    asio::io_context& accepting_{loops_.front()->io};
    Acceptor acceptor_{accepting_};
    std::uint16_t port_ = 0;
    std::atomic<std::size_t> connections_{0};
    std::atomic<std::size_t> turned_away_{0};
    std::atomic<bool> stopping_{false};
    std::mutex stop_mutex_;
};

Result<asio::ip::tcp::endpoint> ListeningServer::endpoint() {
    auto host = settings_.host;
    bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    boost::system::error_code code;
    auto address = asio::ip::make_address(host, code);
    if (!code) return asio::ip::tcp::endpoint{address, settings_.port};
    asio::ip::basic_resolver<asio::ip::tcp, Executor> resolver{accepting_};
    auto found = resolver.resolve(host, std::to_string(settings_.port), asio::ip::resolver_base::passive, code);
    if (code || found.empty()) return unavailable(settings_, "not the name of an address");
    return found.begin()->endpoint();
}

Result<void> ListeningServer::listen() {
    auto local = endpoint();
    if (!local) return fail(local.error());
    boost::system::error_code code;
    acceptor_.open(local->protocol(), code);
    if (!code) acceptor_.set_option(Acceptor::reuse_address(true), code);
    if (!code) acceptor_.bind(*local, code);
    if (!code) acceptor_.listen(asio::socket_base::max_listen_connections, code);
    if (code) return unavailable(settings_, code.message());
    port_ = acceptor_.local_endpoint(code).port();
    if (code) return unavailable(settings_, code.message());
    return {};
}

void ListeningServer::start() {
    auto finished = [this](std::exception_ptr failure) { tell(failure); };
    asio::co_spawn(accepting_, accept(), std::move(finished));
    for (auto& loop : loops_) {
        loop->thread = std::thread{[&io = loop->io] {
            block_sigpipe();
            io.run();
        }};
    }
}

Awaitable<void> ListeningServer::accept() {
    while (!stopping_) {
        boost::system::error_code code;
        auto token = asio::redirect_error(awaiting, code);
        auto& loop = least_busy();
        auto socket = co_await acceptor_.async_accept(loop.io, token);
        if (stopping_) co_return;
        if (!code) {
            serve(std::move(socket), loop);
            continue;
        }
        Timer pause{accepting_, accept_pause};
        co_await pause.async_wait(token);
    }
}

Loop& ListeningServer::least_busy() {
    auto const fewer = [](auto const& a, auto const& b) { return a->connections < b->connections; };
    return **std::min_element(loops_.begin(), loops_.end(), fewer);
}

void ListeningServer::serve(Socket socket, Loop& loop) {
    boost::system::error_code code;
    socket.set_option(asio::ip::tcp::no_delay(true), code);
    if (!code) socket.native_non_blocking(true, code);
    if (code) return;
    bool beyond = connections_ >= settings_.connections_max;
    if (beyond && turned_away_ >= turned_away_max) return;
    auto& count = beyond ? turned_away_ : connections_;
    ++count;
    ++loop.connections;
    auto finished = [this, &count, &loop](std::exception_ptr failure) {
        --count;
        --loop.connections;
        tell(failure);
    };
    auto connection = beyond ? turn_away(service_, std::move(socket)) : serve_connection(service_, std::move(socket));
    asio::co_spawn(loop.io, std::move(connection), std::move(finished));
}

// The coroutines catch for themselves; what arrives here failed before or after that.
void ListeningServer::tell(std::exception_ptr const& failure) {
    if (!failure || !observer_) return;
    Exchange exchange{};
    exchange.method = "-";
    exchange.error = "a coroutine of the server ended by an exception";
    observer_(exchange);
}

void ListeningServer::stop(std::chrono::seconds grace) {
    std::lock_guard lock{stop_mutex_};
    stopping_ = true;
    // Wakes the accepting coroutine, from whichever thread this is; closing the acceptor would race with it.
    if (acceptor_.is_open()) ::shutdown(acceptor_.native_handle(), SHUT_RDWR);
    registry_.close_idle();
    if (!registry_.wait_until_empty(grace)) registry_.cut_all();
    registry_.wait_until_empty();
    for (auto& loop : loops_) loop->work.reset();
    for (auto& loop : loops_) {
        if (loop->thread.joinable()) loop->thread.join();
    }
    workers_.join();
    boost::system::error_code ignored;
    acceptor_.close(ignored);
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(ServerSettings settings, Router const& router,
                                              ExchangeObserver observer) {
    auto server = std::make_unique<ListeningServer>(std::move(settings), router, std::move(observer));
    if (auto listening = server->listen(); !listening) return fail(listening.error());
    server->start();
    return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace cassette::http
