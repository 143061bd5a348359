#include "dimse/server.h"

#include "dimse/acceptor.h"
#include "dimse/association.h"
#include "dimse/contain.h"
#include "dimse/dcmtk_logging.h"
#include "dimse/listening_socket.h"
#include "dimse/pending_connections.h"

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
    Running(Acceptor const& acceptor, Requested requested) { association.emplace(acceptor, std::move(requested)); }
    bool done() const { return !association; }
    std::optional<Association> association;  // reset under Associations::mutex_
    std::thread thread;
};

// The open associations, bounded.
class Associations {
public:
    explicit Associations(Acceptor const& acceptor) : acceptor_{acceptor} {}

    // Whether there is room for one more. Only the accepting thread asks and starts, so the answer holds until it does.
    bool has_room() const { return count() < acceptor_.settings.associations_max; }
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
            for (auto& running : all_)
                if (!running.done()) running.association->interrupt();
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

class AssociationServer final : public Server {
public:
    AssociationServer(Acceptor acceptor, FileDescriptor listening, FileDescriptor stop_event)
        : acceptor_{std::move(acceptor)},
          port_{local_port(listening)},
          listening_{std::move(listening)},
          stop_event_{std::move(stop_event)},
          pending_{acceptor_},
          associations_{acceptor_} {}
    ~AssociationServer() override { stop(std::chrono::seconds{0}); }

    Result<void> start() {
        return contain([this] { thread_ = std::thread{[this] { accept_connections(); }}; });
    }
    std::uint16_t port() const override { return port_; }
    std::size_t associations() const override { return associations_.count(); }

    void stop(std::chrono::seconds grace) override {
        auto const deadline = Clock::now() + grace;
        (void)::eventfd_write(stop_event_.get(), 1);
        if (thread_.joinable()) thread_.join();
        associations_.stop(deadline);
    }

private:
    void accept_connections() {
        while (wait()) {
            for (auto& requested : pending_.serve(waiting_.data() + 2)) begin(std::move(requested));
            if (waiting_[1].revents != 0) accept_one();
        }
        pending_.clear();
        listening_ = {};
    }

    // False when the server stops.
    bool wait() {
        bool const accepting = Clock::now() >= accept_again_;
        waiting_.assign({{stop_event_.get(), POLLIN, 0}, {accepting ? listening_.get() : -1, POLLIN, 0}});
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

    void accept_one() {
        auto accepted = accept_from(listening_);
        if (accepted.exhausted) accept_again_ = Clock::now() + exhaustion_pause;
        if (!accepted.socket) return;
        pending_.add(std::move(accepted.socket), {next_association_id(), std::move(accepted.remote)});
    }

    void begin(Requested requested) {
        if (associations_.has_room()) return associations_.start(std::move(requested));
        pending_.reject(std::move(requested), local_limit_exceeded, "too many associations");
    }

    Acceptor acceptor_;
    std::uint16_t port_;
    FileDescriptor listening_;
    FileDescriptor stop_event_;
    PendingConnections pending_;
    Associations associations_;
    std::vector<pollfd> waiting_;
    Clock::time_point accept_again_{};
    std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(ServerSettings settings, Archive& archive, OperationObserver observer) {
    silence_dcmtk_logging();
    auto listening = listen_on(settings.host, settings.port);
    if (!listening) return fail(listening.error());
    FileDescriptor stop_event{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    if (!stop_event) return fail(ErrorCode::out_of_resources, "no event descriptor");
    auto const event = stop_event.get();
    auto server =
        std::make_unique<AssociationServer>(Acceptor{std::move(settings), archive, std::move(observer), event},
                                            std::move(*listening), std::move(stop_event));
    if (auto const started = server->start(); !started) return fail(started.error());
    return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace cassette::dimse
