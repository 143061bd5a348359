#include "dicomweb/http/connection.h"

#include "archive/access/principal.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/http/conditional.h"
#include "dicomweb/http/method_name.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/http/request_id.h"
#include "dicomweb/http/request_target.h"
#include "dicomweb/http/run_blocking.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>

#include <array>
#include <typeinfo>

namespace cassette::http {

namespace {

constexpr std::size_t discard_bytes_max = 64 * 1024;

std::string remote_of(Socket const& socket) {
    boost::system::error_code code;
    auto endpoint = socket.remote_endpoint(code);
    if (code) return {};
    auto address = endpoint.address();
    bool mapped = address.is_v6() && address.to_v6().is_v4_mapped();
    if (mapped) address = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
    return address.to_string();
}

// Who asks. The one place that authentication will replace.
Principal principal_of(Request const&) { return local_operator(); }

std::optional<Response> answer_at_hand(Route const& route, Request const& request, PathValues const& values) {
    return route.at_hand ? route.at_hand(request, values) : std::nullopt;
}

std::string allow_list(std::vector<Method> const& methods) {
    std::string list{"OPTIONS"};
    for (auto method : methods) {
        if (method == Method::options) continue;
        list += ", ";
        list += name_of(method);
    }
    return list;
}

}  // namespace

Awaitable<void> serve_connection(Service& service, Socket socket) {
    Connection connection{service, std::move(socket)};
    try {
        co_await connection.run();
    } catch (std::exception const& exception) { connection.report_exception(typeid(exception).name()); }
}

Awaitable<void> turn_away(Service& service, Socket socket) {
    Connection connection{service, std::move(socket)};
    co_await connection.turn_away();
}

Connection::Connection(Service& service, Socket socket)
    : service_{service},
      socket_{std::move(socket)},
      entry_{service.registry, socket_.native_handle()},
      reader_{socket_, entry_, service.settings},
      remote_{remote_of(socket_)} {}

Awaitable<void> Connection::run() {
    do {
        auto head = co_await reader_.read_head();
        if (head == RequestReader::Head::closed) co_return;
        begin_exchange();
        if (head == RequestReader::Head::refused) {
            co_await refuse(reader_.refusal().status, reader_.refusal().detail);
        } else {
            co_await answer();
        }
        report();
    } while (persists_);
    if (!unread_) co_return;
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    co_await reader_.drain();
}

Awaitable<void> Connection::turn_away() {
    constexpr std::string_view text =
        "HTTP/1.1 503 Service Unavailable\r\nServer: Cassette\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: "
        "close\r\n\r\n";
    if (::send(socket_.native_handle(), text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT) < 0) co_return;
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    co_await reader_.drain();
}

void Connection::begin_exchange() {
    begun_ = std::chrono::steady_clock::now();
    error_.clear();
    writer_ = {};
    request().id = random_request_id();
    auto view = view_of_client(request().fields, remote_, service_.settings.trusted_proxies);
    request().remote = std::move(view.remote);
    request().base = std::move(view.base);
    request().principal = principal_of(request());
    persists_ = reader_.head().keep_alive && !entry_.stopping();
    unread_ = false;
}

void Connection::report() {
    persists_ = persists_ && writer_.keeps_alive();
    if (!service_.observer) return;
    auto const& method = reader_.head().method;
    auto duration = std::chrono::steady_clock::now() - begun_;
    Exchange exchange{};
    exchange.id = request().id;
    exchange.method = method.empty() ? std::string_view{"-"} : std::string_view{method};
    exchange.path = path_of(request().target);
    exchange.remote = request().remote;
    exchange.status = writer_.status();
    exchange.request_bytes = reader_.request_bytes();
    exchange.response_bytes = writer_.sent();
    exchange.duration = std::chrono::duration_cast<std::chrono::microseconds>(duration);
    exchange.error = error_;
    service_.observer(exchange);
}

void Connection::report_exception(std::string_view type) {
    error_ = "unexpected exception ";
    error_ += type;
    if (!service_.observer) return;
    Exchange exchange{};
    exchange.method = "-";
    exchange.remote = remote_;
    exchange.error = error_;
    service_.observer(exchange);
}

Awaitable<void> Connection::answer() {
    auto const& head = reader_.head();
    auto const limit = service_.settings.body_bytes_max;
    bool too_large = limit != 0 && head.content_length > limit;
    if (too_large) co_return co_await refuse(413, "the request body is too large");
    if (head.expectation == Expectation::unknown) co_return co_await refuse(417, "unknown expectation");
    auto routed = service_.router.route(request());
    auto const* open = routed.route ? std::get_if<UploadHandler>(&routed.route->handler) : nullptr;
    if (open) co_return co_await upload(*open, routed.values);
    auto refusal = co_await discard_body();
    if (refusal) co_return co_await refuse(refusal->status, refusal->detail);
    if (!routed.route) co_return co_await answer_misrouted(routed);
    auto at_hand = answer_at_hand(*routed.route, request(), routed.values);
    if (at_hand) co_return co_await send_now(*std::move(at_hand));
    auto const& handler = std::get<Handler>(routed.route->handler);
    auto produce = [this, &handler, &routed] { return handler(request(), routed.values); };
    bool computes = routed.route->labour == Labour::computes;
    auto admission = computes ? WorkerPool::Admission::computation : WorkerPool::Admission::request;
    co_await send_from_worker(admission, std::move(produce));
}

Awaitable<void> Connection::answer_misrouted(Routed const& routed) {
    bool options = request().method == Method::options;
    bool known = !routed.allowed.empty() || request().target == "*";
    if (!known) co_return co_await send_now(problem(request(), 404, "no such resource"));
    Response response;
    response.status = 204;
    if (!options) response = problem(request(), 405, "the resource does not have this method");
    response.fields.set("Allow", allow_list(routed.allowed));
    co_await send_now(std::move(response));
}

// RFC 9110 10.1.1: the client is told to go on only when the body will be read.
Awaitable<bool> Connection::send_continue() {
    bool waits = reader_.head().expectation == Expectation::continue_ && !reader_.body_begun();
    if (!waits || reader_.body_done()) co_return true;
    constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
    entry_.writing(service_.settings.transfer_timeout);
    boost::system::error_code code;
    auto token = boost::asio::redirect_error(awaiting, code);
    co_await boost::asio::async_write(socket_, boost::asio::buffer(text), token);
    entry_.working();
    co_return !code;
}

Awaitable<std::optional<Refusal>> Connection::discard_body() {
    if (reader_.body_done()) co_return std::nullopt;
    auto const& head = reader_.head();
    bool read = head.expectation == Expectation::none && head.content_length <= discard_bytes_max;
    if (read) {
        auto const scratch = std::make_unique_for_overwrite<std::byte[]>(discard_bytes_max);
        std::span<std::byte> space{scratch.get(), discard_bytes_max};
        auto body = co_await reader_.read_body(space, RequestReader::Patience::wait);
        if (body.refusal) co_return body.refusal;
    }
    if (!reader_.body_done()) close_unread();
    co_return std::nullopt;
}

void Connection::close_unread() {
    persists_ = false;
    unread_ = true;
}

Awaitable<void> Connection::refuse(unsigned status, std::string_view detail) {
    close_unread();
    if (status == 0) {
        error_ = detail;
        co_return;
    }
    co_await send_now(problem(request(), status, detail));
}

Framing Connection::framing() const {
    auto version = reader_.http_1_0() ? Version::http_1_0 : Version::http_1_1;
    return {version, persists_, Delimiter::none, 0};
}

Connection::Step Connection::begin(Response response) {
    vary_by_encoding(response);
    apply_cross_origin(service_.settings.cross_origin, request(), response);
    apply_conditions(request(), response);
    compress_body(request(), response);
    error_ = std::move(response.error);
    writer_.begin(request(), std::move(response), framing());
    return writer_.advance(socket_.native_handle());
}

Awaitable<void> Connection::send_now(Response response) {
    co_await finish_sending(begin(std::move(response)), Sender::io_thread);
}

Awaitable<void> Connection::send_from_worker(WorkerPool::Admission admission, Produce produce) {
    auto work = [this, &produce] { return begin(produce()); };
    auto step = co_await run_blocking(service_.workers, admission, std::move(work));
    bool answerable = !step && writer_.sent() == 0 && step.error().code != ErrorCode::cancelled;
    if (answerable) step = begin(problem(request(), step.error()));
    co_await finish_sending(std::move(step), Sender::worker);
}

Awaitable<void> Connection::finish_sending(Step step, Sender sender) {
    using enum ResponseWriter::Progress;
    while (step && *step != done) {
        if (*step == blocked) {
            entry_.writing(service_.settings.transfer_timeout);
            boost::system::error_code code;
            auto token = boost::asio::redirect_error(awaiting, code);
            co_await socket_.async_wait(Socket::wait_write, token);
            entry_.working();
        }
        auto work = [this] { return writer_.advance(socket_.native_handle()); };
        if (sender == Sender::io_thread || writer_.in_memory()) {
            step = work();
            continue;
        }
        step = co_await run_blocking(service_.workers, WorkerPool::Admission::continuation, std::move(work));
    }
    if (!step) cut(step.error());
}

// Ends the connection so that no client can take what it has for the whole: with a reset (RFC 9112 8).
void Connection::cut(Error const& error) {
    bool timeout = entry_.expired() && error.code == ErrorCode::cancelled;
    error_ = timeout ? "the peer read too slowly" : error.detail;
    persists_ = false;
    unread_ = false;
    boost::system::error_code ignored;
    socket_.set_option(boost::asio::socket_base::linger(true, 0), ignored);
}

}  // namespace cassette::http
