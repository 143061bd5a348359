#include "archive/clinical/worklist_matching.h"

#include "archive/part10/indexed_values.h"
#include "archive/part10/json_value.h"
#include "archive/query/matching_value.h"

#include <algorithm>
#include <cstddef>

namespace cassette {

namespace {

constexpr Tag step_sequence{0x0040, 0x0100};
constexpr Tag start_date{0x0040, 0x0002};
constexpr Tag start_time{0x0040, 0x0003};

using Keys = std::vector<WorklistPlan::Key const*>;

class Matcher {
public:
    explicit Matcher(MatchingOptions const& options) : options_{options} {}

    // The keys whose path leads through `depth` sequences to this item.
    bool matches(Keys const& keys, std::size_t depth, MetadataItem const& item) const {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            auto const& sequences = keys[i]->key.sequences;
            if (sequences.size() == depth) {
                auto const& [key, attribute] = *keys[i];
                if (!value_matches(attribute, key.value, item.text_of(key.tag), options_)) return false;
                continue;
            }
            auto const same_sequence = [&](WorklistPlan::Key const* other) {
                return other->key.sequences.size() > depth && other->key.sequences[depth] == sequences[depth];
            };
            bool const seen = std::any_of(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(i), same_sequence);
            if (seen) continue;
            Keys inner;
            std::ranges::copy_if(keys, std::back_inserter(inner), same_sequence);
            if (!any_item_matches(inner, depth, item.items_of(sequences[depth]))) return false;
        }
        return true;
    }

private:
    bool any_item_matches(Keys const& keys, std::size_t depth, std::vector<MetadataItem> const& items) const {
        return std::ranges::any_of(items, [&](MetadataItem const& inner) { return matches(keys, depth + 1, inner); });
    }

    MatchingOptions const& options_;
};

// On the first and the last day the time decides; in between any time will do.
bool starts_within(MetadataItem const& step, BetweenMoments const& range) {
    auto const date = normalised_date(without_spaces(step.text_of(start_date)));
    auto const time = normalised_time(without_spaces(step.text_of(start_time)));
    if (date.empty() || time.empty()) return false;
    if (range.first && (date < range.first->date || (date == range.first->date && time < range.first->time)))
        return false;
    return !range.last || date < range.last->date || (date == range.last->date && time <= range.last->time);
}

}  // namespace

bool matches_plan(MetadataItem const& item, WorklistPlan const& plan) {
    Keys keys;
    for (auto const& key : plan.keys) keys.push_back(&key);
    if (!Matcher{plan.options}.matches(keys, 0, item)) return false;
    return !plan.start || std::ranges::any_of(item.items_of(step_sequence), [&](MetadataItem const& step) {
        return starts_within(step, *plan.start);
    });
}

}  // namespace cassette
