#include "dimse/server.h"

#include "dimse/acceptor.h"
#include "dimse/association.h"
#include "dimse/contain.h"
#include "dimse/dcmtk_logging.h"
#include "dimse/listening_socket.h"
#include "dimse/pending_connections.h"
#include "dimse/tls.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

namespace cassette::dimse {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds exhaustion_pause{100};  // before accepting again when descriptors have run out

std::string next_association_id() {
    static std::atomic<std::uint64_t> count{0};
    return "a" + std::to_string(++count);
}

// An association and its thread. The association, and its connection with it, goes when the thread is done; the thread is
// joined later by somebody else.
struct Running {
    Running(Acceptor const& acceptor, Requested requested) : calling_ae_title{requested.peer.calling_ae_title} {
        association.emplace(acceptor, std::move(requested));
    }
    bool done() const { return !association; }
    std::string calling_ae_title;
    std::optional<Association> association;  // reset under Associations::mutex_
    std::thread thread;
};

// The open associations, bounded.
class Associations {
public:
    explicit Associations(Acceptor const& acceptor) : acceptor_{acceptor} {}

    // Whether there is room for one more. Only the accepting thread asks and starts, so the answer holds until it does.
    bool has_room() const { return count() < acceptor_.settings.associations_max; }
    // The same for one AE title, so far as the configuration sets a limit.
    bool has_room_for(std::string const& calling_ae_title) const {
        auto const* const remote = find_remote_ae(acceptor_.settings.remotes, calling_ae_title);
        if (remote == nullptr || remote->associations_max == 0) return true;
        auto const is_open = [&](Running const& running) {
            return !running.done() && running.calling_ae_title == calling_ae_title;
        };
        std::lock_guard const lock{mutex_};
        return static_cast<std::size_t>(std::ranges::count_if(all_, is_open)) < remote->associations_max;
    }
    std::size_t count() const {
        std::lock_guard const lock{mutex_};
        return open_;
    }

    void start(Requested requested) {
        reap();
        auto& running = all_.emplace_back(acceptor_, std::move(requested));
        {
            std::lock_guard const lock{mutex_};
            ++open_;
        }
        auto const started = contain([&] { running.thread = std::thread{[this, &running] { run(running); }}; });
        if (started) return;
        finish(running);
        all_.pop_back();
    }

    // Lets all of them end until `deadline`, makes those that have not, and joins their threads.
    void stop(Clock::time_point deadline) {
        {
            std::unique_lock lock{mutex_};
            none_open_.wait_until(lock, deadline, [this] { return open_ == 0; });
            (void)::eventfd_write(acceptor_.abort_event, 1);
        }
        for (auto& running : all_)
            if (running.thread.joinable()) running.thread.join();
        all_.clear();
    }

private:
    void run(Running& running) {
        running.association->run();
        finish(running);
    }

    void finish(Running& running) {
        std::lock_guard const lock{mutex_};
        running.association.reset();
        --open_;
        none_open_.notify_all();
    }

    void reap() {
        std::list<Running> finished;
        {
            std::lock_guard const lock{mutex_};
            for (auto at = all_.begin(); at != all_.end();) {
                auto const next = std::next(at);
                if (at->done()) finished.splice(finished.end(), all_, at);
                at = next;
            }
        }
        for (auto& running : finished) running.thread.join();
    }

    Acceptor const& acceptor_;
    std::list<Running> all_;  // of the accepting thread, and of `stop` after it
    mutable std::mutex mutex_;
    std::condition_variable none_open_;
    std::size_t open_ = 0;  // threads that run
};

// Where connections come in, and the TLS they then have to speak.
struct Listener {
    FileDescriptor socket;
    std::optional<TlsCredentials> credentials = {};
};

Result<std::vector<Listener>> listeners_for(ServerSettings const& settings) {
    std::vector<Listener> listeners;
    bool const secure_only = settings.secure && settings.secure->host.empty();
    if (!secure_only) {
        auto plain = listen_on(settings.host, settings.port);
        if (!plain) return fail(plain.error());
        listeners.push_back({*std::move(plain)});
    }
    if (!settings.secure) return listeners;
    auto credentials = TlsCredentials::load(settings.secure->tls);
    if (!credentials) return fail(credentials.error());
    auto socket =
        secure_only ? listen_on(settings.host, settings.port) : listen_on(settings.secure->host, settings.secure->port);
    if (!socket) return fail(socket.error());
    listeners.push_back({*std::move(socket), *std::move(credentials)});
    return listeners;
}

class AssociationServer final : public Server {
public:
    struct Events {
        FileDescriptor stop, abort;
    };
    AssociationServer(Acceptor acceptor, std::vector<Listener> listeners, Events events)
        : acceptor_{std::move(acceptor)},
          listeners_{std::move(listeners)},
          port_{local_port(listeners_.front().socket)},
          secure_port_{listeners_.back().credentials ? local_port(listeners_.back().socket) : std::uint16_t{0}},
          events_{std::move(events)},
          pending_{acceptor_},
          associations_{acceptor_} {}
    ~AssociationServer() override { stop(std::chrono::seconds{0}); }

