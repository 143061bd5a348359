#include "tools/retention.h"

#include "archive/lifecycle/removal.h"
#include "tools/event_log.h"

namespace cassette {

std::int64_t purged_before(std::chrono::system_clock::time_point now, std::uint64_t deleted_days) {
    constexpr std::uint64_t days_max = 100'000;  // longer than any record of time here
    auto const kept = std::chrono::hours{24} * static_cast<int>(std::min(deleted_days, days_max));
    return std::chrono::duration_cast<std::chrono::nanoseconds>((now - kept).time_since_epoch()).count();
}

BackgroundWork::Step retention_step(Archive& archive, std::uint64_t deleted_days) {
    return [&archive, deleted_days]() -> std::chrono::milliseconds {
        constexpr std::chrono::minutes between_rounds{10};
        auto const before = purged_before(std::chrono::system_clock::now(), deleted_days);
        auto const purged = purge(archive, local_operator(), {before});
        if (!purged) {
            log_event(Severity::error, "purge_failed", {{"error", purged.error().detail}});
            return between_rounds;
        }
        if (purged->instances > 0)
            log_event(Severity::info, "purged",
                      {{"instances", static_cast<std::int64_t>(purged->instances)},
                       {"blobs", static_cast<std::int64_t>(purged->blobs)}});
        return purged->more ? std::chrono::milliseconds{0} : between_rounds;
    };
}

}  // namespace cassette
