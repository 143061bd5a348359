#include "archive/query/item_key.h"

#include "archive/part10/json_value.h"
#include "archive/part10/searched_values.h"
#include "archive/query/condition.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cassette {

namespace {

constexpr std::string_view empty_value = "\"\"";  // PS3.4 C.2.2.2.7

bool is_creator_tag(Tag tag) { return tag.is_private() && tag.element >= 0x10 && tag.element <= 0xFF; }

// The creator that the query names for the block of a private tag, in the item where the tag is.
std::string_view creator_of(FindQuery const& query, Tag tag, std::span<Tag const> sequences) {
    Tag const reservation{tag.group, static_cast<std::uint16_t>(tag.element >> 8U)};
    for (auto const& key : query.keys)
        if (key.tag == reservation && std::ranges::equal(key.sequences, sequences)) return without_spaces(key.value);
    return {};
}

enum class Blocks { exact, any };

// One tag of the declared path beside that of the key's.
struct Step {
    Tag declared;
    Tag asked;
    std::string_view creator;  // that the query names
};

bool matches(Step const& step, SearchAttribute const& attribute, Blocks blocks) {
    if (step.declared == step.asked && step.creator.empty()) return true;
    if (!step.declared.is_private()) return step.declared == step.asked;
    bool const same_but_block =
        step.declared.group == step.asked.group && (step.declared.element & 0xFFU) == (step.asked.element & 0xFFU);
    if (!step.creator.empty()) return same_but_block && step.creator == attribute.private_creator;
    return same_but_block && blocks == Blocks::any && !attribute.private_creator.empty();
}

bool is_meant(FindQuery const& query, FindKey const& key, SearchAttribute const& attribute, Blocks blocks) {
    if (attribute.sequences.size() != key.sequences.size()) return false;
    std::span const sequences{key.sequences};
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        auto const creator = creator_of(query, sequences[i], sequences.first(i));
        if (!matches({attribute.sequences[i], sequences[i], creator}, attribute, blocks)) return false;
    }
    return matches({attribute.tag, key.tag, creator_of(query, key.tag, sequences)}, attribute, blocks);
}

Failure not_allowed(SearchAttribute const& attribute) {
    return fail(ErrorCode::malformed, "a value that its VR does not allow at " + to_hex(attribute.tag));
}

std::vector<std::string> values_in(std::string_view list) {
    std::vector<std::string> values;
    while (true) {
        auto const backslash = list.find('\\');
        auto const value = without_spaces(list.substr(0, backslash));
        if (!value.empty()) values.emplace_back(value);
        if (backslash == std::string_view::npos) return values;
        list.remove_prefix(backslash + 1);
    }
}

Result<Matched> match_decimals(SearchAttribute const& attribute, std::string_view value) {
    OneOf numbers;
    for (auto const& text : values_in(value)) {
        numbers.values.push_back(search_form(attribute, text));
        if (numbers.values.back().empty()) return not_allowed(attribute);
    }
    if (numbers.values.empty()) return Matched{};
    return Matched{std::move(numbers)};
}

Result<Matched> match_one(SearchAttribute const& attribute, std::string_view value, MatchingOptions const& options) {
    if (is_decimal_vr(attribute.vr)) return match_decimals(attribute, value);
    Attribute const as_column{attribute.name, attribute.tag, attribute.vr, attribute.level, attribute.matching, {}};
    return match_of(as_column, value, {.fuzzy_person_names = options.fuzzy_person_names});
}

}  // namespace

bool names_private_creator(FindKey const& key) { return is_creator_tag(key.tag); }

DeclaredAttribute const* search_attribute_of(FindQuery const& query, FindKey const& key,
                                             DeclaredAttributes const& declared) {
    for (auto const blocks : {Blocks::exact, Blocks::any}) {
        DeclaredAttribute const* found = nullptr;
        std::size_t count = 0;
        for (auto const& each : declared)
            if (is_meant(query, key, each.attribute, blocks)) {
                if (count++ == 0) found = &each;
            }
        if (count == 1 || (count > 1 && blocks == Blocks::exact)) return found;
    }
    return nullptr;
}

Result<ItemMatched> item_match_of(DeclaredAttribute const& declared, std::string_view value,
                                  MatchingOptions const& options) {
    auto const& attribute = declared.attribute;
    ItemMatched matched;
    if (options.empty_values && without_spaces(value) == empty_value) {
        matched.conditions.push_back({declared.id, attribute.level, attribute.sequences, NoValue{}});
        return matched;
    }
    // PS3.4 C.2.2.2.8: each of several values is a condition of its own, on the same item.
    auto const each = options.multiple_values ? values_in(value) : std::vector{std::string{value}};
    for (auto const& text : each) {
        auto one = match_one(attribute, text, options);
        if (!one) return fail(one.error());
        matched.nothing = matched.nothing || one->nothing;
        if (one->operand)
            matched.conditions.push_back({declared.id, attribute.level, attribute.sequences, std::move(*one->operand)});
    }
    return matched;
}

}  // namespace cassette
