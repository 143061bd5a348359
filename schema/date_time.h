#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette {

// A DT value (PS3.5 6.2): YYYYMMDDHHMMSS.FFFFFF&ZZXX, from the right as much left out as is not known. It stands for all
// moments from `first` to `last`, in microseconds on the clock that it was read from, 0001-01-01 being 0.
struct DateTime {
    std::int64_t first;
    std::int64_t last;
    std::optional<int> offset_minutes;  // from UTC, where the value says it
};
[[nodiscard]] std::optional<DateTime> parse_date_time(std::string_view text);

// What a DT key asks for (PS3.4 C.2.2.2.5): both ends as text, either may be empty. nullopt when it is no such key. A
// hyphen before four digits that can be an offset from UTC is the sign of that offset and not the range's hyphen.
struct DateTimeKey {
    std::string first, last;
};
[[nodiscard]] std::optional<DateTimeKey> parse_date_time_key(std::string_view text);

// Whether a value lies in a range whose ends may be empty, both included. A value stands for its first moment, an end for
// all that it leaves open. When value and end both have an offset from UTC they are compared as instants, otherwise by
// their clocks. What is no DT lies in no range.
[[nodiscard]] bool date_time_between(std::string_view value, std::string_view first, std::string_view last);

// The least TM text that can stand for the time's first moment: "101500.000" and "1015" become "1015". Together with
// text comparison and `last_time` it makes ranges of times of any precision.
[[nodiscard]] std::string first_time(std::string_view normalised);
// A text that no TM text within the time exceeds: "10" stands for 10:00:00 to 10:59:59.999999.
[[nodiscard]] std::string last_time(std::string_view normalised);

}  // namespace cassette
