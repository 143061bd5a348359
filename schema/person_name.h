#pragma once

#include <string>
#include <string_view>

namespace cassette {

// The search form of a PN value (PS3.5 6.2.1), UTF-8 in and out: case- and accent-folded; component groups separated by
// '=', components by '^', values by '\'; empty trailing components and groups dropped; runs of spaces become one.
// "Müller^Jürgen^^^" becomes "muller^jurgen". Wildcards * and ? pass through, so a pattern is folded the same way.
[[nodiscard]] std::string fold_person_name(std::string_view value);

}  // namespace cassette
