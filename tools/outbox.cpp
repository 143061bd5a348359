#include "storage/outbox.h"
#include "schema/moment.h"
#include "tools/commands.h"
#include "tools/shared_index.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace cassette {

namespace {

std::string time_text(std::int64_t nanoseconds) {
    auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::nanoseconds{nanoseconds});
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds.count())));
}

void print_task(OutboxTask const& each) {
    fmt::print("{}\t{}\t{}\t{}\tqueued {}\tattempts {}\tnext {}\t{}\n", each.id, name_of(each.task.kind),
               each.task.destination.str(), each.task.subject, time_text(each.task.queued_at), each.attempts,
               time_text(each.task.not_before), each.last_error);
}

ExitCode list(Outbox const& outbox, TaskSelection const& selection) {
    std::int64_t after = 0;
    while (true) {
        auto const tasks = outbox.list({selection, after});
        if (!tasks) return exit_code_for(tasks.error());
        if (tasks->empty()) return ExitCode::done;
        std::ranges::for_each(*tasks, print_task);
        after = tasks->back().id;
    }
}

ExitCode retry(Outbox& outbox, TaskSelection const& selection) {
    auto const count = outbox.hasten(selection, nanoseconds_now());
    if (!count) return exit_code_for(count.error());
    fmt::print("{} tasks are due now\n", *count);
    return ExitCode::done;
}

ExitCode drop(Outbox& outbox, TaskSelection const& selection) {
    std::size_t count = 0;
    while (true) {
        auto const dropped = outbox.drop(selection);
        if (!dropped) return exit_code_for(dropped.error());
        if (dropped->empty()) break;
        count += dropped->size();
    }
    fmt::print("{} tasks dropped\n", count);
    return ExitCode::done;
}

Result<TaskSelection> selection_of(OutboxRequest const& request) {
    TaskSelection selection{.id = request.id, .destination = request.destination};
    if (!request.kind) return selection;
    auto const kind = std::ranges::find(task_kinds, *request.kind, name_of);
    if (kind == std::end(task_kinds)) return fail(ErrorCode::malformed, "--kind: no such kind of task");
    selection.kind = *kind;
    return selection;
}

}  // namespace

ExitCode manage_outbox(Configuration const& configuration, OutboxRequest const& request) {
    auto const selection = selection_of(request);
    if (!selection) return complain(selection.error().detail), ExitCode::usage;
    bool const everything = !request.id && !request.destination && !request.kind;
    if (request.action == OutboxRequest::Action::drop && everything && !request.all)
        return complain("drop needs --id, --destination, --kind or --all"), ExitCode::usage;
    auto const shared = open_shared_index(configuration, CreateFolder::never);
    if (!shared) return exit_code_for(shared.error());
    auto& outbox = shared->index->outbox();
    switch (request.action) {
        case OutboxRequest::Action::list: return list(outbox, *selection);
        case OutboxRequest::Action::retry: return retry(outbox, *selection);
        case OutboxRequest::Action::drop: return drop(outbox, *selection);
    }
    return ExitCode::usage;
}

}  // namespace cassette