    Result<void> start() {
        return contain([this] { thread_ = std::thread{[this] { accept_connections(); }}; });
    }
    std::uint16_t port() const override { return port_; }
    std::uint16_t secure_port() const override { return secure_port_; }
    std::size_t associations() const override { return associations_.count(); }

    void stop(std::chrono::seconds grace) override {
        auto const deadline = Clock::now() + grace;
        (void)::eventfd_write(events_.stop.get(), 1);
        if (thread_.joinable()) thread_.join();
        associations_.stop(deadline);
    }

private:
    void accept_connections() {
        while (wait()) {
            auto const* const listening = waiting_.data() + 1;
            for (auto& requested : pending_.serve(listening + listeners_.size())) begin(std::move(requested));
            for (std::size_t i = 0; i < listeners_.size(); ++i)
                if (listening[i].revents != 0) accept_one(listeners_[i]);
        }
        pending_.clear();
        listeners_.clear();
    }

    // False when the server stops.
    bool wait() {
        bool const accepting = Clock::now() >= accept_again_;
        waiting_.assign({{events_.stop.get(), POLLIN, 0}});
        for (auto const& listener : listeners_) waiting_.push_back({accepting ? listener.socket.get() : -1, POLLIN, 0});
        pending_.append_to(waiting_);
        auto deadline = pending_.next_deadline();
        if (!accepting) deadline = std::min(deadline.value_or(accept_again_), accept_again_);
        auto const left =
            deadline ? std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count() : -1;
        auto const ready =
            ::poll(waiting_.data(), waiting_.size(), deadline ? static_cast<int>(std::max<long>(left, 0)) : -1);
        if (ready < 0)
            for (auto& each : waiting_) each.revents = 0;  // interrupted by a signal
        return waiting_[0].revents == 0;
    }

    void accept_one(Listener const& listener) {
        auto accepted = accept_from(listener.socket);
        if (accepted.exhausted) accept_again_ = Clock::now() + exhaustion_pause;
        if (!accepted.socket) return;
        auto session = listener.credentials ? listener.credentials->session() : TlsSession{};
        if (listener.credentials && !session) return;
        Peer peer{next_association_id(), std::move(accepted.remote)};
        peer.address = accepted.address;
        pending_.add(Channel{std::move(accepted.socket), std::move(session)}, std::move(peer));
    }

    void begin(Requested requested) {
        if (!associations_.has_room())
            return pending_.reject(std::move(requested), local_limit_exceeded, "too many associations");
        if (!associations_.has_room_for(requested.peer.calling_ae_title))
            return pending_.reject(std::move(requested), local_limit_exceeded, "too many associations of its AE title");
        associations_.start(std::move(requested));
    }

    Acceptor acceptor_;
    std::vector<Listener> listeners_;  // what is not secure first
    std::uint16_t port_, secure_port_;
    Events events_;
    PendingConnections pending_;
    Associations associations_;
    std::vector<pollfd> waiting_;
    Clock::time_point accept_again_{};
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(ServerSettings settings, Archive& archive, OperationObserver observer) {
    silence_dcmtk_logging();
    auto listeners = listeners_for(settings);
    if (!listeners) return fail(listeners.error());
    FileDescriptor stop{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}, abort{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    if (!stop || !abort) return fail(ErrorCode::out_of_resources, "no event descriptor");
    Acceptor acceptor{std::move(settings), archive, std::move(observer), stop.get(), abort.get()};
    auto server = std::make_unique<AssociationServer>(std::move(acceptor), *std::move(listeners),
                                                      AssociationServer::Events{std::move(stop), std::move(abort)});
    if (auto const started = server->start(); !started) return fail(started.error());
    return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace cassette::dimse
