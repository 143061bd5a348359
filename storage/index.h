#pragma once

#include "schema/result.h"
#include "storage/change.h"
#include "storage/instance_location.h"
#include "storage/instance_record.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cassette {

// What to do with other bytes under a known SOP Instance UID.
enum class OnDuplicate { supersede, keep_first, reject };

enum class Committed {
    added,       // a new SOP Instance
    superseded,  // a new current version of a known one; the earlier version stays in its history
    kept_first,  // recorded as a version; the earlier one stays current
    unchanged,   // this very blob is already recorded for this SOP Instance UID
};

// ---- find -------------------------------------------------------------------------------------------------------------

// A condition on one indexed attribute. Operands are normalised the way the column is: person names folded
// (schema/person_name.h), dates and times as in schema/date_time.h. Of an attribute with several values one must match.
struct OneOf {
    std::vector<std::string> values;
};  // equal to any; not empty
struct AllOf {
    std::vector<std::string> values;
};  // PS3.4 C.2.2.2.8: each is among the attribute's values; not empty
struct Wildcard {
    std::string pattern;
};  // PS3.4 C.2.2.2.4: * and ?
struct Between {
    std::optional<std::string> first, last;
};  // both ends included, either may be open
struct BetweenDateTimes {
    std::string first, last;
};  // DT: as date_time_between compares (schema/date_time.h); empty where open
struct Moment {
    std::string date, time;
};
// PS3.4 C.2.2.2.5: a date and a time as one. The condition's attribute is the date; without a time it stands for the day.
struct BetweenMoments {
    AttributeIndex time;
    std::optional<Moment> first, last;
};
struct NameWords {
    std::string key;
};                  // fuzzy matching: what fuzzy_name_key gives (schema/name_words.h)
struct NoValue {};  // PS3.4 C.2.2.2.7: absent or empty
using Operand = std::variant<OneOf, Wildcard, Between, AllOf, BetweenDateTimes, BetweenMoments, NameWords, NoValue>;

struct Condition {
    AttributeIndex attribute;
    Operand operand;
};

// A condition on a search attribute (storage/search_values.h). Those on attributes of one sequence hold for one and the same
// item of it (PS3.4 C.2.2.2.6). A list of values that must all be there is as many
// conditions.
struct ItemCondition {
    std::int64_t attribute;  // DeclaredAttribute::id
    Level level;
    std::vector<Tag> sequences;
    Operand operand;
};

enum class Ordering {
    newest_first,  // study date and time descending; then a stable key. Series and instances: by number within their parent
    stable,        // by insertion; never changes while rows are added
};

enum class Direction { ascending, descending };
struct OrderBy {
    AttributeIndex attribute;
    Direction direction = Direction::ascending;
};

struct FindRequest {
    Level level = Level::study;
    std::vector<Condition> conditions;  // all must hold
    Ordering ordering = Ordering::newest_first;
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> limit;
    // Before `ordering`, which decides among equals. Names in their folded form, numbers as such; what has no value comes
    // last. Of the request's level and those above.
    std::vector<OrderBy> order_by = {};
    std::vector<ItemCondition> item_conditions = {};  // all must hold
    std::vector<AttributeIndex> wanted = {};          // what to read of the matches; empty: everything
};

// One match. `values` holds the attributes wanted of the requested level and those above; other positions are empty.
struct FoundRow {
    AttributeValues values;
    std::int64_t row;  // the row's key at the requested level, for `representative_metadata`
};

// ---- retrieve ---------------------------------------------------------------------------------------------------------

// What to retrieve: a study, one of its series, or one of its instances.
struct RetrieveScope {
    StudyInstanceUID study;
    std::optional<SeriesInstanceUID> series;
    std::optional<SOPInstanceUID> instance;
};

struct IndexCounts {
    std::uint64_t patients = 0, studies = 0, series = 0, instances = 0, versions = 0, bytes = 0;
    std::uint64_t removed = 0;  // instances that were deleted and not purged; `versions` and `bytes` count them
};

// Entries of the change feed after a sequence number, at most `limit`.
struct ChangeRange {
    std::int64_t after = 0;
    std::uint64_t limit = 1000;
};

class Arrivals;
class Outbox;
class Removals;
class SearchValues;
class Transcodings;
class Worklist;

// Rows. Operations, not statements: SQL stays behind this. Every operation may be called from any thread; commits are
// durable on return and visible to every later read. ErrorCode::out_of_resources when the medium is full or refuses,
// ErrorCode::internal when the database is damaged.
class Index {
public:
    virtual ~Index() = default;

    // Records one version with its instance, series, study and patient rows, counts included, in one transaction that may
    // be shared with others waiting at the same moment. Values that are not empty replace those of the rows above.
    // ErrorCode::conflict when the policy rejects.
    virtual Result<Committed> commit(InstanceRecord record, OnDuplicate policy) = 0;

    using RowSink = std::function<Result<void>(FoundRow const&)>;  // an error stops the search and is returned
    virtual Result<void> find(FindRequest const& request, RowSink const& sink) const = 0;
    // How many rows `find` would give without limit and offset.
    virtual Result<std::uint64_t> count(FindRequest const& request) const = 0;

    // The derived data of one current instance below the row that a find at `level` gave. ErrorCode::not_found.
    virtual Result<Derived> representative(Level level, std::int64_t row) const = 0;

    // Current instances in the scope, series by series, in instance-number order. None is not an error.
    using LocationSink = std::function<Result<void>(InstanceLocation const&)>;
    virtual Result<void> locate(RetrieveScope const& scope, LocationSink const& sink) const = 0;
    using MetadataSink = std::function<Result<void>(InstanceLocation const&, DeflatedText const&)>;
    virtual Result<void> metadata(RetrieveScope const& scope, MetadataSink const& sink) const = 0;
    virtual Result<Derived> derived(std::int64_t version_key) const = 0;

    // A number that becomes another whenever something was committed that changes what retrieval tells of the study, before
    // the commit returns: what was made of the study after reading it is right while it stays the same. Never blocks. nullopt
    // where only the rows can tell.
    virtual std::optional<std::uint64_t> stamp(StudyInstanceUID const& study) const = 0;

    // The versions of a SOP Instance UID, oldest first; empty when it is unknown.
    virtual Result<std::vector<VersionInfo>> history(SOPInstanceUID const& instance) const = 0;
    using VersionSink = std::function<Result<void>(VersionInfo const&)>;
    virtual Result<void> for_each_version(VersionSink const& sink) const = 0;
    virtual Result<IndexCounts> counts() const = 0;

    // What happened, in the order of commits. Entries of instances that were purged since are gone but for their removal
    // and purge.
    virtual Result<std::vector<Change>> changes(ChangeRange const& range) const = 0;
    // Deleting, restoring and purging (storage/removals.h).
    virtual Removals& removals() = 0;
    // What is searched by beyond the columns (storage/search_values.h).
    virtual SearchValues& search_values() = 0;
    virtual SearchValues const& search_values() const = 0;
    // Versions made of others in the background (storage/transcodings.h).
    virtual Transcodings& transcodings() = 0;
    // What is to be told to other AEs, and what has come in that they may want (storage/outbox.h, storage/arrivals.h).
    virtual Outbox& outbox() = 0;
    virtual Arrivals& arrivals() = 0;
    // Scheduled and performed procedure steps (storage/worklist.h).
    virtual Worklist& worklist() = 0;
    virtual Worklist const& worklist() const = 0;
};

}  // namespace cassette
