#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/query/zoned_keys.h"
#include "schema/attribute.h"
#include "storage/search_values.h"

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
    // Of the sequences that lead to it, outermost first. Keys with the same sequences hold for one and the same item
    // (PS3.4 C.2.2.2.6).
    std::vector<Tag> sequences = {};
};

// Kinds of matching that are used when the client asked for them: by extended negotiation (PS3.4 C.5.1.1) or by query
// parameters (PS3.18 8.3.4).
struct MatchingOptions {
    bool fuzzy_person_names = false;  // person names match by their words
    bool empty_values = false;        // PS3.4 C.2.2.2.7: two quotation marks match what has no value
    bool multiple_values = false;     // PS3.4 C.2.2.2.8: every value of the key must be there
    bool combined_date_time = false;  // PS3.4 C.2.2.2.5: ranges of a date and of its time are one range
    // Minutes: dates and times of the keys are meant in this time zone (zoned_keys.h). `count`, `offset` and `limit` do
    // not go with it.
    std::optional<int> utc_offset = {};
};

struct OrderKey {
    Tag tag;
    Direction direction = Direction::ascending;
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
    MatchingOptions options = {};
    std::vector<OrderKey> order_by = {};      // before `ordering`, which decides among equals
    std::vector<AttributeIndex> wanted = {};  // the index's own that a match shall have; empty: all
};

// A query that can run, and what of it cannot.
struct FindPlan {
    FindRequest request;
    Level level = Level::study;
    std::vector<Tag> from_metadata;  // of `include` and keys: not indexed, answered from stored metadata
    bool whole_metadata = false;
    std::vector<Tag> unmatched;        // keys with a value that cannot be matched on at this level; they were ignored
    std::vector<Tag> incomplete = {};  // keys by which some of what is stored cannot be found yet (search_values.h)
    bool matches_nothing = false;
    ZonedKeys zoned = {};
};

// One match, without an encoding. `values` has one entry for each position of attributes(); lower levels and what is not
// wanted are empty.
struct Match {
    Level level;
    AttributeValues const& values;
    std::string
        metadata;  // DICOM JSON object of the representative instance when the plan asks for it, otherwise empty
};
using MatchSink = std::function<Result<void>(Match const&)>;

// Translates keys into conditions: single value, list of UIDs, universal, wildcard, range, person name (PS3.4 C.2.2.2).
// Keys without a column are put to the search attributes declared (archive.index.search_values().declared()).
// ErrorCode::malformed for a key whose value its VR does not allow, naming the tag.
[[nodiscard]] Result<FindPlan> plan_find(FindQuery const& query, DeclaredAttributes const& declared = {});

// Runs the plan. Matches come in the plan's order, one at a time, in constant memory; the sink's error ends the search
// and is returned.
[[nodiscard]] Result<void> find(Archive const& archive, Principal const& principal, FindPlan const& plan,
                                MatchSink const& sink);
[[nodiscard]] Result<std::uint64_t> count(Archive const& archive, Principal const& principal, FindPlan const& plan);

}  // namespace cassette
