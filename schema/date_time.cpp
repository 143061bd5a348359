#include "schema/date_time.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace cassette {

namespace {

constexpr std::int64_t microseconds_per_second = 1'000'000;

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) value = value * 10 + (c - '0');
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// PS3.5 6.2: -1200 to +1400, and -0000 is none.
std::optional<int> parse_offset(std::string_view text) {
    if (text.size() != 5 || !all_digits(text.substr(1))) return std::nullopt;
    int const hours = number(text.substr(1, 2));
    int const minutes = number(text.substr(3, 2));
    int const total = hours * 60 + minutes;
    bool const west = text[0] == '-';
    if (minutes > 59 || total > (west ? 12 : 14) * 60 || (west && total == 0)) return std::nullopt;
    return west ? -total : total;
}

// Year, month, day, hour, minute, second; those left out are absent.
struct Components {
    std::array<int, 6> values{0, 1, 1, 0, 0, 0};
    std::size_t count = 0;
};

std::optional<Components> parse_components(std::string_view digits) {
    if (digits.size() < 4 || digits.size() > 14 || digits.size() % 2 != 0 || !all_digits(digits)) return std::nullopt;
    constexpr std::array<int, 6> least{1, 1, 1, 0, 0, 0};
    constexpr std::array<int, 6> greatest{9999, 12, 31, 23, 59, 60};  // PS3.5 6.2: a leap second is 60
    Components components;
    std::size_t length = 4;
    while (!digits.empty()) {
        int const value = number(digits.substr(0, length));
        auto const i = components.count++;
        if (value < least[i] || value > greatest[i]) return std::nullopt;
        components.values[i] = value;
        digits.remove_prefix(length);
        length = 2;
    }
    return components;
}

// The moment at which a calendar's year, month and day and a clock's hour, minute and second begin.
std::int64_t moment(std::array<int, 6> const& values) {
    using namespace std::chrono;
    auto const months = (values[0] * 12) + values[1] - 1;
    auto const month_begin = year_month_day{year{months / 12}, month{static_cast<unsigned>(months % 12) + 1}, day{1}};
    auto const day_number =
        (sys_days{month_begin} - sys_days{year_month_day{year{1}, January, day{1}}}).count() + values[2] - 1;
    auto const seconds = ((std::int64_t{day_number} * 24 + values[3]) * 60 + values[4]) * 60 + values[5];
    return seconds * microseconds_per_second;
}

// The last moment before the next value of the same precision.
std::int64_t last_moment(Components const& components) {
    auto next = components.values;
    ++next[components.count - 1];
    return moment(next) - 1;
}

// Digits after the point: where in the second, and for how long.
std::optional<DateTime> with_fraction(std::int64_t second, std::string_view fraction) {
    if (fraction.empty() || fraction.size() > 6 || !all_digits(fraction)) return std::nullopt;
    std::int64_t step = microseconds_per_second;
    for (std::size_t i = 0; i < fraction.size(); ++i) step /= 10;
    auto const first = second + number(fraction) * step;
    return DateTime{first, first + step - 1, std::nullopt};
}

std::int64_t on_clock(std::int64_t moment, DateTime const& read, bool as_instants) {
    return as_instants ? moment - *read.offset_minutes * 60 * microseconds_per_second : moment;
}

bool both_have_offset(DateTime const& a, DateTime const& b) { return a.offset_minutes && b.offset_minutes; }

bool readable_or_open(std::string_view text) { return text.empty() || parse_date_time(text).has_value(); }

}  // namespace

std::optional<DateTime> parse_date_time(std::string_view text) {
    text = trimmed(text);
    std::optional<int> offset;
    if (auto const sign = text.find_first_of("+-"); sign != std::string_view::npos) {
        offset = parse_offset(text.substr(sign));
        if (!offset) return std::nullopt;
        text = text.substr(0, sign);
    }
    auto const point = text.find('.');
    auto const components = parse_components(text.substr(0, point));
    if (!components) return std::nullopt;
    auto const first = moment(components->values);
    auto parsed = std::optional{DateTime{first, last_moment(*components), std::nullopt}};
    if (point != std::string_view::npos)
        parsed = components->count == 6 ? with_fraction(first, text.substr(point + 1)) : std::nullopt;
    if (parsed) parsed->offset_minutes = offset;
    return parsed;
}

std::optional<DateTimeKey> parse_date_time_key(std::string_view text) {
    text = trimmed(text);
    if (parse_date_time(text)) return DateTimeKey{std::string{text}, std::string{text}};
    for (auto hyphen = text.find('-'); hyphen != std::string_view::npos; hyphen = text.find('-', hyphen + 1)) {
        auto const first = trimmed(text.substr(0, hyphen));
        auto const last = trimmed(text.substr(hyphen + 1));
        if (first.empty() && last.empty()) return std::nullopt;
        if (readable_or_open(first) && readable_or_open(last))
            return DateTimeKey{std::string{first}, std::string{last}};
    }
    return std::nullopt;
}

bool date_time_between(std::string_view value, std::string_view first, std::string_view last) {
    auto const read = parse_date_time(value);
    if (!read) return false;
    if (!first.empty()) {
        auto const end = parse_date_time(first);
        if (!end) return false;
        bool const as_instants = both_have_offset(*read, *end);
        if (on_clock(read->first, *read, as_instants) < on_clock(end->first, *end, as_instants)) return false;
    }
    if (last.empty()) return true;
    auto const end = parse_date_time(last);
    if (!end) return false;
    bool const as_instants = both_have_offset(*read, *end);
    return on_clock(read->first, *read, as_instants) <= on_clock(end->last, *end, as_instants);
}

std::string first_time(std::string_view normalised) {
    if (normalised.find('.') != std::string_view::npos) {
        while (normalised.ends_with('0')) normalised.remove_suffix(1);
        if (normalised.ends_with('.')) normalised.remove_suffix(1);
    }
    bool const whole = normalised.find('.') == std::string_view::npos;
    while (whole && normalised.size() > 2 && normalised.ends_with("00")) normalised.remove_suffix(2);
    return std::string{normalised};
}

std::string last_time(std::string_view normalised) { return std::string{normalised} + '~'; }

}  // namespace cassette
