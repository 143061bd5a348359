#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace cassette::http {

// The open connections. One thread watches their deadlines, so that a step of a connection costs two stores and no timer.
// A connection whose time is over has its socket shut down, which ends whatever it waits for.
class ConnectionRegistry {
public:
    using Clock = std::chrono::steady_clock;

    // A connection's entry, made by its coroutine and dropped by it before the socket is closed. Only that coroutine calls it.
    class Entry {
    public:
        Entry(ConnectionRegistry& registry, int socket);
        ~Entry();
        Entry(Entry const&) = delete;
        Entry& operator=(Entry const&) = delete;

        // Nothing of a request has been read. False when the server is stopping: close instead.
        [[nodiscard]] bool idle(Clock::duration limit);
        void reading(Clock::duration limit);
        void writing(Clock::duration limit);
        // Waits for no peer, but for a worker.
        void working();
        // Whether a deadline passed, rather than the peer closing.
        bool expired() const { return expired_.load(); }
        bool stopping() const { return registry_.stopping_.load(); }

    private:
        friend class ConnectionRegistry;
        enum class Phase { idle, reading, writing, working };
        void enter(Phase phase, Clock::time_point deadline);

        ConnectionRegistry& registry_;
        int const socket_;
        std::atomic<Phase> phase_{Phase::working};
        std::atomic<Clock::rep> deadline_{Clock::time_point::max().time_since_epoch().count()};
        std::atomic<bool> expired_{false};
    };

    ConnectionRegistry();
    ~ConnectionRegistry();
    ConnectionRegistry(ConnectionRegistry const&) = delete;
    ConnectionRegistry& operator=(ConnectionRegistry const&) = delete;

    // From here on idle connections are closed, at once and when they become idle.
    void close_idle();
    // Shuts all sockets down.
    void cut_all();
    // Whether all connections had ended within that time.
    bool wait_until_empty(Clock::duration limit);
    void wait_until_empty();

private:
    void watch();
    void expire(Clock::time_point now);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::unordered_set<Entry*> entries_;
    std::atomic<bool> stopping_{false};
    bool done_ = false;
    std::thread watch_;
};

}  // namespace cassette::http
