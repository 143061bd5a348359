#include "archive/outgoing/delivery.h"

#include <optional>
#include <utility>
#include <vector>

namespace cassette {

namespace {

// The tasks of one piece and what becomes of them. The first error of the index is kept; the rest is then left to the next
// claim.
class Piece {
public:
    Piece(Outbox& outbox, DeliverySettings const& settings, DeliveryMoment const& moment)
        : outbox_{outbox}, settings_{settings}, moment_{moment} {}

    Result<Delivered> run(Courier const& courier) {
        auto claimed = claim();
        if (!claimed) return fail(claimed.error());
        tasks_ = *std::move(claimed);
        told_.assign(tasks_.size(), false);
        counts_.claimed = tasks_.size();
        if (tasks_.empty()) return counts_;
        auto const brought = courier(tasks_, [this](std::size_t position, Fate fate) { take(position, fate); });
        if (!brought) give_up(brought.error());
        for (std::size_t position = 0; position < tasks_.size(); ++position)
            if (!told_[position]) give_back(position);
        if (failure_) return fail(*failure_);
        return counts_;
    }

private:
    Result<std::vector<OutboxTask>> claim() {
        auto const time = std::chrono::duration_cast<std::chrono::nanoseconds>(settings_.claim_time).count();
        return outbox_.claim({settings_.destination, settings_.kind, moment_.now, moment_.now + time, settings_.owner,
                              settings_.tasks_max});
    }

    void take(std::size_t position, Fate const& fate) {
        told_[position] = true;
        switch (fate.kind) {
            case Fate::Kind::delivered: ++counts_.delivered; return keep(outbox_.complete(tasks_[position]));
            case Fate::Kind::gone: ++counts_.gone; return keep(outbox_.complete(tasks_[position]));
            case Fate::Kind::failed: return postpone(position, fate.error);
        }
    }

    void postpone(std::size_t position, std::string const& error) {
        auto const& task = tasks_[position];
        told_[position] = true;
        ++counts_.failed;
        counts_.error = error;
        auto const pause = retry_pause(settings_.retry, task.attempts + 1, moment_.random);
        keep(outbox_.postpone(task, {moment_.now + pause.count(), error.empty() ? "failed" : error}));
    }

    // Those that nobody tried share the failure: each has its own patience.
    void give_up(Error const& error) {
        counts_.stopped = error.code == ErrorCode::cancelled;
        if (counts_.stopped) return;
        counts_.unreachable = true;
        counts_.error = error.detail;
        for (std::size_t position = 0; position < tasks_.size(); ++position)
            if (!told_[position]) postpone(position, error.detail);
    }

    void give_back(std::size_t position) {
        keep(outbox_.postpone(tasks_[position], {tasks_[position].task.not_before, {}}));
    }

    // A claim that was lost is no error: the task has begun anew, or somebody else has it.
    void keep(Result<bool> const& done) {
        if (!done && !failure_) failure_ = done.error();
    }

    Outbox& outbox_;
    DeliverySettings const& settings_;
    DeliveryMoment const& moment_;
    std::vector<OutboxTask> tasks_;
    std::vector<bool> told_;
    Delivered counts_;
    std::optional<Error> failure_;
};

}  // namespace

Result<Delivered> deliver_piece(Outbox& outbox, DeliverySettings const& settings, Courier const& courier,
                                DeliveryMoment const& moment) {
    return Piece{outbox, settings, moment}.run(courier);
}

}  // namespace cassette
