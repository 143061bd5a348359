#include "dimse/store_transfer.h"

#include "dimse/contain.h"

#include <sys/eventfd.h>

#include <algorithm>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::size_t waiting_max = 16;
constexpr int losses_max = 2;  // associations that end without a single answer, one after the other

}  // namespace

StoreTransfer::StoreTransfer(Settings settings, DatasetOpener open)
    : settings_{std::move(settings)}, open_{std::move(open)}, stop_event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)} {}

StoreTransfer::~StoreTransfer() {
    if (!finish(std::chrono::milliseconds{0})) give_up();
    for (auto& thread : threads_) thread.join();
}

bool StoreTransfer::takes(SOPClassUID const& sop_class) const {
    return std::ranges::find(settings_.contexts, sop_class.str(), &ProposedContext::abstract_syntax) !=
        settings_.contexts.end();
}

bool StoreTransfer::offer(InstanceLocation const& location, std::chrono::milliseconds timeout) {
    std::unique_lock lock{mutex_};
    bool const room = changed_.wait_for(lock, timeout, [this] { return waiting_.size() < waiting_max; });
    if (!room) return false;
    bool const dead = given_up_ || (workers_ == 0 && !threads_.empty());
    if (dead) {
        results_.push_back({location.instance, std::nullopt, why_dead_});
        return true;
    }
    waiting_.push_back(location);
    changed_.notify_all();
    if (threads_.size() < settings_.destination.parallel_associations && threads_.size() < waiting_.size() + running_)
        start_worker();
    return true;
}

// The lock is held.
void StoreTransfer::start_worker() {
    ++workers_;
    auto const started = contain([this] { threads_.emplace_back([this] { run(); }); });
    if (started) return;
    --workers_;
    if (!threads_.empty()) return;
    results_.push_back({waiting_.back().instance, std::nullopt, started.error().detail});
    waiting_.pop_back();
}

bool StoreTransfer::finish(std::chrono::milliseconds timeout) {
    std::unique_lock lock{mutex_};
    finished_ = true;
    changed_.notify_all();
    return changed_.wait_for(lock, timeout, [this] { return idle(); });
}

std::vector<TransferResult> StoreTransfer::take_results() {
    std::lock_guard const lock{mutex_};
    return std::exchange(results_, {});
}

void StoreTransfer::give_up() {
    std::lock_guard const lock{mutex_};
    given_up_ = true;
    waiting_.clear();
    (void)::eventfd_write(stop_event_.get(), 1);
    changed_.notify_all();
}

void StoreTransfer::run() {
    auto const ran = contain([this] {
        for (int losses = 0; losses < losses_max;) {
            auto association = open_association();
            if (!association) return;
            losses = work(std::move(association)) ? 0 : losses + 1;
        }
    });
    if (!ran) {
        std::lock_guard const lock{mutex_};
        why_dead_ = ran.error().detail;
    }
    leave();
}

std::unique_ptr<Requestor> StoreTransfer::open_association() {
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !waiting_.empty() || finished_ || given_up_; });
        if (waiting_.empty()) return nullptr;
    }
    AssociationProposal const proposal{settings_.calling_ae_title, settings_.contexts};
    auto opened = Requestor::open(settings_.destination, proposal, stop_event_.get());
    if (opened) return std::move(*opened);
    std::lock_guard const lock{mutex_};
    why_dead_ = opened.error().detail;
    return nullptr;
}

// Returns when there is nothing left to send, or the association has ended. True when there was an answer.
bool StoreTransfer::work(std::unique_ptr<Requestor> association) {
    StoreScu scu{association->operations(), association->contexts(), settings_.origin};
    bool alive = true;
    bool answered = false;
    while (alive) {
        auto const location = next();
        if (!location) break;
        bool const stored = store(scu, *location);
        answered = answered || stored;
        alive = stored || !association->exchange().ended();
    }
    if (alive) association->release();
    return answered;
}

bool StoreTransfer::store(StoreScu& scu, InstanceLocation const& location) {
    auto stored = Result<std::uint16_t>{fail(ErrorCode::internal, {})};
    auto const done = contain([&] { stored = scu.store(location, open_); });
    if (!done) stored = fail(done.error());
    deliver({location.instance, stored ? std::optional{*stored} : std::nullopt,
             stored ? std::string{} : stored.error().detail});
    return stored.has_value();
}

std::optional<InstanceLocation> StoreTransfer::next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return !waiting_.empty() || finished_ || given_up_; });
    if (waiting_.empty()) return std::nullopt;
    auto location = std::move(waiting_.front());
    waiting_.pop_front();
    ++running_;
    changed_.notify_all();
    return location;
}

void StoreTransfer::deliver(TransferResult result) {
    std::lock_guard const lock{mutex_};
    results_.push_back(std::move(result));
    --running_;
    changed_.notify_all();
}

// The last one to leave takes along what nobody will send.
void StoreTransfer::leave() {
    std::lock_guard const lock{mutex_};
    --workers_;
    if (workers_ == 0)
        for (; !waiting_.empty(); waiting_.pop_front())
            results_.push_back({waiting_.front().instance, std::nullopt, why_dead_});
    changed_.notify_all();
}

}  // namespace cassette::dimse
