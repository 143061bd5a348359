#pragma once

#include <string>
#include <string_view>

namespace cassette {

// The search form of a PN value (PS3.5 6.2.1), UTF-8 in and out: case- and accent-folded; component groups separated by
// '=', components by '^', values by '\'; empty trailing components and groups dropped; runs of spaces become one.
// "Müller^Jürgen^^^" becomes "muller^jurgen". Wildcards * and ? pass through, so a pattern is folded the same way.
[[nodiscard]] std::string fold_person_name(std::string_view value);

// Single value and wildcard matching of names (PS3.4 C.2.2.2.1, C.2.2.2.4), both folded. A pattern without '=' matches a
// value of which any component group matches it as a whole. A pattern with '=' matches a value of which each group
// matches the pattern's own; an empty group of the pattern asks nothing. Of several values one must match.
[[nodiscard]] bool name_matches(std::string_view folded, std::string_view pattern);

}  // namespace cassette
