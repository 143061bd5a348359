#pragma once

#include "archive/query/find.h"

#include <string>
#include <string_view>
#include <vector>

namespace cassette::testing {

// Attribute matching, PS3.4 C.2.2.2: one table for the engine and for both doors.

struct MatchingKey {
    std::string_view keyword;  // PS3.6
    std::string value;
};

struct MatchingSample {
    std::string_view section;
    std::vector<MatchingKey> keys;
    std::string matches;  // Patient IDs of the matches in the order in which they were stored
    Level level = Level::study;
};

struct MatchingTable {
    std::string_view title;
    MatchingOptions options;
    std::vector<MatchingSample> samples;
};
[[nodiscard]] std::vector<MatchingTable> const& matching_tables();

// What is to be stored before, as Part 10 files, in this order: patients P1 to P4, a study each; the first has a CT and
// a PT series.
[[nodiscard]] std::vector<std::string> matching_objects();

}  // namespace cassette::testing
