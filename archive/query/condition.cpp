#include "archive/query/condition.h"

#include "archive/part10/indexed_values.h"
#include "archive/part10/json_value.h"
#include "schema/person_name.h"
#include "schema/uid.h"

#include <algorithm>
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

// Lists of values are an extension of ours for what is not a UID: Modality CT\MR.
Result<Matched> match_text(Attribute const& attribute, std::string_view value) {
    auto values = values_in(value);
    if (values.size() == 1 && is_wildcard(values[0])) return Matched{Wildcard{values[0]}};
    if (std::any_of(values.begin(), values.end(), is_wildcard)) return not_allowed(attribute);
    return Matched{OneOf{std::move(values)}};
}

Result<Matched> match_person_name(std::string_view value) {
    auto folded = fold_person_name(value);
    if (asks_nothing(folded)) return Matched{};
    if (is_wildcard(folded)) return Matched{Wildcard{std::move(folded)}};
    return Matched{OneOf{{std::move(folded)}}};
}

// What a range key asks for: both ends given as text, empty where open.
struct Ends {
    std::string_view first;
    std::string_view last;
    bool is_range;
};

Ends ends_of(std::string_view value) {
    auto const hyphen = value.find('-');
    if (hyphen == std::string_view::npos) return {value, value, false};
    return {without_spaces(value.substr(0, hyphen)), without_spaces(value.substr(hyphen + 1)), true};
}

using Normalise = std::string (*)(std::string_view);

// PS3.4 C.2.2.2.5.
Result<Matched> match_range(Attribute const& attribute, std::string_view value, Normalise normalise) {
    auto const ends = ends_of(value);
    std::string const first = normalise(ends.first);
    std::string const last = normalise(ends.last);
    bool const unreadable = (first.empty() && !ends.first.empty()) || (last.empty() && !ends.last.empty());
    if (unreadable || (first.empty() && last.empty())) return not_allowed(attribute);
    if (!ends.is_range && attribute.matching == Matching::date) return Matched{OneOf{{first}}};
    // A time or date-time stands for all it leaves open: "10" is 10:00:00 to 10:59:59.999999. Digits sort below '~'.
    bool const open_ended = attribute.matching != Matching::date;
    Between between;
    if (!first.empty()) between.first = first;
    if (!last.empty()) between.last = open_ended ? last + '~' : last;
    return Matched{std::move(between)};
}

std::string normalised_date_time(std::string_view text) {
    auto const digits = text.substr(0, text.find_first_of(".+&"));
    bool const shaped = digits.size() >= 4 && digits.size() <= 14 && digits.size() % 2 == 0;
    bool const numeric = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return shaped && numeric ? std::string{text} : std::string{};
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

Result<Matched> match_of(Attribute const& attribute, std::string_view value) {
    value = without_spaces(value);
    if (values_in(value).empty() || asks_nothing(value)) return Matched{};
    switch (attribute.matching) {
        case Matching::uid: return match_uids(value);
        case Matching::text: return match_text(attribute, value);
        case Matching::person_name: return match_person_name(value);
        case Matching::date: return match_range(attribute, value, normalised_date);
        case Matching::time: return match_range(attribute, value, normalised_time);
        case Matching::date_time: return match_range(attribute, value, normalised_date_time);
        case Matching::number: return match_numbers(attribute, value);
        case Matching::membership: return Matched{OneOf{values_in(value)}};
        case Matching::none: return Matched{};
    }
    return Matched{};
}

}  // namespace cassette
