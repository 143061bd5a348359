#include "tools/outgoing.h"

#include "archive/outgoing/delivery.h"
#include "dimse/courier.h"
#include "schema/moment.h"
#include "tools/event_log.h"

#include <sys/eventfd.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>

namespace cassette {

namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr milliseconds between_looks{1000};    // of a courier at the outbox, when nobody wakes it
constexpr milliseconds between_arrivals{250};  // of the dispatcher at the change feed
constexpr milliseconds after_trouble{10'000};  // of the index
constexpr std::chrono::minutes between_old{1};
constexpr std::size_t instances_on_association = 60;  // their contexts fit in one (PS3.8 7.1.1.13)
constexpr std::size_t reports_at_a_time = 5;          // each may have ten thousand objects to read

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

// That the disk takes nothing is said once, by writability_watch.
void log_trouble(std::string_view event, Error const& error) {
    if (error.code == ErrorCode::out_of_resources) return;
    log_event(Severity::error, event, {{"error", error.detail}});
}

}  // namespace

// The work for one destination, kind by kind.
class Outgoing::Destination {
public:
    Destination(Outgoing& outgoing, dimse::RemoteAE const& remote)
        : outgoing_{outgoing},
          ae_title_{remote.ae_title},
          courier_{
              dimse::courier_to(outgoing.archive_, {remote, outgoing.settings_.ae_title, outgoing.stop_event_.get()})},
          random_{std::random_device{}()} {}

    milliseconds operator()() {
        auto const wait = std::chrono::ceil<milliseconds>(rests_until_ - SteadyClock::now());
        if (wait.count() > 0) return wait;
        bool more = false;
        for (auto const kind : task_kinds) {
            auto const delivered = deliver(kind);
            if (!delivered) {
                log_trouble("outbox_failed", delivered.error());
                return after_trouble;
            }
            if (delivered->unreachable) return rest_after_failure();
            if (delivered->stopped) return between_looks;
            if (delivered->failed > 0 && delivered->delivered == 0) return rest(outgoing_.settings_.retry.first);
            more = more || delivered->claimed > 0;
        }
        return more ? milliseconds{0} : between_looks;
    }

private:
    Result<Delivered> deliver(TaskKind kind) {
        DeliverySettings settings{ae_title_, kind, outgoing_.settings_.ae_title.str(), outgoing_.settings_.retry};
        settings.tasks_max = kind == TaskKind::commitment_report ? reports_at_a_time : instances_on_association;
        auto const random = std::uniform_real_distribution<double>{0, 1}(random_);
        auto delivered =
            deliver_piece(outgoing_.archive_.index.outbox(), settings, courier_, {nanoseconds_now(), random});
        if (delivered && delivered->claimed > 0) tell(kind, *delivered);
        return delivered;
    }

    void tell(TaskKind kind, Delivered const& delivered) {
        auto& counters = outgoing_.counters(kind);
        counters.delivered += delivered.delivered;
        counters.failed += delivered.failed;
        if (!delivered.unreachable) failures_ = 0;
        log_event(delivered.failed > 0 ? Severity::warn : Severity::info, "outgoing",
                  {{"destination", ae_title_.str()},
                   {"kind", name_of(kind)},
                   {"delivered", number(delivered.delivered)},
                   {"gone", number(delivered.gone)},
                   {"failed", number(delivered.failed)},
                   {"error", delivered.error}});
    }

    milliseconds rest_after_failure() {
        auto const random = std::uniform_real_distribution<double>{0, 1}(random_);
        return rest(retry_pause(outgoing_.settings_.retry, ++failures_, random));
    }

    // Whatever comes meanwhile.
    milliseconds rest(std::chrono::nanoseconds pause) {
        rests_until_ = SteadyClock::now() + pause;
        return std::chrono::ceil<milliseconds>(pause);
    }

    Outgoing& outgoing_;
    AETitle ae_title_;
    Courier courier_;
    std::mt19937 random_;
    std::uint32_t failures_ = 0;  // in a row, of having the destination at all
    SteadyClock::time_point rests_until_{};
};

Outgoing::Outgoing(Archive& archive, OutgoingSettings settings)
    : archive_{archive}, settings_{std::move(settings)}, stop_event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)} {}

Outgoing::~Outgoing() { stop(); }

void Outgoing::stop() {
    (void)::eventfd_write(stop_event_.get(), 1);
    dispatcher_.reset();
    couriers_.clear();
}

Result<void> Outgoing::prepare() {
    if (!stop_event_) return fail(ErrorCode::out_of_resources, "no event descriptor");
    auto const released = archive_.index.outbox().release_all(settings_.ae_title.str());
    if (!released) return fail(released.error());
    if (*released > 0) log_event(Severity::info, "outbox_resumed", {{"tasks", static_cast<std::int64_t>(*released)}});
    return begin_dispatch(archive_, settings_.rules);
}

void Outgoing::start() {
    for (auto const& remote : settings_.destinations) {
        // Shared because a function has to be copyable; there is one copy that runs.
        auto work = std::make_shared<Destination>(*this, remote);
        couriers_.push_back(std::make_unique<BackgroundWork>([work = std::move(work)] { return (*work)(); }));
    }
    dispatcher_ = std::make_unique<BackgroundWork>([this] { return dispatch(); });
}

Outgoing::Figures Outgoing::figures(TaskKind kind) const {
    auto const& counters = counters_[static_cast<std::size_t>(kind)];
    return {counters.delivered, counters.failed, counters.given_up};
}

milliseconds Outgoing::dispatch() {
    give_up_old();
    if (settings_.rules.empty()) return between_old;
    auto const dispatched = dispatch_piece(archive_, settings_.rules, {nanoseconds_now()});
    if (!dispatched) {
        log_trouble("dispatch_failed", dispatched.error());
        return after_trouble;
    }
    if (dispatched->tasks > 0)
        for (auto const& courier : couriers_) courier->wake();
    return dispatched->more ? milliseconds{0} : between_arrivals;
}

void Outgoing::give_up_old() {
    if (SteadyClock::now() < look_for_old_) return;
    look_for_old_ = SteadyClock::now() + between_old;
    auto const age = std::chrono::duration_cast<std::chrono::nanoseconds>(settings_.give_up_after).count();
    auto const dropped = archive_.index.outbox().drop({.queued_before = nanoseconds_now() - age});
    if (!dropped) return log_trouble("outbox_failed", dropped.error());
    for (auto const& each : *dropped) {
        ++counters(each.task.kind).given_up;
        log_event(Severity::error, "outgoing_given_up",
                  {{"destination", each.task.destination.str()},
                   {"kind", name_of(each.task.kind)},
                   {"uid", each.task.subject},
                   {"attempts", std::int64_t{each.attempts}},
                   {"error", each.last_error}});
    }
}

}  // namespace cassette
