#include "archive/query/condition.h"

#include "archive/part10/json_value.h"
#include "archive/query/range.h"
#include "schema/name_words.h"
#include "schema/person_name.h"
#include "schema/uid.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace cassette {

namespace {

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

bool is_wildcard(std::string_view value) { return value.find_first_of("*?") != std::string_view::npos; }

// PS3.4 C.2.2.2.4: a lone * asks nothing, like a value of length zero.
bool asks_nothing(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) { return c == '*'; });
}

Failure not_allowed(Attribute const& attribute) {
    return fail(ErrorCode::malformed, "a value that its VR does not allow at " + to_hex(attribute.tag));
}

// PS3.4 C.2.2.2.2. What is no UID matches nothing; it is not an error, because the list may come from elsewhere.
Result<Matched> match_uids(std::string_view value) {
    auto uids = values_in(value);
    std::erase_if(uids, [](std::string const& uid) { return !is_usable_uid(uid); });
    if (uids.empty()) return Matched{std::nullopt, true};
    return Matched{OneOf{std::move(uids)}};
}

// PS3.4 C.2.2.2.8.
bool all_must_be_there(Attribute const& attribute, MatchingOptions const& options) {
    constexpr std::array<std::string_view, 8> vrs{"AE", "AS", "AT", "CS", "LO", "PN", "SH", "UC"};
    return options.multiple_values && has_several_values(attribute) &&
        std::ranges::find(vrs, attribute.vr) != vrs.end();
}

// A list that is neither of UIDs nor multiple value matching asks for any of its values, which is an extension of ours:
// Modality CT\MR.
Result<Matched> match_list(Attribute const& attribute, std::vector<std::string> values,
                           MatchingOptions const& options) {
    if (values.size() == 1) {
        bool const wildcard = has_wildcards(attribute.vr) && is_wildcard(values[0]);
        if (wildcard) return Matched{Wildcard{std::move(values[0])}};
        return Matched{OneOf{std::move(values)}};
    }
    if (has_wildcards(attribute.vr) && std::ranges::any_of(values, is_wildcard)) return not_allowed(attribute);
    if (all_must_be_there(attribute, options)) return Matched{AllOf{std::move(values)}};
    return Matched{OneOf{std::move(values)}};
}

Result<Matched> match_text(Attribute const& attribute, std::string_view value, MatchingOptions const& options) {
    if (is_single_text(attribute.vr)) return match_list(attribute, {std::string{value}}, options);
    return match_list(attribute, values_in(value), options);
}

Result<Matched> match_membership(Attribute const& attribute, std::string_view value, MatchingOptions const& options) {
    if (attribute.vr == "UI") return match_uids(value);
    return match_text(attribute, value, options);
}

Result<Matched> match_person_name(Attribute const& attribute, std::string_view value, MatchingOptions const& options) {
    std::vector<std::string> names;
    for (auto const& one : values_in(value))
        if (auto folded = fold_person_name(one); !folded.empty()) names.push_back(std::move(folded));
    if (names.empty() || (names.size() == 1 && asks_nothing(names[0]))) return Matched{};
    bool const by_words = options.fuzzy_person_names && names.size() == 1 && !has_inner_wildcard(names[0]);
    if (auto key = by_words ? fuzzy_name_key(names[0]) : std::string{}; !key.empty())
        return Matched{NameWords{std::move(key)}};
    return match_list(attribute, std::move(names), options);
}

Result<Matched> match_range(Attribute const& attribute, std::optional<Operand> range) {
    if (!range) return not_allowed(attribute);
    return Matched{std::move(range)};
}

Result<Matched> match_numbers(Attribute const& attribute, std::string_view value) {
    OneOf numbers;
    for (auto const& text : values_in(value)) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) return not_allowed(attribute);
        numbers.values.push_back(std::to_string(number));
    }
    return Matched{std::move(numbers)};
}

}  // namespace

Result<Matched> match_of(Attribute const& attribute, std::string_view value, MatchingOptions const& options) {
    constexpr std::string_view empty = "\"\"";  // PS3.4 C.2.2.2.7
    value = without_spaces(value);
    if (attribute.matching == Matching::none || values_in(value).empty() || asks_nothing(value)) return Matched{};
    if (options.empty_values && value == empty) return Matched{NoValue{}};
    switch (attribute.matching) {
        case Matching::uid: return match_uids(value);
        case Matching::text: return match_text(attribute, value, options);
        case Matching::person_name: return match_person_name(attribute, value, options);
        case Matching::date: return match_range(attribute, match_dates(value));
        case Matching::time: return match_range(attribute, match_times(value));
        case Matching::date_time: return match_range(attribute, match_date_times(value));
        case Matching::number: return match_numbers(attribute, value);
        case Matching::membership: return match_membership(attribute, value, options);
        case Matching::none: return Matched{};
    }
    return Matched{};
}

}  // namespace cassette
