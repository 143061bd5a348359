#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "schema/attribute.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

// One key of an identifier, both doors alike: UTF-8, several values separated by backslash; empty is universal matching
// (PS3.4 C.2.2.2.3).
struct FindKey {
    Tag tag;
    std::string value;
};

struct FindQuery {
    Level level = Level::study;
    std::vector<FindKey> keys;
    // Attributes wanted beyond the index's own, taken from the metadata of a representative instance.
    std::vector<Tag> include;
    bool include_all = false;  // QIDO-RS includefield=all: the whole metadata of that instance
    Ordering ordering = Ordering::newest_first;
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> limit;
};

// A query that can run, and what of it cannot.
struct FindPlan {
    FindRequest request;
    Level level = Level::study;
    std::vector<Tag> from_metadata;  // of `include` and keys: not indexed, answered from stored metadata
    bool whole_metadata = false;
    std::vector<Tag> unmatched;  // keys with a value that cannot be matched on at this level; they were ignored
    bool matches_nothing = false;
};

// One match, without an encoding. `values` has one entry for each position of attributes(); lower levels are empty.
struct Match {
    Level level;
    AttributeValues const& values;
    std::string
        metadata;  // DICOM JSON object of the representative instance when the plan asks for it, otherwise empty
};
using MatchSink = std::function<Result<void>(Match const&)>;

// Translates keys into conditions: single value, list of UIDs, universal, wildcard, range, person name (PS3.4 C.2.2.2).
// ErrorCode::malformed for a key whose value its VR does not allow, naming the tag.
[[nodiscard]] Result<FindPlan> plan_find(FindQuery const& query);

// Runs the plan. Matches come in the plan's order, one at a time, in constant memory; the sink's error ends the search and
// is returned.
[[nodiscard]] Result<void> find(Archive const& archive, Principal const& principal, FindPlan const& plan,
                                MatchSink const& sink);
[[nodiscard]] Result<std::uint64_t> count(Archive const& archive, Principal const& principal, FindPlan const& plan);

}  // namespace cassette
