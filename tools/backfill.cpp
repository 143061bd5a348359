#include "tools/backfill.h"

#include "archive/lifecycle/backfill.h"
#include "storage/search_values.h"
#include "tools/event_log.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace cassette {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t versions_in_piece = 100;
constexpr milliseconds before_another_try{30'000};
constexpr milliseconds for_good{24 * 60 * 60 * 1000};  // attributes are declared at a start only

class Backfill {
public:
    explicit Backfill(Archive& archive) : archive_{&archive} {}

    milliseconds operator()() {
        auto const begun = std::chrono::steady_clock::now();
        if (!announced_) announce();
        auto const piece = backfill_piece(*archive_, versions_in_piece);
        if (!piece) {
            log_event(Severity::error, "backfill_failed", {{"error", piece.error().detail}});
            return before_another_try;
        }
        versions_ += static_cast<std::int64_t>(piece->versions);
        unreadable_ += static_cast<std::int64_t>(piece->unreadable);
        if (piece->finished) return finish();
        auto const took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begun);
        return std::max(took, milliseconds{1});
    }

private:
    void announce() {
        auto const progress = archive_->index.search_values().progress();
        if (!progress) return;
        announced_ = true;
        working_ = progress->attributes + progress->removed_attributes > 0;
        if (working_)
            log_event(Severity::info, "backfill_started",
                      {{"attributes", static_cast<std::int64_t>(progress->attributes)},
                       {"versions", static_cast<std::int64_t>(progress->versions)},
                       {"removed_attributes", static_cast<std::int64_t>(progress->removed_attributes)}});
    }

    milliseconds finish() {
        if (working_)
            log_event(Severity::info, "backfill_finished", {{"versions", versions_}, {"unreadable", unreadable_}});
        working_ = false;
        return for_good;
    }

    Archive* archive_;
    bool announced_ = false;
    bool working_ = false;
    std::int64_t versions_ = 0;
    std::int64_t unreadable_ = 0;
};

}  // namespace

BackgroundWork::Step backfill_step(Archive& archive) { return Backfill{archive}; }

}  // namespace cassette
