#pragma once

#include "tests/support/node.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace cassette::testing {

// The matches of a query in a form that both doors can be brought to: UTF-8 values by tag, integers without padding,
// several values joined by backslash, component groups of names by "=".
using Answer = std::map<std::string, std::string>;
using Answers = std::multiset<Answer>;

struct Question {
    std::string level;                             // STUDY, SERIES, IMAGE: (0008,0052) of PS3.4 C.6.2
    std::string resource;                          // "/studies", "/studies/1.2/series", ...: PS3.18 10.6.1
    std::map<std::string, std::string> keys = {};  // matching keys by tag, "0020000D"
    std::vector<std::string> wanted = {};          // return keys by tag
};

// Both fail the test when the query itself fails.
[[nodiscard]] Answers ask_by_c_find(Node const& node, Question const& question);
[[nodiscard]] Answers ask_by_qido(Node const& node, Question const& question);
// A multiset as text, for the message of a failed comparison.
[[nodiscard]] std::string to_text(Answers const& answers);

// The three standard questions about all that is there, from the top down.
[[nodiscard]] Question studies_question();
[[nodiscard]] Question series_question(std::string const& study);
[[nodiscard]] Question instances_question(std::string const& study, std::string const& series);

}  // namespace cassette::testing
