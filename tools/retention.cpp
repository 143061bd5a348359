#include "tools/retention.h"

#include "archive/lifecycle/removal.h"
#include "archive/lifecycle/transcoding.h"
#include "tools/event_log.h"

namespace cassette {

std::int64_t purged_before(std::chrono::system_clock::time_point now, std::uint64_t deleted_days) {
    constexpr std::uint64_t days_max = 100'000;  // longer than any record of time here
    auto const kept = std::chrono::hours{24} * static_cast<int>(std::min(deleted_days, days_max));
    return std::chrono::duration_cast<std::chrono::nanoseconds>((now - kept).time_since_epoch()).count();
}

namespace {

// Whether there is more to free.
bool free_some_originals(Archive& archive, std::int64_t before) {
    auto const freed = free_originals(archive, local_operator(), {before});
    if (!freed) {
        log_event(Severity::error, "free_originals_failed", {{"error", freed.error().detail}});
        return false;
    }
    if (freed->originals > 0)
        log_event(Severity::info, "originals_freed", {{"versions", static_cast<std::int64_t>(freed->originals)}});
    if (freed->kept > 0)
        log_event(Severity::error, "originals_kept",
                  {{"versions", static_cast<std::int64_t>(freed->kept)},
                   {"error", "what was made of them is damaged: cassette verify names it"}});
    return freed->more;
}

}  // namespace

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
        bool const more = free_some_originals(archive, before) || purged->more;
        return more ? std::chrono::milliseconds{0} : between_rounds;
    };
}

}  // namespace cassette
