#include "storage/item_conditions.h"

#include "schema/search_attribute.h"

#include <algorithm>

namespace cassette {

namespace {

using enum Level;

bool share_item(ItemCondition const& a, ItemCondition const& b) {
    return a.level == b.level && !a.sequences.empty() && !b.sequences.empty() &&
        a.sequences.front() == b.sequences.front();
}

// How many of the outermost sequences two attributes have in common.
std::size_t common_depth(ItemCondition const& a, ItemCondition const& b) {
    auto const ends = std::ranges::mismatch(a.sequences, b.sequences);
    return static_cast<std::size_t>(ends.in1 - a.sequences.begin());
}

std::string alias(std::size_t position) { return "v" + std::to_string(position); }

// An item without a value has the empty one, which lies below every range.
SqlText value_predicate(ItemCondition const& condition, std::string const& column) {
    SqlText sql;
    if (std::holds_alternative<NoValue>(condition.operand)) return sql.add(column + " = ''");
    auto const* range = std::get_if<Between>(&condition.operand);
    if (range != nullptr && !range->first) sql.add(column + " > '' AND ");
    return sql.add(predicate_on_text(condition.operand, column));
}

// The conditions on the value in `position` of the group, and on its item beside those before it.
SqlText one_value(ItemGroup const& group, std::size_t position) {
    auto const& condition = *group[position];
    auto const name = alias(position);
    SqlText sql;
    sql.add(name + ".attribute = ").add_parameter(condition.attribute);
    for (std::size_t other = 0; other < position; ++other) {
        auto const shift = std::to_string(item_shift(common_depth(condition, *group[other])));
        sql.add(" AND (" + name + ".item >> " + shift + ") = (" + alias(other) + ".item >> " + shift + ")");
    }
    // The row is known, so the primary key finds its values. The plus keeps SQLite from going through all values instead.
    return sql.add(" AND ").add(value_predicate(condition, "+" + name + ".value"));
}

bool asks_for_values(ItemGroup const& group) {
    return std::ranges::any_of(
        group, [](ItemCondition const* condition) { return !std::holds_alternative<NoValue>(condition->operand); });
}

// Whether the index must be gone through, all values of the attribute.
bool is_scan(Operand const& operand) {
    if (auto const* wildcard = std::get_if<Wildcard>(&operand)) return literal_prefix(wildcard->pattern).empty();
    return !std::holds_alternative<OneOf>(operand) && !std::holds_alternative<Between>(operand);
}

}  // namespace

std::vector<ItemGroup> item_groups(FindRequest const& request) {
    std::vector<ItemGroup> groups;
    for (auto const& condition : request.item_conditions) {
        auto const same =
            std::ranges::find_if(groups, [&](ItemGroup const& group) { return share_item(*group.front(), condition); });
        if (same == groups.end())
            groups.push_back({&condition});
        else
            same->push_back(&condition);
    }
    return groups;
}

Level table_of(ItemGroup const& group, Level requested) {
    auto const level = group.front()->level;
    return level == patient && requested != patient ? study : level;
}

// PS3.4 C.2.2.2.6: one item has it all. A sequence that is not there has no values either.
SqlText predicate(ItemGroup const& group, std::string const& row) {
    SqlText sql;
    sql.add("EXISTS (SELECT 1 FROM search_value v0");
    for (std::size_t i = 1; i < group.size(); ++i) sql.add(" CROSS JOIN search_value " + alias(i));
    sql.add(" WHERE v0.row = " + row);
    for (std::size_t i = 1; i < group.size(); ++i) sql.add(" AND " + alias(i) + ".row = v0.row");
    for (std::size_t i = 0; i < group.size(); ++i) sql.add(" AND ").add(one_value(group, i));
    sql.add(")");
    if (asks_for_values(group)) return sql;
    SqlText either;
    either.add("(").add(sql).add(" OR NOT EXISTS (SELECT 1 FROM search_value v0 WHERE v0.attribute = ");
    either.add_parameter(group.front()->attribute).add(" AND v0.row = " + row + "))");
    return either;
}

std::vector<Driver> item_drivers(FindRequest const& request) {
    std::vector<Driver> found;
    for (auto const& condition : request.item_conditions) {
        if (std::holds_alternative<NoValue>(condition.operand)) continue;
        Level const kept_with = condition.level == patient && request.level != patient ? study : condition.level;
        Driver driver{};
        driver.table = condition.level;
        driver.target = std::min(kept_with, request.level);
        driver.strength = is_scan(condition.operand) ? Strength::weak : Strength::selective;
        driver.attribute = attributes().size();
        driver.listing.add("SELECT v.row FROM search_value v INDEXED BY search_value_by_value WHERE v.attribute = ")
            .add_parameter(condition.attribute)
            .add(" AND ")
            .add(value_predicate(condition, "v.value"));
        found.push_back(std::move(driver));
    }
    return found;
}

}  // namespace cassette
