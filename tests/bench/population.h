#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cassette::bench {

// Studies of people who do not exist, one instance each, counted from 1; equal numbers give equal studies.
struct MadeStudy {
    std::string study, series, instance;                           // UIDs
    std::vector<std::pair<std::string_view, std::string>> values;  // by keyword
};

[[nodiscard]] MadeStudy made_study(int number);

}  // namespace cassette::bench
