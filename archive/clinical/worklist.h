#pragma once

#include "archive/access/principal.h"
#include "archive/query/find.h"
#include "archive/query/metadata_text.h"
#include "storage/worklist.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// The verbs of the Modality Worklist (PS3.4 K). They need the index alone.

// Adds steps or updates them, all or none; what is told of their status is told in storage/worklist.h.
struct ScheduleCounts {
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
};
[[nodiscard]] Result<ScheduleCounts> schedule(Index& index, Principal const& principal,
                                              std::span<ScheduledStep const> steps);
// Takes a step, or without a step ID all steps of a study, from the worklist for good; gives their number.
// ErrorCode::not_authorized; not_found when there is none.
[[nodiscard]] Result<std::uint64_t> unschedule(Index& index, Principal const& principal, ScheduledStepKey const& key);

// What a C-FIND of the worklist asks for. Keys with a value that cannot be matched on are ignored and told.
struct WorklistQuery {
    std::vector<FindKey> keys;
    MatchingOptions options = {};  // dates and times of the start are combined in any case
};

// A query that can run.
struct WorklistPlan {
    // One key that asks something of an item.
    struct Key {
        FindKey key;
        SearchAttribute attribute;
    };
    std::vector<StepCondition> conditions;  // which the index decides; `keys` repeat them
    std::vector<Key> keys;
    std::optional<BetweenMoments> start;  // both keys of the start are ranges, PS3.4 Table K.6-1
    MatchingOptions options = {};
    std::vector<Tag> unmatched = {};
    bool matches_nothing = false;
};

// Translates keys by the one matching engine (PS3.4 C.2.2.2): single value, list of UIDs, universal, wildcard, range, sequence.
// All attributes of the item are supported but those that are returned only (Pertinent Documents Sequence, Protocol Context
// Sequence), and those whose VR is not matched. Without a key of the status the steps that have not ended are meant.
// ErrorCode::malformed for a key whose value its VR does not allow, naming the tag.
[[nodiscard]] Result<WorklistPlan> plan_worklist(WorklistQuery const& query);

// An item of the worklist as it is now.
class WorklistItem {
public:
    explicit WorklistItem(ScheduledStep const& step);
    WorklistItem(WorklistItem&&) noexcept;
    ~WorklistItem();

    MetadataItem root() const;
    ScheduledStep const& step() const { return *step_; }

private:
    struct Document;
    std::unique_ptr<Document> document_;
    ScheduledStep const* step_;
};

// Runs the plan: items by their start, one at a time, in constant memory. The sink's error ends the search and is returned.
using WorklistSink = std::function<Result<void>(WorklistItem const&)>;
[[nodiscard]] Result<void> find_worklist(Index const& index, Principal const& principal, WorklistPlan const& plan,
                                         WorklistSink const& sink);

}  // namespace cassette
