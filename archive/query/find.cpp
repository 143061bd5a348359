#include "archive/query/find.h"

#include "archive/part10/deflated_text.h"
#include "archive/query/condition.h"
#include "archive/query/item_key.h"
#include "archive/query/range.h"

#include <algorithm>
#include <array>
#include <utility>

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

Result<void> add_item_key(FindPlan& plan, FindQuery const& query, FindKey const& key,
                          DeclaredAttributes const& declared) {
    if (names_private_creator(key)) return {};
    auto const* attribute = search_attribute_of(query, key, declared);
    if (attribute == nullptr) {
        plan.unmatched.push_back(key.tag);
        return {};
    }
    auto matched = item_match_of(*attribute, key.value, query.options);
    if (!matched) return fail(matched.error());
    if (matched->nothing) plan.matches_nothing = true;
    if (!matched->conditions.empty() && attribute->unfilled_from > 0) plan.incomplete.push_back(key.tag);
    for (auto& condition : matched->conditions) plan.request.item_conditions.push_back(std::move(condition));
    return {};
}

Result<void> add_key(FindPlan& plan, FindQuery const& query, FindKey const& key, DeclaredAttributes const& declared) {
    if (describes_identifier(key.tag)) return {};
    want_from_metadata(plan, key.sequences.empty() ? key.tag : key.sequences.front());
    if (key.value.empty()) return {};
    auto const position = key.sequences.empty() ? find_attribute(key.tag) : std::nullopt;
    bool const matchable = position && attributes()[*position].matching != Matching::none;
    if (!matchable) return add_item_key(plan, query, key, declared);
    auto matched = match_of(attributes()[*position], key.value, query.options);
    if (!matched) return fail(matched.error());
    if (matched->nothing) plan.matches_nothing = true;
    if (matched->operand) plan.request.conditions.push_back({*position, std::move(*matched->operand)});
    return {};
}

// PS3.4 C.2.2.2.5: dates and times that are one moment.
constexpr std::array<std::pair<Tag, Tag>, 6> combinable{{
    {{0x0008, 0x0020}, {0x0008, 0x0030}},
    {{0x0008, 0x0021}, {0x0008, 0x0031}},
    {{0x0008, 0x0022}, {0x0008, 0x0032}},
    {{0x0008, 0x0023}, {0x0008, 0x0033}},
    {{0x0040, 0x0244}, {0x0040, 0x0245}},
    {{0x0010, 0x0030}, {0x0010, 0x0032}},
}};

// The value of the only key of a tag; empty when there is none, or more than one.
std::string_view only_value(FindQuery const& query, Tag tag) {
    std::string_view value;
    int keys = 0;
    for (auto const& key : query.keys) {
        if (key.tag != tag || !key.sequences.empty()) continue;
        value = key.value;
        ++keys;
    }
    return keys == 1 ? value : std::string_view{};
}

// Returns the tags whose keys are done with.
std::vector<Tag> add_combined_ranges(FindPlan& plan, FindQuery const& query) {
    std::vector<Tag> taken;
    for (auto const& [date, time] : combinable) {
        DateTimePair const pair{attribute_at(date), attribute_at(time)};
        auto condition = combined_range(pair, only_value(query, date), only_value(query, time));
        if (!condition) continue;
        plan.request.conditions.push_back(std::move(*condition));
        taken.insert(taken.end(), {date, time});
    }
    return taken;
}

