#include "tools/writability_watch.h"

#include "tools/event_log.h"

#include <string>

namespace cassette {

namespace {

constexpr std::chrono::seconds between_looks{1};

void log_turn(Writability::Standing const& before, Writability::Standing const& now) {
    if (now.refusal && now.refusal != before.refusal)
        log_event(Severity::error, "read_only",
                  {{"reason", refusal_name(*now.refusal)},
                   {"free_bytes", static_cast<std::int64_t>(now.free_bytes)},
                   {"error", now.detail}});
    if (now.refusal || !before.refusal) return;
    auto const lasted = std::chrono::system_clock::now() - before.since;
    log_event(Severity::warn, "writable_again",
              {{"free_bytes", static_cast<std::int64_t>(now.free_bytes)},
               {"seconds", std::chrono::duration_cast<std::chrono::seconds>(lasted).count()}});
}

}  // namespace

BackgroundWork::Step writability_step(Writability& writability) {
    // Somebody else's write ends the calm, but only the probe ends a refusal: no turn is missed between two looks.
    return [&writability, told = Writability::Standing{}]() mutable -> std::chrono::milliseconds {
        auto const tell = [&] {
            auto const now = writability.standing();
            log_turn(told, now);
            told = now;
        };
        tell();
        writability.probe();
        tell();
        return between_looks;
    };
}

std::optional<dicomweb::ReadOnly> read_only_state(Writability::Standing const& standing) {
    if (!standing.refusal) return std::nullopt;
    auto const since = std::chrono::duration_cast<std::chrono::nanoseconds>(standing.since.time_since_epoch());
    return dicomweb::ReadOnly{std::string{refusal_name(*standing.refusal)}, since.count()};
}

}  // namespace cassette
