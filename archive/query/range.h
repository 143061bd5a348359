#pragma once

#include "storage/index.h"

#include <optional>
#include <string_view>

namespace cassette {

// Range matching of dates and times, PS3.4 C.2.2.2.5. Values that are no such key give nullopt.

// DA: a single date, a range, or a list of dates, which is an extension of ours.
[[nodiscard]] std::optional<Operand> match_dates(std::string_view value);
// TM: a time stands for all that it leaves open, be it alone or the end of a range.
[[nodiscard]] std::optional<Operand> match_times(std::string_view value);
// DT: as schema/date_time.h says.
[[nodiscard]] std::optional<Operand> match_date_times(std::string_view value);

// Combined date and time matching: both keys are ranges of the same form, so the date of each end goes with its time.
// nullopt when they are not, and each is matched by itself.
struct DateTimePair {
    AttributeIndex date;
    AttributeIndex time;
};
[[nodiscard]] std::optional<Condition> combined_range(DateTimePair pair, std::string_view dates,
                                                      std::string_view times);

}  // namespace cassette