// Keys of dates and times that are meant in a time zone. Nobody's day of birth moves with the zone. Returns the tags
// whose keys are done with.
Result<std::vector<Tag>> add_zoned_keys(FindPlan& plan, FindQuery const& query) {
    std::vector<Tag> taken;
    plan.zoned.offset_minutes = *query.options.utc_offset;
    for (auto const& [date, time] : combinable) {
        bool const above = attributes()[attribute_at(date)].level <= query.level;
        if (date.group == 0x0010 || !above) continue;
        ZonedKey key{attribute_at(date), attribute_at(time), std::string{only_value(query, date)},
                     std::string{only_value(query, time)}, query.options.combined_date_time};
        if (key.date_key.empty() && key.time_key.empty()) continue;
        for (auto const& [attribute, value] : {std::pair{key.date, key.date_key}, std::pair{key.time, key.time_key}})
            if (auto const read = match_of(attributes()[attribute], value); !read) return fail(read.error());
        if (auto condition = widened(key)) plan.request.conditions.push_back(*std::move(condition));
        plan.zoned.keys.push_back(std::move(key));
        taken.insert(taken.end(), {date, time});
    }
    return taken;
}

// Dates and times that are matched together.
Result<std::vector<Tag>> add_moments(FindPlan& plan, FindQuery const& query) {
    if (query.options.utc_offset) return add_zoned_keys(plan, query);
    return query.options.combined_date_time ? add_combined_ranges(plan, query) : std::vector<Tag>{};
}

Result<void> add_order(FindPlan& plan, FindQuery const& query) {
    for (auto const& key : query.order_by) {
        auto const position = find_attribute(key.tag);
        bool const orders = position && attributes()[*position].matching != Matching::none &&
            attributes()[*position].level <= query.level;
        if (!orders)
            return fail(ErrorCode::malformed, "not an attribute to order by at this level: " + to_hex(key.tag));
        plan.request.order_by.push_back({*position, key.direction});
    }
    return {};
}

// What fits keys in a time zone is picked here from the rows that the index finds, so pages are cut here, too.
Result<void> find_in_zone(Archive const& archive, FindPlan const& plan, Index::RowSink const& sink) {
    auto request = plan.request;
    request.offset = 0;
    request.limit.reset();
    auto const first = plan.request.offset;
    std::uint64_t seen = 0;
    bool enough = false;
    auto const pick = [&](FoundRow const& row) -> Result<void> {
        if (!match_in_zone(plan.zoned, row.values)) return {};
        enough = plan.request.limit && seen >= first && seen - first >= *plan.request.limit;
        if (enough) return fail(ErrorCode::cancelled, "the page is full");
        return seen++ < first ? Result<void>{} : sink(row);
    };
    auto found = archive.index.find(request, pick);
    return enough ? Result<void>{} : found;
}

}  // namespace

Result<FindPlan> plan_find(FindQuery const& query, DeclaredAttributes const& declared) {
    FindPlan plan;
    plan.level = query.level;
    plan.whole_metadata = query.include_all;
    plan.request.level = query.level;
    plan.request.ordering = query.ordering;
    plan.request.offset = query.offset;
    plan.request.limit = query.limit;
    if (auto ordered = add_order(plan, query); !ordered) return fail(ordered.error());
    auto const combined = add_moments(plan, query);
    if (!combined) return fail(combined.error());
    for (auto const& key : query.keys) {
        bool const taken = key.sequences.empty() && std::ranges::find(*combined, key.tag) != combined->end();
        if (taken) continue;
        if (auto added = add_key(plan, query, key, declared); !added) return fail(added.error());
    }
    for (auto const tag : query.include) want_from_metadata(plan, tag);
    // What fits keys in a time zone is decided by values that need not be wanted.
    if (plan.zoned.keys.empty()) plan.request.wanted = query.wanted;
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
    if (!plan.zoned.keys.empty()) return find_in_zone(archive, plan, pass_on);
    return archive.index.find(plan.request, pass_on);
}

Result<std::uint64_t> count(Archive const& archive, Principal const&, FindPlan const& plan) {
    if (plan.matches_nothing) return std::uint64_t{0};
    if (plan.zoned.keys.empty()) return archive.index.count(plan.request);
    auto every = plan;
    every.request.offset = 0;
    every.request.limit.reset();
    std::uint64_t matches = 0;
    auto const found = find_in_zone(archive, every, [&](FoundRow const&) -> Result<void> {
        ++matches;
        return {};
    });
    if (!found) return fail(found.error());
    return matches;
}

}  // namespace cassette
