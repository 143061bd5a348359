#include "archive/query/range.h"

#include "archive/part10/indexed_values.h"
#include "archive/part10/json_value.h"
#include "schema/date_time.h"

#include <string>
#include <utility>
#include <vector>

namespace cassette {

namespace {

// The ends of a key as the index writes dates and times; empty where open. Equal when it is no range.
struct Ends {
    std::string first, last;
    bool is_range;
};

using Normalise = std::string (*)(std::string_view);

std::optional<Ends> ends_of(std::string_view value, Normalise normalise) {
    auto const hyphen = value.find('-');
    bool const is_range = hyphen != std::string_view::npos;
    auto const first = without_spaces(value.substr(0, hyphen));
    auto const last = is_range ? without_spaces(value.substr(hyphen + 1)) : first;
    Ends ends{normalise(first), normalise(last), is_range};
    bool const unreadable = (ends.first.empty() && !first.empty()) || (ends.last.empty() && !last.empty());
    if (unreadable || (ends.first.empty() && ends.last.empty())) return std::nullopt;
    return ends;
}

std::optional<std::string> unless_open(std::string end) {
    return end.empty() ? std::nullopt : std::optional{std::move(end)};
}

std::optional<Operand> list_of_dates(std::string_view value) {
    OneOf dates;
    while (true) {
        auto const backslash = value.find('\\');
        auto const text = without_spaces(value.substr(0, backslash));
        if (!text.empty()) dates.values.push_back(normalised_date(text));
        if (!text.empty() && dates.values.back().empty()) return std::nullopt;
        if (backslash == std::string_view::npos) break;
        value.remove_prefix(backslash + 1);
    }
    if (dates.values.empty()) return std::nullopt;
    return dates;
}

Between between_times(Ends const& ends) {
    Between between;
    if (!ends.first.empty()) between.first = first_time(ends.first);
    if (!ends.last.empty()) between.last = last_time(ends.last);
    return between;
}

bool same_form(Ends const& a, Ends const& b) {
    return a.is_range && b.is_range && a.first.empty() == b.first.empty() && a.last.empty() == b.last.empty();
}

}  // namespace

std::optional<Operand> match_dates(std::string_view value) {
    if (value.find('-') == std::string_view::npos) return list_of_dates(value);
    auto ends = ends_of(value, normalised_date);
    if (!ends) return std::nullopt;
    return Between{unless_open(std::move(ends->first)), unless_open(std::move(ends->last))};
}

std::optional<Operand> match_times(std::string_view value) {
    auto const ends = ends_of(value, normalised_time);
    if (!ends) return std::nullopt;
    return between_times(*ends);
}

std::optional<Operand> match_date_times(std::string_view value) {
    auto key = parse_date_time_key(value);
    if (!key) return std::nullopt;
    return BetweenDateTimes{std::move(key->first), std::move(key->last)};
}

std::optional<Condition> combined_range(DateTimePair pair, std::string_view dates, std::string_view times) {
    auto const days = ends_of(without_spaces(dates), normalised_date);
    auto const clock = ends_of(without_spaces(times), normalised_time);
    if (!days || !clock || !same_form(*days, *clock)) return std::nullopt;
    BetweenMoments range{pair.time, {}, {}};
    if (!days->first.empty()) range.first = Moment{days->first, first_time(clock->first)};
    if (!days->last.empty()) range.last = Moment{days->last, last_time(clock->last)};
    return Condition{pair.date, std::move(range)};
}

}  // namespace cassette
