#include "dicomweb/http/connection_registry.h"

#include <sys/socket.h>

namespace cassette::http {

namespace {

constexpr auto tick = std::chrono::milliseconds{100};

}  // namespace

ConnectionRegistry::Entry::Entry(ConnectionRegistry& registry, int socket) : registry_{registry}, socket_{socket} {
    std::lock_guard lock{registry_.mutex_};
    registry_.entries_.insert(this);
}

ConnectionRegistry::Entry::~Entry() {
    // Notifies under the lock: the registry may be gone as soon as its last waiter sees no entries.
    std::lock_guard lock{registry_.mutex_};
    registry_.entries_.erase(this);
    if (registry_.entries_.empty()) registry_.changed_.notify_all();
}

void ConnectionRegistry::Entry::enter(Phase phase, Clock::time_point deadline) {
    deadline_.store(deadline.time_since_epoch().count());
    phase_.store(phase);
}

bool ConnectionRegistry::Entry::idle(Clock::duration limit) {
    enter(Phase::idle, Clock::now() + limit);
    // The flag is read after the phase is written, and close_idle does it the other way round: one of the two sees the other.
    return !registry_.stopping_.load();
}

void ConnectionRegistry::Entry::reading(Clock::duration limit) { enter(Phase::reading, Clock::now() + limit); }

void ConnectionRegistry::Entry::writing(Clock::duration limit) { enter(Phase::writing, Clock::now() + limit); }

void ConnectionRegistry::Entry::working() { enter(Phase::working, Clock::time_point::max()); }

ConnectionRegistry::ConnectionRegistry() : watch_{[this] { watch(); }} {}

ConnectionRegistry::~ConnectionRegistry() {
    {
        std::lock_guard lock{mutex_};
        done_ = true;
    }
    changed_.notify_all();
    watch_.join();
}

void ConnectionRegistry::close_idle() {
    stopping_.store(true);
    std::lock_guard lock{mutex_};
    for (auto* entry : entries_) {
        // A request that is in the socket already is still read and answered.
        if (entry->phase_.load() == Entry::Phase::idle) ::shutdown(entry->socket_, SHUT_RD);
    }
}

void ConnectionRegistry::cut_all() {
    std::lock_guard lock{mutex_};
    for (auto* entry : entries_) ::shutdown(entry->socket_, SHUT_RDWR);
}

bool ConnectionRegistry::wait_until_empty(Clock::duration limit) {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, limit, [this] { return entries_.empty(); });
}

void ConnectionRegistry::wait_until_empty() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return entries_.empty(); });
}

void ConnectionRegistry::watch() {
    std::unique_lock lock{mutex_};
    while (!done_) {
        changed_.wait_for(lock, tick);
        expire(Clock::now());
    }
}

void ConnectionRegistry::expire(Clock::time_point now) {
    auto const count = now.time_since_epoch().count();
    for (auto* entry : entries_) {
        if (entry->deadline_.load() > count) continue;
        entry->expired_.store(true);
        // Reading side only while reading: 408 can still be answered.
        bool writes = entry->phase_.load() == Entry::Phase::writing;
        ::shutdown(entry->socket_, writes ? SHUT_RDWR : SHUT_RD);
    }
}

}  // namespace cassette::http
