#include "archive/query/matching_value.h"

#include "archive/part10/searched_values.h"
#include "archive/query/item_key.h"
#include "schema/date_time.h"
#include "schema/name_words.h"
#include "schema/person_name.h"

#include <algorithm>
#include <string>
#include <vector>

namespace cassette {

namespace {

// PS3.4 C.2.2.2.4: * is any text, ? any character of UTF-8.
bool glob(std::string_view pattern, std::string_view text) {
    std::size_t star = std::string_view::npos, taken = 0, p = 0, t = 0;
    auto const next = [&](std::size_t at) {
        do ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
        return at;
    };
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            taken = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t = next(t);
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = taken = next(taken);
        } else {
            return false;
        }
    }
    return pattern.substr(p).find_first_not_of('*') == std::string_view::npos;
}

// As a column of names is matched: by its component groups, or by its words.
bool name_satisfies(Operand const& operand, std::string const& form) {
    auto const is_it = [&](std::string const& name) { return name_matches(form, name); };
    if (auto const* list = std::get_if<OneOf>(&operand)) return std::ranges::any_of(list->values, is_it);
    if (auto const* pattern = std::get_if<Wildcard>(&operand)) return name_matches(form, pattern->pattern);
    auto const* words = std::get_if<NameWords>(&operand);
    return words != nullptr && name_has_words(form, words->key);
}

bool satisfies(Operand const& operand, std::string const& form) {
    if (auto const* list = std::get_if<OneOf>(&operand))
        return std::ranges::find(list->values, form) != list->values.end();
    if (auto const* pattern = std::get_if<Wildcard>(&operand)) return glob(pattern->pattern, form);
    if (auto const* range = std::get_if<Between>(&operand))
        return (!range->first || form >= *range->first) && (!range->last || form <= *range->last);
    if (auto const* range = std::get_if<BetweenDateTimes>(&operand))
        return date_time_between(form, range->first, range->last);
    return false;
}

std::vector<std::string> forms_of(SearchAttribute const& attribute, std::string_view text) {
    std::vector<std::string> forms;
    while (true) {
        auto const backslash = text.find('\\');
        auto form = search_form(attribute, text.substr(0, backslash));
        if (!form.empty()) forms.push_back(std::move(form));
        if (backslash == std::string_view::npos) return forms;
        text.remove_prefix(backslash + 1);
    }
}

}  // namespace

bool value_matches(SearchAttribute const& attribute, std::string_view key, std::string_view text,
                   MatchingOptions const& options) {
    auto const asked = item_match_of({0, attribute, 0}, key, options);
    if (!asked || asked->nothing) return false;
    auto const forms = forms_of(attribute, text);
    bool const is_name = attribute.matching == Matching::person_name;
    return std::ranges::all_of(asked->conditions, [&](ItemCondition const& condition) {
        if (std::holds_alternative<NoValue>(condition.operand)) return forms.empty();
        return std::ranges::any_of(forms, [&](std::string const& form) {
            return is_name ? name_satisfies(condition.operand, form) : satisfies(condition.operand, form);
        });
    });
}

}  // namespace cassette
