#include "archive/query/find.h"

#include "archive/part10/deflated_text.h"
#include "archive/query/condition.h"

#include <algorithm>

namespace cassette {

namespace {

// PS3.4 C.2.2.2: these describe the identifier itself and are not matched.
bool describes_identifier(Tag tag) {
    constexpr Tag described[] = {
        {0x0008, 0x0005}, {0x0008, 0x0052}, {0x0008, 0x0053}, {0x0008, 0x0054}, {0x0008, 0x1190}};
    return std::find(std::begin(described), std::end(described), tag) != std::end(described);
}

void want_from_metadata(FindPlan& plan, Tag tag) {
    bool const answered_anyway = find_attribute(tag).has_value() || describes_identifier(tag);
    bool const wanted_already =
        std::find(plan.from_metadata.begin(), plan.from_metadata.end(), tag) != plan.from_metadata.end();
    if (!answered_anyway && !wanted_already) plan.from_metadata.push_back(tag);
}

Result<void> add_key(FindPlan& plan, FindKey const& key) {
    if (describes_identifier(key.tag)) return {};
    want_from_metadata(plan, key.tag);
    if (key.value.empty()) return {};
    auto const position = find_attribute(key.tag);
    bool const matchable = position && attributes()[*position].matching != Matching::none;
    if (!matchable) {
        plan.unmatched.push_back(key.tag);
        return {};
    }
    auto matched = match_of(attributes()[*position], key.value);
    if (!matched) return fail(matched.error());
    if (matched->nothing) plan.matches_nothing = true;
    if (matched->operand) plan.request.conditions.push_back({*position, std::move(*matched->operand)});
    return {};
}

}  // namespace

Result<FindPlan> plan_find(FindQuery const& query) {
    FindPlan plan;
    plan.level = query.level;
    plan.whole_metadata = query.include_all;
    plan.request = {query.level, {}, query.ordering, query.offset, query.limit};
    for (auto const& key : query.keys)
        if (auto added = add_key(plan, key); !added) return fail(added.error());
    for (auto const tag : query.include) want_from_metadata(plan, tag);
    return plan;
}

Result<void> find(Archive const& archive, Principal const&, FindPlan const& plan, MatchSink const& sink) {
    if (plan.matches_nothing) return {};
    bool const needs_metadata = plan.whole_metadata || !plan.from_metadata.empty();
    auto const pass_on = [&](FoundRow const& row) -> Result<void> {
        Match match{plan.level, row.values, {}};
        if (needs_metadata) {
            auto const derived = archive.index.representative(plan.level, row.row);
            if (!derived) return fail(derived.error());
            auto metadata = inflate_text(derived->metadata);
            if (!metadata) return fail(metadata.error());
            match.metadata = std::move(*metadata);
        }
        return sink(match);
    };
    return archive.index.find(plan.request, pass_on);
}

Result<std::uint64_t> count(Archive const& archive, Principal const&, FindPlan const& plan) {
    if (plan.matches_nothing) return std::uint64_t{0};
    return archive.index.count(plan.request);
}

}  // namespace cassette
