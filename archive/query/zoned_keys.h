#pragma once

#include "schema/attribute.h"
#include "storage/index.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// The keys of a date and its time; either may be empty.
struct ZonedKey {
    AttributeIndex date;
    AttributeIndex time;
    std::string date_key, time_key;
    bool combined = false;  // ranges of both are one range (PS3.4 C.2.2.2.5)
    bool operator==(ZonedKey const&) const = default;
};

// Keys that are meant in a time zone which the request names, PS3.4 C.4.1.2.2.4: what is stored is matched by what its
// clock would have shown there. Stored dates and times are in the time zone that their data set names, or else in that
// of this machine.
struct ZonedKeys {
    int offset_minutes = 0;  // from UTC
    std::vector<ZonedKey> keys;
    bool operator==(ZonedKeys const&) const = default;
};

// Timezone Offset From UTC (0008,0201), "+0100", in minutes. nullopt when it is none.
[[nodiscard]] std::optional<int> parse_utc_offset(std::string_view text);

// By which the index finds everything that can match, and a little more: the days with one more on either side. nullopt
// where no date is asked for.
[[nodiscard]] std::optional<Condition> widened(ZonedKey const& key);

[[nodiscard]] bool match_in_zone(ZonedKeys const& keys, AttributeValues const& values);

}  // namespace cassette
