#include "archive/outgoing/dispatch.h"

#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace cassette {

namespace {

constexpr char between = '\n';

// The tasks of one piece; a study is announced to each AE once.
class Tasks {
public:
    Tasks(DispatchRules const& rules, std::int64_t now) : rules_{rules}, now_{now} {}

    void add(Arrival const& arrival) {
        for (auto const& rule : rules_.forward)
            if (concerns(rule.to, rule.filter, arrival)) forward(rule, arrival);
        for (auto const& rule : rules_.notify)
            if (passes(rule.filter, arrival)) notify(rule, arrival);
    }

    std::vector<NewTask> const& all() const { return tasks_; }

private:
    using Key = std::tuple<TaskKind, AETitle, std::string>;

    static bool concerns(AETitle const& to, ArrivalFilter const& filter, Arrival const& arrival) {
        return calling_ae_title_of(arrival.source) != to.str() && passes(filter, arrival);
    }

    void forward(ForwardingRule const& rule, Arrival const& arrival) {
        auto payload = arrival.study.str() + between + arrival.series.str();
        put({TaskKind::forward, rule.to, arrival.instance.str(), std::move(payload), now_, now_});
    }

    void notify(NotificationRule const& rule, Arrival const& arrival) {
        auto const quiet = std::chrono::duration_cast<std::chrono::nanoseconds>(rule.quiet).count();
        put({TaskKind::availability_notification, rule.to, arrival.study.str(), {}, now_, now_ + quiet});
    }

    // In the order in which they came; what comes again takes the place it had.
    void put(NewTask task) {
        auto const [known, added] =
            positions_.try_emplace(Key{task.kind, task.destination, task.subject}, tasks_.size());
        if (added)
            tasks_.push_back(std::move(task));
        else
            tasks_[known->second] = std::move(task);
    }

    DispatchRules const& rules_;
    std::int64_t now_;
    std::vector<NewTask> tasks_;
    std::map<Key, std::size_t> positions_;
};

}  // namespace

Result<void> begin_dispatch(Archive& archive, DispatchRules const& rules) {
    return rules.empty() ? archive.index.arrivals().forget() : archive.index.arrivals().begin();
}

Result<Dispatched> dispatch_piece(Archive& archive, DispatchRules const& rules, DispatchStep const& step) {
    auto& arrivals = archive.index.arrivals();
    auto const cursor = arrivals.cursor();
    if (!cursor) return fail(cursor.error());
    if (!*cursor) return Dispatched{};
    auto const page = arrivals.after({**cursor, step.entries_max});
    if (!page) return fail(page.error());
    if (page->last == **cursor) return Dispatched{};
    Tasks collected{rules, step.now};
    for (auto const& arrival : page->arrivals) collected.add(arrival);
    auto const& tasks = collected.all();
    if (auto passed = arrivals.pass(tasks, page->last); !passed) return fail(passed.error());
    return Dispatched{page->arrivals.size(), tasks.size(), true};
}

Result<RetrieveScope> scope_of_forward(NewTask const& task) {
    auto const end = task.payload.find(between);
    auto study = StudyInstanceUID::received(std::string_view{task.payload}.substr(0, end));
    auto series = SeriesInstanceUID::received(
        end == std::string::npos ? std::string_view{} : std::string_view{task.payload}.substr(end + 1));
    auto instance = SOPInstanceUID::received(task.subject);
    if (!study || !series || !instance) return fail(ErrorCode::internal, "the outbox is damaged: a task without UIDs");
    return RetrieveScope{*std::move(study), *std::move(series), *std::move(instance)};
}

}  // namespace cassette
