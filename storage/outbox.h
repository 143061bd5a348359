#pragma once

#include "schema/ae_title.h"
#include "schema/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// What is to be done. The numbers are stored (schema/migrations/0005_outbox.sql).
enum class TaskKind : std::uint8_t {
    forward = 0,                    // send a SOP Instance, PS3.4 B
    commitment_report = 1,          // tell what became of a storage commitment request, PS3.4 J
    availability_notification = 2,  // tell that a study's instances can be retrieved, PS3.4 R
};
inline constexpr TaskKind task_kinds[] = {TaskKind::forward, TaskKind::commitment_report,
                                          TaskKind::availability_notification};
[[nodiscard]] std::string_view name_of(TaskKind kind);  // "forward"

// Something to be told to another AE. There is one task for each kind, destination and subject. Points in time are
// nanoseconds since 1970.
struct NewTask {
    TaskKind kind;
    AETitle destination;
    std::string subject;       // the UID of what it is about
    std::string payload = {};  // opaque to storage
    std::int64_t queued_at = 0;
    std::int64_t not_before = 0;
};

struct OutboxTask {
    std::int64_t id = 0;
    NewTask task;
    std::uint32_t attempts = 0;  // that failed
    std::string last_error;      // of the last of them
    std::int64_t claim = 0;      // by whom it is held now, if anybody does
    std::int64_t claimed_until = 0;
};

// Takes tasks that are due. After `until` they may be taken again by anybody.
struct Claim {
    AETitle destination;
    TaskKind kind;
    std::int64_t now;
    std::int64_t until;
    std::string owner;  // a node, the same after its restart
    std::size_t count = 1;
    std::optional<std::string> subject = {};  // that one alone
};

struct Postponement {
    std::int64_t not_before;
    std::string error = {};  // why it failed, no patient data; empty: it was not tried
};

// Which tasks; what is not given does not matter.
struct TaskSelection {
    std::optional<std::int64_t> id = {};
    std::optional<std::string> destination = {};
    std::optional<TaskKind> kind = {};
    std::optional<std::string> subject = {};
    std::optional<std::int64_t> queued_before = {};
};

struct TaskPage {
    TaskSelection selection = {};
    std::int64_t after = 0;  // id
    std::size_t count = 1000;
};

// How many tasks there are of a kind for a destination.
struct TaskCount {
    std::string destination;
    TaskKind kind;
    std::uint64_t waiting = 0;  // in all
    std::uint64_t failed = 0;   // of them, that were tried at least once
    std::int64_t oldest = 0;    // queued_at
};

// Tasks that wait until another AE has taken what it is to be told. As the Index it belongs to: thread-safe, durable on return.
// A claim is held by one worker at a time, of all that share the index; what it says of a task whose claim it has lost, because
// time ran out or the task began anew, is false and changes nothing.
class Outbox {
public:
    virtual ~Outbox() = default;

    // A task of this kind, destination and subject that waits already begins anew, with the new payload.
    virtual Result<void> enqueue(NewTask const& task) = 0;
    // At most `count`, longest due first.
    virtual Result<std::vector<OutboxTask>> claim(Claim const& claim) = 0;
    // Keeps what has come out meanwhile.
    virtual Result<bool> amend(OutboxTask const& task, std::string_view payload) = 0;
    virtual Result<bool> complete(OutboxTask const& task) = 0;
    // Gives it back.
    virtual Result<bool> postpone(OutboxTask const& task, Postponement const& until) = 0;
    // Gives back all that a node held when it died.
    virtual Result<std::uint64_t> release_all(std::string_view owner) = 0;

    // In the order of their ids.
    virtual Result<std::vector<OutboxTask>> list(TaskPage const& page) const = 0;
    virtual Result<std::vector<TaskCount>> counts() const = 0;
    // Makes tasks due now, as if they had never been tried; how many.
    virtual Result<std::uint64_t> hasten(TaskSelection const& selection, std::int64_t now) = 0;
    // Gives them up; at most 1000 at a time, which are told.
    virtual Result<std::vector<OutboxTask>> drop(TaskSelection const& selection) = 0;
};

}  // namespace cassette
