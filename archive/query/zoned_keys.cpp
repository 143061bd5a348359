#include "archive/query/zoned_keys.h"

#include "archive/part10/indexed_values.h"
#include "archive/query/range.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <utility>

namespace cassette {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int minutes_of_day = 24 * 60;

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Of YYYYMMDD.
std::optional<sys_days> day_of(std::string_view date) {
    if (date.size() != 8) return std::nullopt;
    auto const year = number_in(date.substr(0, 4));
    auto const month = number_in(date.substr(4, 2));
    auto const day = number_in(date.substr(6, 2));
    if (!year || !month || !day) return std::nullopt;
    std::chrono::year_month_day const read{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    return read.ok() ? std::optional{sys_days{read}} : std::nullopt;
}

std::string padded(unsigned number, std::size_t digits) {
    auto text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string date_text(sys_days day) {
    std::chrono::year_month_day const date{day};
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) +
        padded(static_cast<unsigned>(date.month()), 2) + padded(static_cast<unsigned>(date.day()), 2);
}

std::string shifted(std::string const& date, days by) {
    auto const day = day_of(date);
    return day ? date_text(*day + by) : date;
}

// Where a data set does not say its own.
int local_offset_minutes(sys_days day) {
    auto const noon = std::chrono::system_clock::to_time_t(day + std::chrono::hours{12});
    std::tm local{};
    ::localtime_r(&noon, &local);
    return static_cast<int>(local.tm_gmtoff / 60);
}

struct Clock {
    std::string date, time;  // as the index writes them
};

// What a clock in the request's time zone shows when one where it was stored shows this.
Clock in_zone(Clock const& stored, std::string_view stored_offset, int offset_minutes) {
    auto const day = day_of(stored.date);
    if (!day || stored.time.size() < 2) return stored;
    auto const offset = parse_utc_offset(stored_offset).value_or(local_offset_minutes(*day));
    auto const hours = number_in(std::string_view{stored.time}.substr(0, 2)).value_or(0);
    auto const minutes = stored.time.size() < 4 ? 0 : number_in(std::string_view{stored.time}.substr(2, 2)).value_or(0);
    int const shown = hours * 60 + minutes + offset_minutes - offset;
    int const days_on = shown < 0 ? -1 : shown / minutes_of_day;
    auto const of_day = static_cast<unsigned>(shown - days_on * minutes_of_day);
    auto const seconds = stored.time.size() > 4 ? stored.time.substr(4) : std::string{};
    return {date_text(*day + days{days_on}), padded(of_day / 60, 2) + padded(of_day % 60, 2) + seconds};
}

bool lies_in(std::optional<Operand> const& operand, std::string const& value) {
    if (!operand || value.empty()) return false;
    if (auto const* list = std::get_if<OneOf>(&*operand))
        return std::ranges::find(list->values, value) != list->values.end();
    auto const* range = std::get_if<Between>(&*operand);
    return range != nullptr && (!range->first || value >= *range->first) && (!range->last || value <= *range->last);
}

bool lies_in(BetweenMoments const& range, Clock const& clock) {
    auto const moment = std::pair{clock.date, clock.time};
    bool const after = !range.first || moment >= std::pair{range.first->date, range.first->time};
    return after && (!range.last || moment <= std::pair{range.last->date, range.last->time});
}

bool matches(ZonedKey const& key, Clock const& clock) {
    auto const combined =
        key.combined ? combined_range({key.date, key.time}, key.date_key, key.time_key) : std::nullopt;
    if (combined) {
        auto const* range = std::get_if<BetweenMoments>(&combined->operand);
        return range != nullptr && !clock.date.empty() && lies_in(*range, clock);
    }
    bool const on_day = key.date_key.empty() || lies_in(match_dates(key.date_key), clock.date);
    return on_day && (key.time_key.empty() || lies_in(match_times(key.time_key), clock.time));
}

}  // namespace

std::optional<int> parse_utc_offset(std::string_view text) {
    bool const formed = text.size() == 5 && (text[0] == '+' || text[0] == '-');
    if (!formed) return std::nullopt;
    auto const hours = number_in(text.substr(1, 2));
    auto const minutes = number_in(text.substr(3, 2));
    if (!hours || !minutes || *hours > 14 || *minutes > 59 || *hours < 0 || *minutes < 0) return std::nullopt;
    int const offset = *hours * 60 + *minutes;
    return text[0] == '-' ? -offset : offset;
}

std::optional<Condition> widened(ZonedKey const& key) {
    auto dates = match_dates(key.date_key);
    if (!dates) return std::nullopt;
    if (auto* list = std::get_if<OneOf>(&*dates)) {
        std::vector<std::string> more;
        for (auto const& date : list->values)
            more.insert(more.end(), {shifted(date, days{-1}), shifted(date, days{1})});
        list->values.insert(list->values.end(), more.begin(), more.end());
    }
    if (auto* range = std::get_if<Between>(&*dates)) {
        if (range->first) range->first = shifted(*range->first, days{-1});
        if (range->last) range->last = shifted(*range->last, days{1});
    }
    return Condition{key.date, *std::move(dates)};
}

bool match_in_zone(ZonedKeys const& keys, AttributeValues const& values) {
    auto const& stored_offset = values[attribute_at({0x0008, 0x0201})];
    return std::ranges::all_of(keys.keys, [&](ZonedKey const& key) {
        Clock const stored{normalised_date(values[key.date]), normalised_time(values[key.time])};
        return matches(key, in_zone(stored, stored_offset, keys.offset_minutes));
    });
}

}  // namespace cassette
